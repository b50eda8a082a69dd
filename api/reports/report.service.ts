import { actorOf, type Context } from '../access/index.js';
import { badInput, type Refused } from '../kernel/index.js';
import { gatherSql, sql } from '../reading/index.js';
import { outside, type ReportAsked, settled } from './asked.js';
import { type Column, cellOf, columnsOf } from './cells.js';
import { type FigureRow, type ReportFound, reportSql } from './figures.sql.js';
import { hideSmall } from './hiding.js';
import type { LineRow } from './lines.sql.js';
import type { ReportComparison } from './metric.enums.js';
import { factsOf } from './metricFacts.js';
import { words } from './question.js';
import { Asking, type ReportQuestion } from './question.sql.js';
import { Report, ReportLine } from './report.js';

/** How many cells a report may have. */
const mostCells = 5_000;

/** A report: what is counted is said by the catalogue, where and when by what is asked; one statement reads all of it. */
export async function reportOf(ctx: Context, asked: ReportAsked): Promise<Report> {
  return shownTo(ctx, await foundOf(ctx, asked));
}

/** The figures of a report, with nothing in them that depends on a language: so an edition keeps them. */
export async function foundOf(ctx: Context, asked: ReportAsked): Promise<Found> {
  const question = settled(asked, ctx.today);
  const asking = new Asking(ctx);
  const statement = sql`select ${reportSql(asking, asking.shapeOf(question))}::text as found`;
  const [row] = await gatherSql<{ found: string }>(await ctx.em(), statement);
  return foundIn(question, asked.compare ?? null, JSON.parse(row?.found ?? 'null') as ReportFound);
}

/** What the statement found, in columns. */
export function foundIn(
  question: ReportQuestion,
  compare: ReportComparison | null,
  { lines, figures }: ReportFound,
): Found {
  if (lines.length === 0) throw outside();
  const columns = columnsOf(
    question,
    figures.filter(({ line }) => line === null),
  );
  const cells = columns.length * lines.length;
  if (cells > mostCells) throw tooMany(cells);
  return { question, compare, columns, lines, figures };
}

/** A report as the asker may see it. */
export function shownTo(ctx: Context, found: Found): Report {
  const report = written(ctx, found);
  if (actorOf(ctx).kind === 'KEY') hideSmall(report, found.columns, found.figures, found.lines);
  return report;
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

function tooMany(cells: number): Refused {
  return badInput(
    {
      zh: `这张表有 ${cells} 个单元格，超过 ${mostCells} 个；请缩小范围、提高层级或少选指标。`,
      en: `This report has ${cells} cells, more than ${mostCells}; ask for a smaller part, a higher level or fewer metrics.`,
    },
    ['by'],
  );
}
