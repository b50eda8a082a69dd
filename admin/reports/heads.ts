import { type Column, type Group, isParted, partName } from './answer.js';
import type { Metric } from './catalogue.js';

/** One cell of the head: what it says, over how many columns and rows it stands. */
export interface Head {
  key: string;
  text: string;
  unit: string | null;
  columns: number;
  rows: number;
  /** The metric, where the cell names one. */
  metric?: Metric;
}

/** What stands under each column where figures are compared. */
export const SIDES = ['now', 'compared', 'change'] as const;

/** The rows of the head: metrics, beneath them the values of the split, beneath them what is compared. */
export function headsOf(groups: readonly Group[], isCompared: boolean, text: HeadWords): Head[][] {
  const arePartsShown = groups.some(isParted);
  const sides = isCompared ? SIDES.length : 1;
  const metrics = groups.map((group): Head => {
    const { metric, columns } = group;
    const rows = arePartsShown && !isParted(group) ? 2 : 1;
    const unit = unitOf(columns);
    return { key: metric.key, text: text.metric(metric), unit, columns: columns.length * sides, rows, metric };
  });
  const parts = groups.filter(isParted).flatMap((group) =>
    group.columns.map((column): Head => {
      const unit = unitOf(group.columns) === null && column.name !== null ? column.unit : null;
      return { key: keyOf(column), text: partName(column), unit, columns: sides, rows: 1 };
    }),
  );
  const compared = groups.flatMap(({ columns }) =>
    columns.flatMap((column) =>
      SIDES.map(
        (side): Head => ({ key: `${keyOf(column)} ${side}`, text: text.side(side), unit: null, columns: 1, rows: 1 }),
      ),
    ),
  );
  return [metrics, ...(arePartsShown ? [parts] : []), ...(isCompared ? [compared] : [])];
}

export interface HeadWords {
  metric: (metric: Metric) => string;
  side: (side: (typeof SIDES)[number]) => string;
}

/** What tells a column from all others. */
export function keyOf({ metric, split, unit }: Column): string {
  return `${metric.key} ${split ?? ''} ${unit}`;
}

/** The unit that all columns share; null where they differ. */
function unitOf(columns: readonly Column[]): string | null {
  const units = new Set(columns.map(({ unit }) => unit));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}
