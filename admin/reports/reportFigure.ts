import type { Me } from '../provider/me.js';
import { below } from './asked.js';
import { type Metric, mayOpen } from './catalogue.js';
import { isZero } from './decimals.js';
import { periodOfDays, periodParams } from './periodText.js';

/** A figure in a brief or a form, with all that opens what makes it. */
export interface ReportFigure {
  cell: { metric: string; split: string | null; unit: string; value: string | null } | null;
  split: string | null;
  station: { id: string; level: string };
  from: string;
  to: string;
  asOf: string;
  isOutside: boolean;
}

/**
 * Where what makes a figure is seen: its rows for those who may open them, else the report that says it line by line. Null where
 * the figure is not theirs to see. `isOwn` where it counts what stands at the station itself alone.
 */
export function pathOfFigure(
  figure: ReportFigure,
  isOwn: boolean,
  catalogue: readonly Metric[],
  me: Me | null | undefined,
) {
  const { cell, split, station, from, to, asOf } = figure;
  if (!cell) return null;
  const by = below(station.level) ?? station.level;
  const report = { metrics: cell.metric, by, ...periodParams(periodOfDays(from, to)), asOf, within: station.id, split };
  const metric = catalogue.find(({ key }) => key === cell.metric);
  const hasRows = cell.value !== null && !isZero(cell.value) && metric !== undefined && mayOpen(me, metric);
  if (!hasRows) return `/reports?${search(report)}`;
  return `/reports/rows?${search({ ...report, of: cell.metric, line: isOwn ? station.id : 'total', value: cell.split, in: cell.unit })}`;
}

function search(values: Record<string, string | null>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
