import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { useRefreshHouseholds } from './household.js';

/** What the fields of an act's dialog share: their values, and how one is bound to a text field with its mistake. */
export function useActForm<V extends Record<string, string>>(begin: V) {
  const translate = useTranslate();
  const [values, setValues] = useState(begin);
  const put = (next: Partial<V>) => setValues((before) => ({ ...before, ...next }));
  const bind = (field: keyof V & string, wrong?: string) => ({
    label: translate(`resources.households.fields.${field}`),
    value: values[field],
    error: Boolean(wrong),
    helperText: wrong,
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value } as Partial<V>),
  });
  return { values, put, bind };
}

/** Sends an act once however often it is clicked, reads the register anew, and says that it is done. */
export function useHouseholdAct() {
  const notify = useNotify();
  const refresh = useRefreshHouseholds();
  const [idempotencyKey] = useState(newIdempotencyKey);
  return async <T extends object>(
    { document, root, says }: { document: string; root: string; says: string },
    variables: Record<string, unknown>,
  ): Promise<T> => {
    const isKeyed = document.includes('$idempotencyKey');
    const answer = await act<T>(document, root, { ...variables, ...(isKeyed && { idempotencyKey }) });
    await refresh();
    notify(`resources.households.done.${says}`, { type: 'success' });
    return answer;
  };
}

type Bound = ReturnType<ReturnType<typeof useActForm>['bind']>;

/** A day not after today. */
export function DayText(props: Bound) {
  return <TextField type="date" {...props} slotProps={{ htmlInput: { max: today() }, inputLabel: { shrink: true } }} />;
}

/** Why it is done. */
export function ReasonText(props: Bound) {
  return <TextField multiline minRows={2} {...props} slotProps={{ htmlInput: { maxLength: 200 } }} />;
}

/** A value of an enum. */
export function EnumText({ type, values, ...props }: Bound & { type: string; values: readonly string[] }) {
  const label = useEnumLabel(type);
  return (
    <TextField select {...props}>
      {values.map((value) => (
        <MenuItem key={value} value={value}>
          {label(value)}
        </MenuItem>
      ))}
    </TextField>
  );
}
