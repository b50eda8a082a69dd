import { ProgrammeKind, ProgrammeState, programmesOn } from '../programmes/index.js';
import {
  type Given,
  joined,
  literal,
  many,
  one,
  quoted,
  type Reads,
  type Relation,
  type Row,
  record,
  reference,
  type Scope,
  Slot,
  type Sql,
  sql,
} from '../reading/index.js';
import {
  idIn,
  isChild,
  isOpen,
  isThereStation,
  named,
  parentId,
  rootOfTree,
  Station,
  subtreeIds,
} from '../tenancy/index.js';
import { type ReportAsked, settled, words } from './question.js';

/** What is asked travels down the report as columns, from line to cell, with the figures that belong there. */
const asked = { from: 'from_day', to: 'to_day', kinds: 'kinds', stations: 'stations', figures: 'figures' } as const;
const ofLine = { station: 'station', label: 'label', code: 'code', inLine: 'in_line', ...asked };
const ofCell = {
  kind: 'kind',
  kindNo: 'kind_no',
  state: 'state',
  stateNo: 'state_no',
  count: 'count',
  budget: 'budget',
};

/** The report: the question settled, and every figure by station, kind and state, read once. */
export const report: Reads = record(
  (given) => ({ from: (scope) => questionSql(scope, given), columns: { asOf: 'as_of', ...asked } }),
  () => sql`true`,
  dayOf,
  (scope, given) => (given.get('within').isSet ? [isThereStation(scope, given.get('within'))] : []),
);

/** The county's own line and its towns as they stood on the day, and closed ones that still have something to show. */
export const towns: Reads = many(lines, () => sql`true`, [['code', 'asc']]);

/** The sum of all lines. */
export const total: Reads = one(
  (row) => ({
    from: () =>
      sql`(select null::uuid as station, ${inWords('total')} as label, null::uuid[] as in_line, ${handed(row)})`,
    columns: ofLine,
  }),
  () => sql`true`,
);

/** The town of a line as of the report's day; the total has none. */
export const town: Reads = reference(() => Station, 'station');

/** A figure for every kind asked for and every state. */
export const cells: Reads = many(cellsOf, () => sql`true`, [
  ['kindNo', 'asc'],
  ['stateNo', 'asc'],
]);

/** Whether a programme is one of those that make the figure of a cell. */
export function isInCell(programme: Row, cell: Row): Sql {
  const [from, to, stations] = [cell.column('from'), cell.column('to'), cell.column('stations')];
  const inLine = cell.column('inLine');
  return sql`${cell.column('count')} > 0 and ${programme.column('id')} in (
    select p0.id from (${programmesOn(cell.scope, cell.day)}) p0 where ${counted({ from, to, stations })}
      and p0.kind = ${cell.column('kind')} and p0.state = ${cell.column('state')} and (${inLine} is null or p0.station_id = any(${inLine})))`;
}

/** The condition on a programme as of the day to be counted at all. */
function counted({ from, to, stations }: { from: Sql | Slot; to: Sql | Slot; stations: Sql }): Sql {
  return sql`p0.starts_on <= ${to} and p0.ends_on >= ${from} and (${stations} is null or p0.station_id = any(${stations}))`;
}

function settledSlot(given: Given, pick: (days: ReturnType<typeof settled>) => unknown): Slot {
  return given.slot('date', (it: ReportAsked, { asker }) => pick(settled(it, asker.today)));
}

function dayOf(scope: Scope, given: Given): Slot {
  return given.get('asOf').isSet ? settledSlot(given, ({ asOf }) => asOf) : scope.today;
}

