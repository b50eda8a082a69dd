import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { actorOf, type Context } from '../access/index.js';
import { badInput, type Language, notFound, type Refused } from '../kernel/index.js';
import type { ListColumns } from '../reading/index.js';
import { filterFacts, filterTold } from './export.facts.js';
import { exportLists } from './export.lists.js';
import { type ListQuestion, questionOf } from './export.question.js';
import { kindOf, valueReader } from './export.values.js';
import { type FileFormat, type FileOut, type FileValue, fileOut } from './fileOut.js';
import { inShanghai } from './shanghai.js';

/** What somebody wants as a file: a list, its filter and order as its field takes them, and on which record it hangs. */
export interface ExportAsked {
  list: string;
  format: FileFormat;
  where: Readonly<Record<string, unknown>> | null;
  orderBy: Readonly<Record<string, unknown>> | null;
  id: string | null;
}

/** Answers a question as the API would, each time out of the same snapshot; refusals are thrown. */
export type ReadAnswer = (document: DocumentNode, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;
type Answer = Readonly<Record<string, unknown>>;

/** So many rows go into one file. */
export const mostRowsOut = 50_000;
/** So many are read at a time: few enough to write between two other requests, enough to be through quickly. */
export const rowsAtOnce = 1_000;

const questions = new WeakMap<GraphQLSchema, Map<string, ListQuestion>>();

/** Begins a list's file for somebody who may take lists out: whatever is to refuse has refused, and the audit has it, before there is a first byte. */
export async function exportList(
  ctx: Context,
  schema: GraphQLSchema,
  asked: ExportAsked,
  read: ReadAnswer,
): Promise<FileOut> {
  const language = ctx.language as Language;
  const list = exportLists.get(asked.list);
  if (!list) throw badInput({ zh: '没有这样的清单可导出。', en: 'There is no such list to take out.' }, ['list']);
  const question = questionFor(schema, list);
  const pages = new Pages(question, asked, read);
  const first = await pages.first();
  if (first.count > mostRowsOut) throw tooMany(first.count);
  const about = await placeOf(asked, read);
  const told = `${list.list} ${asked.format}: ${first.count} rows, filter ${filterTold(asked.where)}${asked.id ? ` of ${asked.id}` : ''}`;
  await ctx.security({ kind: 'EXPORTED', detail: told });
  const readers = list.columns.map((column, i) => valueReader(column, typeAt(question, i), language, ctx.today));
  return fileOut(asked.format, [list.says[language], about.county, ctx.today].join(' '), {
    title: list.says[language],
    columns: list.columns.map((column, i) => ({
      heading: column.says[language],
      kind: kindOf(column, typeAt(question, i)),
    })),
    rows: rowsOf(pages.all(first), (row) => readers.map((reader) => reader(row))),
    facts: factsOf(ctx, list, first.count, about.county, filterFacts(question, asked.where, language, about.within)),
    language,
  });
}

function questionFor(schema: GraphQLSchema, list: ListColumns): ListQuestion {
  const known = questions.get(schema) ?? new Map<string, ListQuestion>();
  questions.set(schema, known);
  const question = known.get(list.list) ?? questionOf(schema, list);
  known.set(list.list, question);
  return question;
}

function typeAt({ types }: ListQuestion, i: number): ListQuestion['types'][number] {
  const type = types[i];
  if (!type) throw new Error('A column has no type.');
  return type;
}

/** A page of a list, as its connection answers it. */
interface Page {
  nodes: readonly unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The pages of a list, one after the other. */
class Pages {
  constructor(
    private readonly question: ListQuestion,
    private readonly asked: ExportAsked,
    private readonly read: ReadAnswer,
  ) {}

  async first(): Promise<Page & { count: number }> {
    const found = await this.page(this.question.first, null);
    return { ...found, count: found.totalCount ?? found.nodes.length };
  }

  /** The next page is read while this one is written. */
  async *all(first: Page): AsyncGenerator<readonly unknown[]> {
    for (let page: Page | null = first; page; ) {
      const { nodes, pageInfo }: Page = page;
      const next: Promise<Page> | null = pageInfo.hasNextPage
        ? this.page(this.question.next, pageInfo.endCursor)
        : null;
      next?.catch(() => {});
      yield nodes;
      page = await next;
    }
  }

  private async page(document: DocumentNode, after: string | null): Promise<Page & { totalCount?: number }> {
    const { where, orderBy, id } = this.asked;
    const variables = {
      ...(where && { where }),
      ...(orderBy && { orderBy }),
      ...(this.question.path.length > 1 && { id: id ?? '' }),
      ...(this.question.isPaged && { first: rowsAtOnce, after }),
    };
    let found: unknown = await this.read(document, variables);
    for (const step of this.question.path) found = (found as Answer | null)?.[step] ?? null;
    if (found === null) throw notFound();
    if (this.question.isPaged) return found as Page;
    return { nodes: found as unknown[], pageInfo: { hasNextPage: false, endCursor: null } };
  }
}

async function* rowsOf(
  pages: AsyncGenerator<readonly unknown[]>,
  valuesOf: (row: unknown) => FileValue[],
): AsyncGenerator<FileValue[][]> {
  for await (const nodes of pages) yield nodes.map(valuesOf);
}

const county = parse('query Export { me { tenant { name } } }');
const countyAndStation = parse('query Export($id: ID!) { me { tenant { name } } station(id: $id) { name } }');

/** The county, and the station that the list is limited to. */
async function placeOf({ where }: ExportAsked, read: ReadAnswer): Promise<{ county: string; within: string | null }> {
  const within = where?.within;
  const answer = within ? await read(countyAndStation, { id: within }) : await read(county, {});
  const { me, station } = answer as {
    me: { tenant: { name: string } | null } | null;
    station?: { name: string } | null;
  };
  return { county: me?.tenant?.name ?? '', within: station?.name ?? null };
}

function factsOf(
  ctx: Context,
  list: ListColumns,
  count: number,
  place: string,
  filter: readonly [string, string][],
): [string, string][] {
  const { name, account } = actorOf(ctx);
  const now = inShanghai(new Date());
  const whole: readonly [string, string][] = ctx.language === 'zh' ? [['筛选', '无']] : [['Filter', 'none']];
  const filters = filter.length > 0 ? filter : whole;
  if (ctx.language === 'zh')
    return [
      ['清单', list.says.zh],
      ['县（市、区）', place],
      ['行数', String(count)],
      ...filters.map(([what, value]): [string, string] => [what === '筛选' ? what : `筛选：${what}`, value]),
      ['数据截至', `${now}（北京时间）`],
      ['导出人', `${name}（${account}）`],
      ['号码', '身份证号、电话等已隐去部分数字。'],
    ];
  return [
    ['List', list.says.en],
    ['County', place],
    ['Rows', String(count)],
    ...filters.map(([what, value]): [string, string] => [what === 'Filter' ? what : `Filter: ${what}`, value]),
    ['As of', `${now} (Beijing time)`],
    ['Taken out by', `${name} (${account})`],
    ['Numbers', 'Identity numbers and telephones are masked.'],
  ];
}

function tooMany(count: number): Refused {
  const says = {
    zh: `共 ${count} 行，一个文件最多 ${mostRowsOut} 行；请按乡镇、村居或日期筛选后分几次导出。`,
    en: `These are ${count} rows, and a file holds ${mostRowsOut} at most; filter by town, village or day and take them out in parts.`,
  };
  return badInput(says, ['where']);
}
