import { badInput, type Day, Refused } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import type { StationLevel } from '../tenancy/index.js';
import { metricOf } from './catalogue.js';
import { ReportComparison, type ReportSplit } from './metric.enums.js';
import type { Metric } from './metric.js';
import { type Days, daysBefore, daysOf, type ReportPeriodInput } from './period.js';
import type { ReportQuestion } from './question.sql.js';

/** What is asked of a report, as it came. */
export interface ReportAsked {
  /** Keys of metrics, such as `training.personTimes`. */
  metrics: readonly string[];
  by: StationLevel;
  period: ReportPeriodInput;
  asOf?: Day | null;
  within?: string | null;
  split?: ReportSplit | null;
  compare?: ReportComparison | null;
}

/** What of a question its statement is written from; everything else of it are values. */
export interface ReportChoices {
  metrics: readonly Metric[];
  split: ReportSplit | null;
  /** The metrics that stand beside them: the same in other days, or their plans. */
  compared: readonly Metric[] | null;
}

const mostMetrics = 20;

/** What was chosen, or the refusal of what cannot be counted so. */
export function choicesOf({
  metrics: keys,
  split = null,
  compare,
}: Pick<ReportAsked, 'metrics' | 'split' | 'compare'>): ReportChoices {
  const metrics = [...new Set(keys)].map(metricOf);
  if (metrics.length === 0 || metrics.length > mostMetrics)
    throw badInput({ zh: `须选 1 至 ${mostMetrics} 个指标。`, en: `Ask for 1 to ${mostMetrics} metrics.` }, [
      'metrics',
    ]);
  if (split) for (const metric of metrics) demandSplit(metric, split);
  const compared = compare === ReportComparison.PLAN ? metrics.map((metric) => planOf(metric, split)) : metrics;
  return { metrics, split, compared: compare ? compared : null };
}

/** What was asked, with its days settled, or the refusal of what cannot be. */
export function settled(asked: ReportAsked, today: Day): ReportQuestion {
  const { metrics, split, compared } = choicesOf(asked);
  const days = daysAsked(asked, today);
  const within = asked.within == null ? null : stationAsked(asked.within);
  const against = compared && { days: daysCompared(asked, today), metrics: compared };
  return { metrics, by: asked.by, within, days, split, against };
}

/** The days that were asked for. */
export function daysAsked({ period, asOf }: Pick<ReportAsked, 'period' | 'asOf'>, today: Day): Days {
  return daysOf(period, asOf, today);
}

/** The days that the report is compared with; those of a plan are its own. */
export function daysCompared(asked: Pick<ReportAsked, 'period' | 'asOf' | 'compare'>, today: Day): Days {
  const days = daysAsked(asked, today);
  const { compare, period } = asked;
  return compare && compare !== ReportComparison.PLAN ? daysBefore(period, days, compare) : days;
}

/** The id of a station, or the refusal of what cannot be one. */
export function stationAsked(id: string): string {
  if (!isUuid(id)) throw outside();
  return id;
}

function demandSplit({ name, splits }: Metric, split: ReportSplit): void {
  if (splits[split]) return;
  const known = Object.keys(splits);
  throw badInput(
    {
      zh: `指标“${name.zh}”不能按 ${split} 细分；${known.length > 0 ? `可按 ${known.join('、')}` : '它不能细分'}。`,
      en: `“${name.en}” cannot be split by ${split}; ${known.length > 0 ? `it knows ${known.join(', ')}` : 'it knows no split'}.`,
    },
    ['split'],
  );
}

function planOf({ name, plan: key }: Metric, split: ReportSplit | null): Metric {
  if (key === undefined)
    throw badInput({ zh: `指标“${name.zh}”没有计划数。`, en: `“${name.en}” has no plan to be compared with.` }, [
      'compare',
    ]);
  const plan = metricOf(key);
  if (split) demandSplit(plan, split);
  return plan;
}

/** Refuses a station that is not there, or not within the asker's grants. */
export function outside(): Refused {
  const says = {
    zh: '您的任职范围内没有这个单位。',
    en: 'There is no such station within your grants.',
  };
  return new Refused('NOT_FOUND', says, { path: ['within'] });
}