/** Figures name the station that holds them and the line it stands in on the day: its town, its successor's, or the county itself. */
function questionSql(scope: Scope, given: Given): Sql {
  const day = dayOf(scope, given);
  const [from, to] = [settledSlot(given, (days) => days.from), settledSlot(given, (days) => days.to)];
  const kinds = given.slot('text[]', ({ kind }: ReportAsked) => (kind ? [kind] : Object.values(ProgrammeKind)));
  const at = scope.table(Station, day);
  const next = sql`case when not (${isOpen(at)}) and ${at.column('successor')} is not null then ${at.column('successor')}
    when ${at.column('level')} = 'VILLAGE' then ${parentId(at)} end`;
  return sql`(with recursive
    q0 as materialized (select ${day} as as_of, ${from} as from_day, ${to} as to_day, ${kinds} as kinds, ${stationsOf(scope, given, day)} as stations),
    f0 as materialized (select p0.station_id, p0.kind, p0.state, count(*)::int as count, coalesce(sum(p0.budget), 0)::bigint as budget
      from q0 cross join lateral (${programmesOn(scope, day)}) p0
      where ${counted({ from, to, stations: sql`q0.stations` })} and p0.kind = any(q0.kinds) group by p0.station_id, p0.kind, p0.state),
    u0(id, line, step) as (select distinct f0.station_id, f0.station_id, 0 from f0
      union all select u0.id, n0.next, u0.step + 1 from u0 join ${at.from} on ${at.pin} and ${at.column('id')} = u0.line
        cross join lateral (select ${next} as next) n0 where n0.next is not null and u0.step < 20),
    l0 as (select distinct on (id) id, line from u0 order by id, step desc)
    select q0.*, (select coalesce(jsonb_agg(jsonb_build_object('line', l0.line, 'station', l0.id, 'kind', f0.kind, 'state', f0.state,
      'count', f0.count, 'budget', f0.budget)), '[]') from f0 join l0 on l0.id = f0.station_id) as figures from q0)`;
}

/** The stations that count; null for the whole county. */
function stationsOf(scope: Scope, given: Given, day: Slot): Sql {
  const reach = scope.reachOf('report.read');
  const under = given.get('within').isSet ? subtreeIds(scope, idIn(given.get('within')), day) : null;
  if (reach === 'nowhere') return sql`array[]::uuid[]`;
  if (reach === '*') return under ?? sql`null::uuid[]`;
  return under ? sql`array(select unnest(${under}) intersect select unnest(${reach}))` : sql`${reach}`;
}

function lines(row: Row): Relation {
  const from = (scope: Scope) => {
    const s = scope.table(Station, row.day);
    const root = scope.table(Station, row.day);
    const below = scope.table(Station, row.day);
    const stations = row.column('stations');
    const isRoot = rootOfTree(s);
    const isBelowRoot = sql`exists (select 1 from ${root.from} where ${root.pin} and ${rootOfTree(root)} and ${isChild(s, root)})`;
    const leads = sql`exists (select 1 from ${below.from} where ${below.pin} and ${isChild(below, s)} and ${below.column('id')} = any(${stations}))`;
    const isCounted = sql`${stations} is null or ${s.column('id')} = any(${stations}) or (not (${isRoot}) and ${leads})`;
    const label = sql`case ${s.column('level')} when 'COUNTY' then ${inWords('county')} else ${named(s).name} end`;
    return sql`(select ${s.column('id')} as station, ${s.column('code')} as code, ${label} as label, f0.in_line, ${handed(row, 'figures')},
      coalesce(f0.figures, '[]') as figures
      from ${s.from} left join (select f1.line, array_agg(distinct f1.station) as in_line, jsonb_agg(to_jsonb(f1)) as figures
        from ${figures(row)} group by f1.line) f0 on f0.line = ${s.column('id')}
      where ${s.pin} and (f0.line is not null or (((${isRoot}) or ${isBelowRoot}) and (${isCounted}))))`;
  };
  return { from, columns: ofLine };
}

function cellsOf(row: Row): Relation {
  const states = Object.values(ProgrammeState).map((state) => literal(state));
  const from =
    () => sql`(select k0.kind, k0.no as kind_no, s0.state, s0.no as state_no, ${row.column('inLine')} as in_line, ${handed(row)},
    f0.count, f0.budget from unnest(${row.column('kinds')}) with ordinality k0(kind, no)
    cross join unnest(array[${joined(states, ', ')}]) with ordinality s0(state, no)
    cross join lateral (select coalesce(sum(f1.count), 0)::int as count, coalesce(sum(f1.budget), 0)::bigint as budget
      from ${figures(row)} where f1.kind = k0.kind and f1.state = s0.state) f0)`;
  return { from, columns: { ...ofCell, inLine: 'in_line', ...asked } };
}

/** The figures of a row of the report, as rows called f1. */
function figures(row: Row): Sql {
  return sql`jsonb_to_recordset(${row.column('figures')}) f1(line uuid, station uuid, kind text, state text, count int, budget bigint)`;
}

/** What a line or a cell takes over from above it. */
function handed(row: Row, but = ''): Sql {
  const taken = Object.entries(asked).filter(([property]) => property !== but);
  return joined(
    taken.map(([property, column]) => sql`${row.column(property)} as ${quoted(column)}`),
    ', ',
  );
}

function inWords(line: keyof typeof words): Slot {
  return new Slot('text', ({ asker }) => words[line][asker.language]);
}
