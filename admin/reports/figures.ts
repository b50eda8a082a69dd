/** One figure of the report as the server answers it; the budget in yuan as decimal text. */
export interface Cell {
  kind: string;
  state: string;
  count: number;
  budget: string;
}

/** A line: a town, the county itself, or the total, which has no station. */
export interface Line {
  label: string;
  station?: { id: string; level: string } | null;
  cells: Cell[];
}

/** The report as the page reads it. */
export interface ReportAnswer {
  asOf: string;
  towns: Line[];
  total: Line;
}

/** How many programmes, and their budget in yuan. */
export interface Sum {
  count: number;
  budget: string;
}

/** The states in six groups, so that six hues suffice: what is not yet approved stands together. */
export const GROUPS = {
  BEFORE: ['DRAFT', 'SUBMITTED', 'RETURNED'],
  APPROVED: ['APPROVED'],
  RUNNING: ['RUNNING'],
  FINISHED: ['FINISHED'],
  ACCEPTED: ['ACCEPTED'],
  STOPPED: ['STOPPED'],
} as const;

/** The sum over the cells of a line in some states, all of them when none are named; exact to the fen. */
export function sumOf({ cells }: Line, states?: readonly string[]): Sum {
  const counted = cells.filter(({ state }) => !states || states.includes(state));
  const count = counted.reduce((sum, cell) => sum + cell.count, 0);
  const fen = counted.reduce((sum, { budget }) => sum + fenOf(budget), 0n);
  return { count, budget: `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}` };
}

/** The line of which a figure is the greatest; undefined where all are nothing. */
export function greatest(lines: readonly Line[], figure: (line: Line) => number): Line | undefined {
  const best = lines.reduce<Line | undefined>(
    (top, line) => (!top || figure(line) > figure(top) ? line : top),
    undefined,
  );
  return best && figure(best) > 0 ? best : undefined;
}

function fenOf(yuan: string): bigint {
  const [whole = '0', part = ''] = yuan.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
}
