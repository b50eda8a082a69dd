import type { Metric } from './catalogue.js';
import { isZero, minus, percent } from './decimals.js';

/** One figure of a report as the server answers it, decimal text. */
export interface Cell {
  metric: string;
  split: string | null;
  splitName: string | null;
  unit: string;
  /** Null where it is hidden, and where a mean has no row. */
  value: string | null;
  compared: string | null;
  isHidden: boolean;
  isRecounted: boolean;
}

/** A line of a report; the total has no station. */
export interface Line {
  label: string;
  isOwn: boolean;
  station?: { id: string; level: string } | null;
  cells: Cell[];
}

/** The report as the page reads it. */
export interface Answer {
  from: string;
  to: string;
  asOf: string;
  comparedFrom: string | null;
  comparedTo: string | null;
  comparedAsOf: string | null;
  lines: Line[];
  total: Line;
}

/** A column of the table: a metric, or one value of its split; `index` is its place in the cells of every line. */
export interface Column {
  index: number;
  metric: Metric;
  split: string | null;
  /** What the value of the split is called; null where the metric is not split. */
  name: string | null;
  unit: string;
}

/** The columns of a report, in the order of its cells. */
export function columnsOf({ total }: Pick<Answer, 'total'>, metrics: readonly Metric[]): Column[] {
  return total.cells.flatMap(({ metric: key, split, splitName, unit }, index) => {
    const metric = metrics.find((one) => one.key === key);
    return metric ? [{ index, metric, split, name: splitName, unit }] : [];
  });
}

/** The columns of one metric, with it. */
export interface Group {
  metric: Metric;
  columns: Column[];
}

/** The columns by metric. */
export function groupsOf(columns: readonly Column[]): Group[] {
  return [...Map.groupBy(columns, ({ metric }) => metric)].map(([metric, own]) => ({ metric, columns: own }));
}

/** Whether a metric has more than its name over its columns: values of a split, or several units. */
export function isParted({ columns }: Group): boolean {
  return columns.some(({ name }) => name !== null) || columns.length > 1;
}

/** Whether figures of a metric may be laid on one another and shared out: they add, and no row stands under two values. */
export function isWhole({ metric }: Group, split: string | null): boolean {
  return metric.isAdditive && split !== 'STATUS';
}

/** What a column is called beneath its metric: the value of the split, or its unit where that is what parts it. */
export function partName({ name, unit }: Column): string {
  return name ?? unit;
}

/** How a figure stands to the one that it is compared with. */
export interface Change {
  by: string;
  /** Against a plan how much of it is done, else how much more or less in per cent; null where there was nothing. */
  rate: string | null;
}

/** The change of a cell; null where either figure is missing. */
export function changeOf({ value, compared }: Cell, isPlan: boolean): Change | null {
  if (value === null || compared === null) return null;
  const by = minus(value, compared);
  return { by, rate: percent(isPlan ? value : by, compared) };
}

/** The figure of a line in a column; null where there is none to show. */
export function figureOf(line: Line, { index }: Column): string | null {
  return line.cells[index]?.value ?? null;
}

/** The lines where a column shows nothing. */
export function emptyLines(lines: readonly Line[], column: Column): Line[] {
  return lines.filter((line) => {
    const value = figureOf(line, column);
    return value !== null && isZero(value);
  });
}
