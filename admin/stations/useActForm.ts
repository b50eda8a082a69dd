import { useState } from 'react';
import { FieldErrors, RequestError } from '../provider/errors.js';

/** A form in a dialog: its values, the server's mistakes by field, and whatever else went wrong. */
export interface ActForm<T> {
  values: T;
  set: (values: Partial<T>) => void;
  /** The server's sentence for a field; gone as soon as the field is changed. */
  errorOf: (field: string) => string | undefined;
  /** What belongs to no field that the form shows. */
  failure: unknown;
  isStale: boolean;
  isBusy: boolean;
  /** Does it, then `done`; what it throws is laid on the fields. */
  run: (work: () => Promise<unknown>, done: () => void) => Promise<void>;
  /** Forgets that the record was stale, once the person has seen what it is now. */
  settle: () => void;
}

/** The state of such a form; `fields` are the names by which the server speaks of what the form shows. */
export function useActForm<T extends object>(first: T, fields: string[]): ActForm<T> {
  const [values, setValues] = useState(first);
  const [error, setError] = useState<unknown>();
  const [changed, setChanged] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const mistakes = error instanceof FieldErrors ? error.body.errors : {};
  const isStale = error instanceof RequestError && error.code === 'STALE';
  const isAllOnFields = error instanceof FieldErrors && Object.keys(mistakes).every((field) => fields.includes(field));
  const run = async (work: () => Promise<unknown>, done: () => void) => {
    setBusy(true);
    setError(undefined);
    setChanged([]);
    try {
      await work();
      done();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return {
    values,
    set: (next) => {
      setValues({ ...values, ...next });
      setChanged([...changed, ...Object.keys(next)]);
    },
    errorOf: (field) => (changed.includes(field) ? undefined : textOf(mistakes[field])),
    failure: isStale || isAllOnFields ? undefined : error,
    isStale,
    isBusy,
    run,
    settle: () => setError(undefined),
  };
}

function textOf(mistake: unknown): string | undefined {
  return typeof mistake === 'string' ? mistake : undefined;
}
