import { actorOf, type Context, reaches, reachOf } from '../access/index.js';
import type { Day, Language } from '../kernel/index.js';
import { ProgrammeKind, ProgrammeState, programmesAsOf } from '../programmes/index.js';
import { type Directory, directory, type Placed } from '../tenancy/index.js';
import { CrossTownReport, ReportCell, type ReportQuestion, TownRow } from './crossTownReport.js';
import { type ReportAsked, settled, words } from './question.js';

interface Figure {
  station_id: string;
  kind: ProgrammeKind;
  state: ProgrammeState;
  count: number;
  budget: number;
}

/** Counts programmes by town, kind and state: those that overlap the period, with tree, state and budget as of the day. */
export async function crossTownReport(ctx: Context, asked: ReportAsked): Promise<CrossTownReport> {
  const { asOf } = settled(asked, ctx.today);
  const tree = await directory(ctx, asOf);
  const question = questionOf(ctx, tree, asked, asOf);
  const figures = await figuresOf(ctx, question);
  const towns = linesOf(tree, question, figures).map(({ placed, inLine }) =>
    lineOf(ctx.language, question, placed, inLine, figures),
  );
  return Object.assign(new CrossTownReport(), { towns, total: totalOf(ctx.language, question, figures), asOf });
}

function questionOf(ctx: Context, tree: Directory, asked: ReportAsked, asOf: Day): ReportQuestion {
  const actor = actorOf(ctx);
  const reach = reachOf(actor, 'report.read');
  const under = typeof asked.within === 'string' ? tree.subtree(tree.need(asked.within).station.id) : null;
  const stationIds = reach === '*' ? under : new Set([...(under ?? reach)].filter((id) => reaches(reach, id)));
  const kinds = asked.kind ? [asked.kind] : Object.values(ProgrammeKind);
  return { tenantId: actor.tenantId, from: asked.period.from, to: asked.period.to, asOf, kinds, stationIds };
}

/** The conditions of a question on programmes as of its day; the one place that says what counts. */
export function countedSql(question: ReportQuestion): { sql: string; values: unknown[] } {
  const asOf = programmesAsOf(question.tenantId, question.asOf);
  const stations = question.stationIds === null ? '' : ' and p.station_id = any(?::uuid[])';
  return {
    sql: `from (${asOf.sql}) p where p.starts_on <= ?::date and p.ends_on >= ?::date and p.kind = any(?::text[])${stations}`,
    values: [
      ...asOf.values,
      question.to,
      question.from,
      arrayText(question.kinds),
      ...(question.stationIds === null ? [] : [arrayText([...question.stationIds])]),
    ],
  };
}

/** An array parameter as PostgreSQL writes it; only enum names and uuids ever go in. */
export function arrayText(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}

async function figuresOf(ctx: Context, question: ReportQuestion): Promise<Figure[]> {
  const counted = countedSql(question);
  const sql = `select p.station_id, p.kind, p.state, count(*)::int as count, coalesce(sum(p.budget), 0)::float8 as budget
    ${counted.sql} group by p.station_id, p.kind, p.state`;
  return (await (await ctx.em()).execute(sql, counted.values)) as Figure[];
}

interface Line {
  placed: Placed;
  inLine: Set<string>;
}

/** The lines of the report: the county's own first, then the towns that stood on the day, and closed ones that still have something to show. */
function linesOf(tree: Directory, question: ReportQuestion, figures: readonly Figure[]): Line[] {
  const lines = new Map<string, Line>();
  const open = [tree.root, ...tree.root.children];
  for (const placed of open) {
    if (isCounted(tree, question, placed)) lines.set(placed.station.id, { placed, inLine: new Set() });
  }
  for (const { station_id: id } of figures) {
    const placed = lineHolding(tree, id);
    const line = lines.get(placed.station.id) ?? { placed, inLine: new Set<string>() };
    line.inLine.add(id);
    lines.set(placed.station.id, line);
  }
  return [...lines.values()].sort((a, b) => (a.placed.station.code < b.placed.station.code ? -1 : 1));
}

function isCounted(tree: Directory, question: ReportQuestion, placed: Placed): boolean {
  const ids = question.stationIds;
  if (ids === null || ids.has(placed.station.id)) return true;
  return placed !== tree.root && placed.children.some((child) => ids.has(child.station.id));
}

/** Where a station's figures stand on that day: its town, its successor's town when it was closed, or the county itself. */
function lineHolding(tree: Directory, stationId: string): Placed {
  let at = tree.need(stationId);
  for (let steps = 0; steps < 20; steps += 1) {
    const next =
      !at.isOpen && at.station.successor
        ? at.station.successor.id
        : at.station.level === 'VILLAGE'
          ? at.parentId
          : null;
    if (next === null) return at;
    at = tree.need(next);
  }
  return at;
}

function lineOf(
  language: Language,
  question: ReportQuestion,
  placed: Placed,
  inLine: Set<string>,
  figures: readonly Figure[],
): TownRow {
  const own = figures.filter((f) => inLine.has(f.station_id));
  const label = placed.station.level === 'COUNTY' ? words.county[language] : placed.name;
  return Object.assign(new TownRow(), { station: placed.station, label, cells: cellsOf(question, own, inLine) });
}

function totalOf(language: Language, question: ReportQuestion, figures: readonly Figure[]): TownRow {
  return Object.assign(new TownRow(), {
    station: null,
    label: words.total[language],
    cells: cellsOf(question, figures, null),
  });
}

function cellsOf(
  question: ReportQuestion,
  figures: readonly Figure[],
  stationIds: ReadonlySet<string> | null,
): ReportCell[] {
  return question.kinds.flatMap((kind) =>
    Object.values(ProgrammeState).map((state) => {
      const here = figures.filter((f) => f.kind === kind && f.state === state);
      const count = here.reduce((sum, f) => sum + f.count, 0);
      const budget = here.reduce((sum, f) => sum + f.budget, 0);
      return Object.assign(new ReportCell(), { kind, state, count, budget, question, stationIds });
    }),
  );
}
