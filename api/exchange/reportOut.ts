import { type GraphQLSchema, isEnumType } from 'graphql';
import { askerOf, type Context } from '../access/index.js';
import type { Language, Message } from '../kernel/index.js';
import { type Report, type ReportAsked, type ReportComparison, readEdition, reportOf } from '../reports/index.js';
import { type Directory, directory } from '../tenancy/index.js';
import { enumLabel } from './export.words.js';
import { type FileFormat, type FileOut, fileOut } from './fileOut.js';
import { editionFacts, type Facts, reportFacts } from './reportFacts.js';
import { type ReportTable, reportTable } from './reportTable.js';

/** A file of figures, and what the security log says of it. */
export interface FiguresOut {
  file: FileOut;
  told: string;
}

/** A report as a file: counted as `report` counts it, for an asker who is cut to where files may be taken out. */
export async function reportFile(
  ctx: Context,
  schema: GraphQLSchema,
  asked: ReportAsked,
  format: FileFormat,
): Promise<FiguresOut> {
  demandBoth(ctx, 'report.read');
  const report = await reportOf(ctx, asked);
  const tree = await directory(ctx, report.asOf);
  const of = tree.get(asked.within ?? '') ?? tree.root;
  const { table, facts, told } = laidOut(ctx, schema, report, tree);
  const title = titles[ctx.language as Language];
  const about: Facts = [
    [words.report, title],
    [words.county, tree.root.name],
    [words.within, asked.within ? of.name : words.everywhere[ctx.language as Language]],
  ];
  return {
    file: made(ctx, format, {
      name: [title, of.name, report.asOf].join(' '),
      title,
      table,
      facts: [...about, ...facts],
    }),
    told: `report ${format}: ${told}${asked.within ? `, within ${asked.within}` : ''}`,
  };
}

/** An edition as a file: its figures as they were frozen, with who froze them and their hash. */
export async function editionFile(
  ctx: Context,
  schema: GraphQLSchema,
  id: string,
  format: FileFormat,
): Promise<FiguresOut> {
  demandBoth(ctx, 'edition.read');
  const read = await readEdition(ctx, id);
  const { edition, report } = read;
  const tree = await directory(ctx, report.asOf);
  const { table, facts, told } = laidOut(ctx, schema, report, tree);
  const { title } = edition;
  const about: Facts = [
    ...editionFacts(read, ctx.language as Language),
    [words.county, tree.root.name],
    [words.within, tree.need(edition.station.id).name],
  ];
  return {
    file: made(ctx, format, { name: [title, report.asOf].join(' '), title, table, facts: [...about, ...facts] }),
    told: `edition ${edition.id} ${format}: ${told}`,
  };
}

function demandBoth(ctx: Context, permission: string): void {
  const asker = askerOf(ctx);
  for (const one of ['export.run', permission]) asker.demand(one);
}

const titles: Message = { zh: '统计报表', en: 'Report' };
const words = {
  report: { zh: '报表', en: 'Report' },
  county: { zh: '县（市、区）', en: 'County' },
  within: { zh: '范围（含下级）', en: 'Within' },
  everywhere: { zh: '可导出的全部单位', en: 'Everywhere that you may take out' },
};

const comparedWords: Readonly<Record<ReportComparison, Message>> = {
  PREVIOUS: { zh: '上期', en: 'Before' },
  YEAR_BEFORE: { zh: '上年同期', en: 'A year before' },
  PLAN: { zh: '计划', en: 'Plan' },
};

/** The sheet of a report, what is to be known of it, and how the log names it. */
function laidOut(ctx: Context, schema: GraphQLSchema, report: Report, tree: Directory) {
  const language = ctx.language as Language;
  const label = (type: string, value: string) => {
    const found = schema.getType(type);
    return isEnumType(found) ? enumLabel(found, value)[language] : value;
  };
  const split = report.split && label('ReportSplit', report.split);
  const compared = report.compare && comparedWords[report.compare][language];
  const table = reportTable(report, tree, language, { split, compared });
  const facts = reportFacts(ctx, report, {
    level: label('StationLevel', report.by),
    split,
    compared,
    count: table.rows.length,
  });
  const keys = report.metrics.map(({ key }) => key).join(', ');
  return {
    table,
    facts,
    told: `${keys} ${report.from} – ${report.to} as of ${report.asOf}, ${table.rows.length} rows`,
  };
}

interface Made {
  name: string;
  title: string;
  table: ReportTable;
  facts: Facts;
}

function made(ctx: Context, format: FileFormat, { name, title, table, facts }: Made): FileOut {
  const language = ctx.language as Language;
  const said = facts.map(([what, value]): [string, string] => [what[language], value]);
  return fileOut(format, name, { title, columns: table.columns, rows: once(table.rows), facts: said, language });
}

async function* once<T>(portion: T): AsyncGenerator<T> {
  yield portion;
}
