import type { Message } from '../kernel/index.js';
import { type Column, figureOf } from './cells.js';
import type { FigureRow } from './figures.sql.js';
import type { LineRow } from './lines.sql.js';
import { MetricCounts } from './metric.enums.js';
import { units } from './metrics/parts.js';
import type { Report } from './report.js';
import { hiddenOf } from './smallCells.js';

/** Hides small cells of a report, and of what it is compared with, from an outside reader. */
export function hideSmall(
  report: Report,
  columns: readonly Column[],
  figures: readonly FigureRow[],
  lines: readonly LineRow[],
): void {
  const rows = [...report.lines, report.total];
  const byLine = Map.groupBy(figures, ({ line }) => line);
  for (const index of new Set(columns.map((column) => column.index))) {
    const own = columns.flatMap((column, at) =>
      column.index === index && isOfSomebody(column) ? [{ column, at }] : [],
    );
    if (own.length === 0) continue;
    const countsOn = (side: 0 | 1) =>
      [...lines.map(({ id }) => id), null].map((line) =>
        own.map(({ column }) => figureOf(column, byLine.get(line) ?? [], side)?.rows ?? 0),
      );
    const [now, before] = [hiddenOf(countsOn(0)), hiddenOf(countsOn(1))];
    for (const [i, row] of rows.entries())
      for (const [j, { at }] of own.entries()) {
        const cell = row.cells[at];
        if (cell && now[i]?.[j]) Object.assign(cell, { value: null, isHidden: true });
        if (cell && before[i]?.[j]) cell.compared = null;
      }
  }
}

const somebody: readonly Message[] = [units.people, units.personTimes, units.households];

/** Whether a metric counts people or households, their records among them, or is a mean that may be of a few. */
function isOfSomebody({ metric }: Column): boolean {
  const { counts, isMean, unit } = metric;
  if (isMean || counts === MetricCounts.PEOPLE || counts === MetricCounts.HOUSEHOLDS) return true;
  return counts === MetricCounts.ROWS && somebody.includes(unit);
}
