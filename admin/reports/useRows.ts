import { useQuery } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { ROWS_OF_TOTAL, ROWS_OF_TOWNS } from './reports.documents.js';
import { type Asked, variablesOf } from './useReport.js';

/** A programme behind a figure, as it is today. */
export interface Row {
  id: string;
  kind: string;
  title: string;
  state: string;
  startsOn: string;
  endsOn: string;
  budget: string | null;
  station: { name: string } | null;
}

interface CellWithRows {
  kind: string;
  state: string;
  count: number;
  rows: { nodes: Row[]; totalCount: number } | null;
}

interface LineWithRows {
  station?: { id: string } | null;
  cells: CellWithRows[];
}

const KINDS = ['TRAINING', 'JOB', 'INDUSTRY'];
const FIRST = 50;

/**
 * The rows behind one figure: `line` is a station's id or `total`, without a state all of them. `count` is the report's figure,
 * `seen` how many of them the asker may see; of each kind and state at most 50 are read.
 */
export function useRows(asked: Asked, line: string, state: string | null) {
  return useQuery({
    queryKey: ['report', 'rows', variablesOf(asked), line, state],
    queryFn: async ({ signal }) => {
      const kinds = asked.kind ? [asked.kind] : KINDS;
      const asks = kinds.map((kind) => fetchLine({ ...asked, kind }, line, signal));
      const cells = (await Promise.all(asks)).flatMap((found) => found?.cells ?? []);
      const counted = cells.filter((cell) => !state || cell.state === state);
      return {
        rows: counted.flatMap(({ rows }) => rows?.nodes ?? []),
        count: counted.reduce((sum, cell) => sum + cell.count, 0),
        seen: counted.reduce((sum, { rows }) => sum + (rows?.totalCount ?? 0), 0),
      };
    },
    retry: false,
  });
}

async function fetchLine(asked: Asked, line: string, signal: AbortSignal): Promise<LineWithRows | undefined> {
  const variables = { ...variablesOf(asked), first: FIRST };
  if (line === 'total') {
    const answer = await ask<{ crossTownReport: { total: LineWithRows } }>(ROWS_OF_TOTAL, variables, { signal });
    return answer.crossTownReport.total;
  }
  const answer = await ask<{ crossTownReport: { towns: LineWithRows[] } }>(ROWS_OF_TOWNS, variables, { signal });
  return answer.crossTownReport.towns.find(({ station }) => station?.id === line);
}
