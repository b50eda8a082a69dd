import { useQuery } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { PAY_SHEET } from './openings.documents.js';

/** One holder's line of a pay sheet. */
export interface PayLine {
  from: string;
  to: string;
  days: number;
  isFull: boolean;
  amount: string;
  placement: {
    id: string;
    title: string;
    wage: string | null;
    person: { name: string } | null;
    station: { name: string } | null;
  };
}

/** A pay sheet as the server works it out. */
export interface PaySheet {
  month: string;
  rule: string;
  total: string;
  programme: { id: string; title: string; station: { name: string } | null };
  lines: PayLine[];
}

/** The pay sheet of a programme for a month such as `2026-11`. */
export function usePaySheet(id: string, month: string) {
  return useQuery({
    queryKey: ['pay sheet', id, month],
    queryFn: ({ signal }) =>
      ask<{ paySheet: PaySheet }>(PAY_SHEET, { id, month: `${month}-01` }, { signal }).then((a) => a.paySheet),
    enabled: /^\d{4}-\d{2}$/.test(month),
  });
}
