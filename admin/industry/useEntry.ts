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
  return rows;
}

/** An entry being made: what stands above the grid, the rows of the village, and what became of them. */
export function useEntry() {
  const translate = useTranslate();
  const client = useQueryClient();
  const [heading, setHeading] = useState<Heading>({
    programmeId: '',
    itemId: '',
    unit: '',
    onDay: today(),
    stationId: null,
  });
  const [typed, setTyped] = useState<Record<string, EntryRow>>({});
  const [key, setKey] = useState(newIdempotencyKey);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const village = useQuery({
    queryKey: ['villageHouseholds', heading.stationId],
    queryFn: ({ signal }) => householdsOf(heading.stationId as string, signal),
    enabled: Boolean(heading.stationId),
    retry: false,
  });
  const rows = (village.data ?? []).map((row) => typed[row.id] ?? row);
  const filled = rows.filter(({ amount }) => amount.trim());
  const putRows = (changed: readonly EntryRow[]) => {
    setTyped((known) => ({ ...known, ...Object.fromEntries(changed.map((row) => [row.id, row])) }));
    setKey(newIdempotencyKey());
  };
  const paste = (text: string, from: number) => {
    const { rows: next, placed, unknown } = pasted(rows, text, from);
    putRows(next);
    const lost = unknown.length ? translate('lianxin.distribution.pasteUnknown', { lines: unknown.join('；') }) : '';
    setSaid(`${translate('lianxin.distribution.pasted', { smart_count: placed })}${lost}`);
  };
  const save = async () => {
    setBusy(true);
    setError(undefined);
    const { programmeId, itemId, onDay, unit } = heading;
    const sent = filled.map(({ id, amount, isSigned }) => ({ householdId: id, quantity: { amount, unit }, isSigned }));
    try {
      const variables = { input: { programmeId, itemId, onDay, rows: sent }, idempotencyKey: key };
      const { entry } = await act<{ entry: Answered }>(DISTRIBUTIONS_CREATE, 'distributionsCreate', variables);
      const left = entry.rows.filter(({ reason }) => reason !== null);
      setReasons(Object.fromEntries(left.map(({ no, reason }) => [filled[no]?.id ?? '', reason ?? ''])));
      setTyped((known) => emptied(known, entry, filled));
      setKey(newIdempotencyKey());
      setSaid(translate('lianxin.distribution.done', { done: entry.doneCount, skipped: entry.skippedCount }));
      await client.invalidateQueries({ queryKey: ['distributions'] });
      await client.invalidateQueries({ queryKey: ['distributionTotals'] });
    } catch (thrown) {
      setReasons(reasonsOf(thrown, filled));
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const put = (more: Partial<Heading>) => {
    setHeading((known) => ({ ...known, ...more }));
    setKey(newIdempotencyKey());
    setSaid('');
  };
  return { heading, put, rows, putRows, filled, paste, save, said, error, reasons, isBusy, village };
}

/** Rows that were entered are empty again, so that nothing is entered twice; what was left out stays to be put right. */
function emptied(
  known: Record<string, EntryRow>,
  entry: Answered,
  sent: readonly EntryRow[],
): Record<string, EntryRow> {
  const done = entry.rows.flatMap(({ no, distribution }) => (distribution ? (sent[no] ?? []) : []));
  return { ...known, ...Object.fromEntries(done.map((row) => [row.id, { ...row, amount: '' }])) };
}

/** The server's sentence for each row of an entry that was refused as a whole. */
function reasonsOf(error: unknown, sent: readonly EntryRow[]): Record<string, string> {
  if (!(error instanceof FieldErrors)) return {};
  const ofRows = error.errors.filter(({ path }) => path?.[1] === 'rows' && path.length > 2);
  return Object.fromEntries(ofRows.map(({ path, message }) => [sent[Number(path?.[2])]?.id ?? '', message]));
}
