import { createHash } from 'node:crypto';
import type { StationLevel } from '../../tenancy/index.js';
import type { ReportAsked } from '../asked.js';
import { metricOf } from '../catalogue.js';
import type { FigureRow } from '../figures.sql.js';
import type { LineRow } from '../lines.sql.js';
import type { ReportComparison, ReportSplit } from '../metric.enums.js';
import type { Days, ReportPeriodInput } from '../period.js';
import type { Found } from '../report.service.js';

/** What was asked, with its days settled: the same question can be asked again. */
export interface FrozenParameters {
  metrics: readonly string[];
  by: StationLevel;
  period: ReportPeriodInput;
  within: string;
  days: Days;
  split: ReportSplit | null;
  compare: ReportComparison | null;
  against: { days: Days; metrics: readonly string[] } | null;
}

/** What was answered, in no language; units and values of splits by their codes. */
export interface FrozenFigures {
  columns: readonly FrozenColumn[];
  lines: readonly LineRow[];
  figures: readonly FigureRow[];
}

interface FrozenColumn {
  /** The place of the metric among those asked for. */
  index: number;
  value: string | null;
  unit: string | null;
  label: string | null;
}

/** A report as an edition keeps it. */
export function freeze(asked: ReportAsked, within: string, found: Found): [FrozenParameters, FrozenFigures] {
  const { question, compare, columns, lines, figures } = found;
  const keys = (metrics: Found['question']['metrics']) => metrics.map(({ key }) => key);
  const { against, by, days, split, metrics } = question;
  const period = Object.fromEntries(
    Object.entries(asked.period).filter(([, value]) => value !== null && value !== undefined),
  );
  const other = against && { days: against.days, metrics: keys(against.metrics) };
  return [
    { metrics: keys(metrics), by, period, within, days, split, compare, against: other },
    { columns: columns.map(({ index, value, unit, label }) => ({ index, value, unit, label })), lines, figures },
  ];
}

/** The report that was kept, as if it had just been found. */
export function thawed(parameters: FrozenParameters, { columns, lines, figures }: FrozenFigures): Found {
  const { by, within, days, split, compare, against } = parameters;
  const metrics = parameters.metrics.map(metricOf);
  const other = against && { days: against.days, metrics: against.metrics.map(metricOf) };
  const named = columns.flatMap((column) => {
    const metric = metrics[column.index];
    return metric ? [{ ...column, metric }] : [];
  });
  return { question: { metrics, by, within, days, split, against: other }, compare, columns: named, lines, figures };
}

/** The same question as it would be asked today, as of the same day. */
export function askedAgain({ days, metrics, by, period, within, split, compare }: FrozenParameters): ReportAsked {
  return { metrics, by, period, within, split, compare, asOf: days.asOf };
}

/** SHA-256 over the canonical JSON of parameters and figures. */
export function hashOf(parameters: object, figures: object): string {
  return createHash('sha256').update(canonical({ figures, parameters })).digest('hex');
}

/** JSON without spaces and with sorted keys, so that the same content has one text, whichever program or database kept it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
