import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FieldErrors } from '../provider/errors.js';
import { act, ask, newIdempotencyKey } from '../provider/graphql.js';
import { DISTRIBUTIONS_CREATE, ENTRY_CHOICES, VILLAGE_HOUSEHOLDS } from './distributions.documents.js';
import { type EntryRow, pasted } from './entry.js';

/** What an entry chooses from. */
export interface Choices {
  distributionItems: { nodes: { id: string; name: string; units: string[] }[] };
  industryProgrammes: {
    nodes: { id: string; title: string; startsOn: string; endsOn: string; station: { name: string } | null }[];
  };
}

/** What stands above the grid. */
export interface Heading {
  programmeId: string;
  itemId: string;
  unit: string;
  onDay: string;
  stationId: string | null;
}

/** What the server answered, row by row. */
export interface Answered {
  doneCount: number;
  skippedCount: number;
  rows: { no: number; reason: string | null; distribution: { id: string } | null }[];
}

/** The catalogue and the programmes that are open. */
export function useChoices() {
  return useQuery({
    queryKey: ['distributionChoices'],
    queryFn: ({ signal }) => ask<Choices>(ENTRY_CHOICES, {}, { signal }),
    retry: false,
  });
}

interface HouseholdPage {
  households: { nodes: Omit<EntryRow, 'amount' | 'isSigned'>[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** Every household of a village, by number, with nothing typed yet. */
export async function householdsOf(station: string, signal?: AbortSignal): Promise<EntryRow[]> {
  const rows: EntryRow[] = [];
  let after: string | null = null;
  do {
    const { households }: HouseholdPage = await ask(VILLAGE_HOUSEHOLDS, { station, after }, { signal });
    rows.push(...households.nodes.map((one) => ({ ...one, amount: '', isSigned: true })));
    after = households.pageInfo.hasNextPage ? households.pageInfo.endCursor : null;
  } while (after);
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** The rows of a village with what is typed beside them. */
function useRows(stationId: string | null) {
  const [typed, setTyped] = useState<Record<string, EntryRow>>({});
  const village = useQuery({
    queryKey: ['villageHouseholds', stationId],
    queryFn: ({ signal }) => householdsOf(stationId as string, signal),
    enabled: Boolean(stationId),
    retry: false,
  });
  const rows = (village.data ?? []).map((row) => typed[row.id] ?? row);
  const put = (changed: readonly EntryRow[]) =>
    setTyped((known) => ({ ...known, ...Object.fromEntries(changed.map((row) => [row.id, row])) }));
  return { village, rows, put, filled: rows.filter(({ amount }) => amount.trim()) };
}

/** Sends an entry; a key for what is typed keeps a doubled click from entering it twice. */
function useSaving(heading: Heading, filled: EntryRow[], put: (rows: EntryRow[]) => void, say: (said: string) => void) {
  const translate = useTranslate();
  const client = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const variables = { input: inputOf(heading, filled), idempotencyKey: key };
      const { entry } = await act<{ entry: Answered }>(DISTRIBUTIONS_CREATE, 'distributionsCreate', variables);
      const left = entry.rows.filter(({ reason }) => reason !== null);
      setReasons(Object.fromEntries(left.map(({ no, reason }) => [filled[no]?.id ?? '', reason ?? ''])));
      put(emptied(entry, filled));
      setKey(newIdempotencyKey());
      say(translate('lianxin.distribution.done', { done: entry.doneCount, skipped: entry.skippedCount }));
      for (const name of ['distributions', 'distributionTotals']) await client.invalidateQueries({ queryKey: [name] });
    } catch (thrown) {
      setReasons(reasonsOf(thrown, filled));
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { save, error, reasons, isBusy, renew: () => setKey(newIdempotencyKey()) };
}

function inputOf({ programmeId, itemId, onDay, unit }: Heading, filled: readonly EntryRow[]): object {
  const rows = filled.map(({ id, amount, isSigned }) => ({ householdId: id, quantity: { amount, unit }, isSigned }));
  return { programmeId, itemId, onDay, rows };
}

const EMPTY: Heading = { programmeId: '', itemId: '', unit: '', onDay: '', stationId: null };

/** An entry being made: what stands above the grid, the rows of the village, and what became of them. */
export function useEntry() {
  const translate = useTranslate();
  const [heading, setHeading] = useState<Heading>({ ...EMPTY, onDay: today() });
  const [said, setSaid] = useState('');
  const { village, rows, put, filled } = useRows(heading.stationId);
  const { renew, ...saving } = useSaving(heading, filled, put, setSaid);
  const putRows = (changed: readonly EntryRow[]) => {
    put(changed);
    renew();
  };
  const paste = (text: string, from: number) => {
    const { rows: next, placed, unknown } = pasted(rows, text, from);
    putRows(next);
    const lost = unknown.length ? translate('lianxin.distribution.pasteUnknown', { lines: unknown.join('；') }) : '';
    setSaid(`${translate('lianxin.distribution.pasted', { smart_count: placed })}${lost}`);
  };
  const putHeading = (more: Partial<Heading>) => {
    setHeading((known) => ({ ...known, ...more }));
    renew();
    setSaid('');
  };
  return { heading, put: putHeading, rows, putRows, filled, paste, said, village, ...saving };
}

/** Rows that were entered are empty again, so that nothing is entered twice; what was left out stays to be put right. */
function emptied(entry: Answered, sent: readonly EntryRow[]): EntryRow[] {
  const done = entry.rows.flatMap(({ no, distribution }) => (distribution ? (sent[no] ?? []) : []));
  return done.map((row) => ({ ...row, amount: '' }));
}

/** The server's sentence for each row of an entry that was refused as a whole. */
function reasonsOf(error: unknown, sent: readonly EntryRow[]): Record<string, string> {
  if (!(error instanceof FieldErrors)) return {};
  const ofRows = error.errors.filter(({ path }) => path?.[1] === 'rows' && path.length > 2);
  return Object.fromEntries(ofRows.map(({ path, message }) => [sent[Number(path?.[2])]?.id ?? '', message]));
}
