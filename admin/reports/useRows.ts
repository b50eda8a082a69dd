import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocaleState } from 'react-admin';
import { ask } from '../provider/graphql.js';
import { type Asked, variablesOf } from './asked.js';
import { REPORT_ROWS } from './reports.documents.js';

/** A record behind a figure. */
export interface Row {
  id: string;
  /** Null where it is a name that the person may not see. */
  title: string | null;
  day: string;
  amount: string;
  link: string;
  station: { name: string } | null;
}

/** A figure with a page of its rows. */
export interface CellWithRows {
  unit: string;
  value: string | null;
  splitName: string | null;
  isRecounted: boolean;
  isHidden: boolean;
  rows: {
    totalCount: number;
    outside: number;
    nodes: Row[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null;
}

interface LineWithRows {
  label: string;
  cells: CellWithRows[];
}

interface RowsAnswer {
  report: { asOf: string; lines?: LineWithRows[]; total?: LineWithRows };
}

/** Which figure of the report: its metric, its line (`total` or a station's id), the value of its split, and its unit. */
export interface Place {
  metric: string;
  line: string;
  value: string | null;
  unit: string | null;
}

/** As many rows as the cost of one question allows, whichever line they are of. */
const FIRST = 40;

/** The figure and the rows behind it, a page after another. */
export function useRows(asked: Asked, { metric, line, value, unit }: Place) {
  const [locale] = useLocaleState();
  const isTotal = line === 'total';
  const { metrics: _metrics, compare: _compare, ...others } = variablesOf(asked);
  const variables = { ...others, metric, value, isTotal, line: isTotal ? null : line, first: FIRST };
  return useInfiniteQuery({
    queryKey: ['reportRows', locale, variables, unit],
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const { report } = await ask<RowsAnswer>(REPORT_ROWS, { ...variables, after: pageParam }, { signal });
      const found = report.total ?? report.lines?.[0];
      const cell = found?.cells.find((one) => unit === null || one.unit === unit);
      return { label: found?.label, asOf: report.asOf, cell };
    },
    getNextPageParam: ({ cell }) => (cell?.rows?.pageInfo.hasNextPage ? cell.rows.pageInfo.endCursor : undefined),
    enabled: Boolean(metric),
    retry: false,
  });
}
