import { useMemo, useState } from 'react';
import { act } from '../provider/graphql.js';
import type { Enrolment, Roster } from './course.js';
import { ROSTER_TAKE } from './courses.documents.js';
import type { WholeSession } from './SessionPage.js';

/** Whether somebody was there; undefined while nobody has said. */
export type Mark = boolean | undefined;

/** The marks of a roster: what was taken before, what has been changed since, and how it is saved. */
export function useRoster(session: WholeSession, people: readonly Enrolment[], reload: () => Promise<unknown>) {
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [saved, setSaved] = useState<Roster>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const taken = useMemo(
    () => new Map(session.attendances.map((one) => [one.enrolment?.id, one.isPresent])),
    [session.attendances],
  );
  const markOf = ({ id }: Enrolment): Mark => changes.get(id) ?? taken.get(id);
  const mark = (marked: readonly Enrolment[], isPresent: boolean) => {
    setSaved(undefined);
    setChanges((before) => {
      const next = new Map(before);
      for (const { id } of marked) taken.get(id) === isPresent ? next.delete(id) : next.set(id, isPresent);
      return next;
    });
  };
  const save = async () => {
    const of = (isPresent: boolean) =>
      people.flatMap(({ id, person }) => (changes.get(id) === isPresent && person ? [person.id] : []));
    setBusy(true);
    setError(undefined);
    try {
      const input = { sessionId: session.id, presentIds: of(true), absentIds: of(false) };
      const { roster } = await act<{ roster: Roster }>(ROSTER_TAKE, 'rosterTake', { input });
      if (roster.isWritten) {
        await reload();
        setChanges(new Map());
      }
      setSaved(roster);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { markOf, mark, save, saved, error, isBusy, unsaved: changes.size };
}
