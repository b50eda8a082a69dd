import { actorOf, type Context } from '../access/index.js';
import { badInput, type Day, Refused } from '../kernel/index.js';
import { gatherSql, isUuid } from '../reading/index.js';
import type { StationLevel } from '../tenancy/index.js';
import { metricOf } from './catalogue.js';
import { type Column, cellOf, columnsOf } from './cells.js';
import { type FigureRow, reportSql } from './figures.sql.js';
import { hideSmall } from './hiding.js';
import type { LineRow } from './lines.sql.js';
import { ReportComparison, type ReportSplit } from './metric.enums.js';
import type { Metric } from './metric.js';
import { factsOf } from './metricFacts.js';
import { type Days, daysBefore, daysOf, type ReportPeriodInput } from './period.js';
import { words } from './question.js';
import { Asking, type ReportQuestion } from './question.sql.js';
import { Report, ReportLine } from './report.js';

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

/** How many metrics a report may have, and how many cells. */
const mostMetrics = 20;
const mostCells = 5_000;

/** A report: what is counted is said by the catalogue, where and when by what is asked; one statement reads all of it. */
export async function reportOf(ctx: Context, asked: ReportAsked): Promise<Report> {
  const found = await foundOf(ctx, asked);
  const report = written(ctx, found);
  if (actorOf(ctx).kind === 'KEY') hideSmall(report, found.columns, found.figures, found.lines);
  return report;
}

/** The figures of a report, with nothing in them that depends on a language: so an edition keeps them. */
export async function foundOf(ctx: Context, asked: ReportAsked): Promise<Found> {
  const question = settled(ctx, asked);
  const em = await ctx.em();
  const [found] = await gatherSql<{ lines: string; figures: string }>(em, reportSql(new Asking(ctx), question));
  const lines = JSON.parse(found?.lines ?? '[]') as LineRow[];
  const figures = JSON.parse(found?.figures ?? '[]') as FigureRow[];
  if (lines.length === 0) throw outside();
  const columns = columnsOf(
    question,
    figures.filter(({ line }) => line === null),
  );
  const cells = columns.length * lines.length;
  if (cells > mostCells) throw tooMany(cells);
  return { question, compare: asked.compare ?? null, columns, lines, figures };
}

/** What was asked, with its days settled, or the refusal of what cannot be. */
function settled(ctx: Context, asked: ReportAsked): ReportQuestion {
  const metrics = [...new Set(asked.metrics)].map(metricOf);
  if (metrics.length === 0 || metrics.length > mostMetrics)
    throw badInput({ zh: `须选 1 至 ${mostMetrics} 个指标。`, en: `Ask for 1 to ${mostMetrics} metrics.` }, [
      'metrics',
    ]);
  const days = daysOf(asked.period, asked.asOf, ctx.today);
  const split = asked.split ?? null;
  const within = asked.within ?? null;
  if (split) for (const metric of metrics) demandSplit(metric, split);
  if (within !== null && !isUuid(within)) throw outside();
  return { metrics, by: asked.by, within, days, split, against: against(asked, metrics, days) };
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

/** What the report is compared with. */
function against({ compare, period, split }: ReportAsked, metrics: readonly Metric[], days: Days) {
  if (!compare) return null;
  if (compare !== ReportComparison.PLAN) return { days: daysBefore(period, days, compare), metrics };
  const plans = metrics.map((metric) => {
    const plan = metric.plan === undefined ? null : metricOf(metric.plan);
    if (!plan)
      throw badInput(
        { zh: `指标“${metric.name.zh}”没有计划数。`, en: `“${metric.name.en}” has no plan to be compared with.` },
        ['compare'],
      );
    if (split) demandSplit(plan, split);
    return plan;
  });
  return { days, metrics: plans };
}

/** What a report found. */
export interface Found {
  question: ReportQuestion;
  compare: ReportComparison | null;
  columns: readonly Column[];
  lines: readonly LineRow[];
  figures: readonly FigureRow[];
}

/** A report in the asker's language. */
export function written(ctx: Context, found: Found): Report {
  const { question, compare, columns, lines, figures } = found;
  const { language } = ctx;
  const { days, against: other } = question;
  const byLine = Map.groupBy(figures, ({ line }) => line);
  const cellsOf = (line: string | null, stations: readonly string[]) =>
    columns.map((column) =>
      cellOf(question, column, byLine.get(line) ?? [], { stations, isTotal: line === null, language }),
    );
  const all = lines.flatMap(({ stations }) => stations);
  return Object.assign(new Report(), {
    ...days,
    metrics: question.metrics.map(factsOf),
    by: question.by,
    split: question.split,
    compare,
    comparedFrom: other?.days.from ?? null,
    comparedTo: other?.days.to ?? null,
    comparedAsOf: other?.days.asOf ?? null,
    lines: lines.map(({ id, level, name, isOwn, stations }) => {
      const label = isOwn ? (level === 'COUNTY' ? words.county[language] : `${name}${words.own[language]}`) : name;
      const at = { id, day: days.asOf };
      return Object.assign(new ReportLine(), { at, label, isOwn, cells: cellsOf(id, stations) });
    }),
    total: Object.assign(new ReportLine(), {
      at: null,
      label: words.total[language],
      isOwn: false,
      cells: cellsOf(null, all),
    }),
  });
}

function outside(): Refused {
  const says = {
    zh: '您的任职范围内没有这个单位。',
    en: 'There is no such station within your grants.',
  };
  return new Refused('NOT_FOUND', says, { path: ['within'] });
}

function tooMany(cells: number): Refused {
  return badInput(
    {
      zh: `这张表有 ${cells} 个单元格，超过 ${mostCells} 个；请缩小范围、提高层级或少选指标。`,
      en: `This report has ${cells} cells, more than ${mostCells}; ask for a smaller part, a higher level or fewer metrics.`,
    },
    ['by'],
  );
}
