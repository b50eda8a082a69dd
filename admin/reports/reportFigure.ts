import type { Me } from '../provider/me.js';
import { below } from './asked.js';
import { type Metric, mayOpen } from './catalogue.js';
import { isZero } from './decimals.js';
import { periodIn, periodParams } from './periodText.js';

/** A figure in a brief or a form, with all that opens what makes it. */
export interface ReportFigure {
  cell: { metric: string; split: string | null; unit: string; value: string | null } | null;
  split: string | null;
  station: { id: string; level: string };
  /** Whether it counts what stands at its station itself alone. */
  isOwn: boolean;
  /** As placeholders write it. */
  period: string;
  asOf: string;
  isOutside: boolean;
}

/**
 * Where what makes a figure is seen: its rows for those who may open them, else the report that says it line by line. Null where
 * the figure is not theirs to see.
 */
export function pathOfFigure(figure: ReportFigure, catalogue: readonly Metric[], me: Me | null | undefined) {
  const { cell, split, station, asOf, isOwn } = figure;
  const period = periodIn(figure.period);
  if (!cell || !period) return null;
  const by = below(station.level) ?? station.level;
  const report = { metrics: cell.metric, by, ...periodParams(period), asOf, within: station.id, split };
  const metric = catalogue.find(({ key }) => key === cell.metric);
  const hasRows = cell.value !== null && !isZero(cell.value) && metric !== undefined && mayOpen(me, metric);
  if (!hasRows) return `/reports?${search(report)}`;
  return `/reports/rows?${search({ ...report, of: cell.metric, line: isOwn ? station.id : 'total', value: cell.split, in: cell.unit })}`;
}

function search(values: Record<string, string | null>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
