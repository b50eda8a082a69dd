import type { Context, FieldFacts } from '../access/index.js';
import { notFound } from '../kernel/index.js';
import {
  all,
  type Condition,
  type Given,
  heldSql,
  isUuid,
  type Missing,
  type Row,
  type Scope,
  type Slot,
  type Sql,
  sql,
} from '../reading/index.js';
import { directory } from './directory.js';
import { Station, StationName, StationParent } from './station.js';

/** Everybody in the county may look the whole tree up; a partner key sees the stations that it reaches. */
const seen = 'station.read';

/** The name that a station bore on the row's day, or its first one on a day before it opened; beside the row once. */
export function named(row: Row): { name: Sql; pinyin: Sql; initials: Sql } {
  const beside = row.aside('name', (name) => {
    const n = row.scope.table(StationName);
    const [from, columns] = [n.column('validFrom'), [n.column('name'), n.column('pinyin'), n.column('initials')]];
    const [called = from, pinyin = from, initials = from] = columns;
    return sql`join lateral (select ${called}, ${pinyin}, ${initials} from ${n.from}
      where ${n.pin} and ${n.column('station')} = ${row.column('id')} and (${from} <= ${row.day} or ${from} = ${row.column('openedOn')})
      order by ${from} desc limit 1) ${name} on true`;
  });
  return { name: sql`${beside}.name`, pinyin: sql`${beside}.pinyin`, initials: sql`${beside}.initials` };
}

/** The id of the station above on the row's day; null for the county. A closed station keeps its last place. */
export function parentId(row: Row): Sql {
  const p = row.scope.table(StationParent);
  const from = p.column('validFrom');
  return sql`(select ${p.column('parent')} from ${p.from} where ${p.pin} and ${p.column('station')} = ${row.column('id')}
    and (${from} <= ${row.day} or ${from} = ${row.column('openedOn')}) order by ${from} desc limit 1)`;
}

/** Whether a station stood on the row's day. */
export function isOpen(row: Row): Sql {
  return sql`${row.column('openedOn')} <= ${row.day} and (${row.column('closedOn')} is null or ${row.column('closedOn')} > ${row.day})`;
}

/** Whether a grant is in force on the asker's day. */
export function isInForce(grant: Row): Sql {
  const [from, to] = [grant.column('validFrom'), grant.column('validTo')];
  return sql`${from} <= ${grant.scope.today} and (${to} is null or ${to} > ${grant.scope.today})`;
}

/** Whether a station stood right under another on its day. */
export function isChild(child: Row, parent: Row): Sql {
  const p = child.scope.table(StationParent);
  const [from, to] = [p.column('validFrom'), p.column('validTo')];
  return sql`${child.column('id')} in (select ${p.column('station')} from ${p.from} where ${p.pin}
    and ${p.column('parent')} = ${parent.column('id')} and ${from} <= ${child.day} and (${to} is null or ${to} > ${child.day}))
    and ${isOpen(child)}`;
}

/** The ids from a station's parent up to the county, on the row's day. */
export function pathIds(row: Row): Sql {
  const above = row.scope.table(Station, row.day);
  return sql`(with recursive u0(id) as (select ${parentId(row)} union select ${parentId(above)} from u0 join ${above.from}
    on ${above.pin} and ${above.column('id')} = u0.id) select id from u0 where id is not null)`;
}

/** The ids under a station on a day, itself included, with the closed stations whose work it took over: what `Directory.subtree` answers. */
export function subtreeIds(scope: Scope, root: Slot, day: Slot): Sql {
  const child = scope.table(Station, day);
  const p = scope.table(StationParent, day);
  const later = scope.table(StationParent, day);
  const from = p.column('validFrom');
  const isLatest = sql`(${from} <= ${day} or ${from} = ${child.column('openedOn')}) and not exists (select 1 from ${later.from}
    where ${later.pin} and ${later.column('station')} = ${p.column('station')} and ${later.column('validFrom')} > ${from}
    and ${later.column('validFrom')} <= ${day})`;
  const closed = scope.table(Station, day);
  return sql`array(with recursive u0(id) as (select ${root} union select d0.id from u0 join lateral (
    select ${child.column('id')} from ${p.from} join ${child.from} on ${child.pin} and ${child.column('id')} = ${p.column('station')}
    where ${p.pin} and ${p.column('parent')} = u0.id and ${isLatest} and ((${isOpen(child)}) or ${child.column('successor')} is null)
    union all
    select ${closed.column('id')} from ${closed.from} where ${closed.pin} and ${closed.column('successor')} = u0.id and not (${isOpen(closed)})
    ) d0 on true) select id from u0)`;
}

/** The part of a reach that lies under the station of an argument, as `withinReach` answers it; null for the whole county. */
export function heldWithin(scope: Scope, permission: string, within: Given, day: Slot = scope.today): Sql {
  const reach = scope.reachOf(permission);
  const under = within.isSet ? subtreeIds(scope, idIn(within), day) : null;
  if (reach === 'nowhere') return sql`array[]::uuid[]`;
  if (reach === '*') return under ?? sql`null::uuid[]`;
  return under ? sql`array(select unnest(${under}) intersect select unnest(${reach}))` : sql`${reach}`;
}

/** Refuses the station of an argument when the county has none such. */
export function needsStation(scope: Scope, within: Given): readonly Missing[] {
  return within.isSet ? [isThereStation(scope, within)] : [];
}

/** Records of a station and of everything below it on the day of the list; NOT_FOUND for a station that is not of the county. */
export function withinStation(property: string, { isRelation = true } = {}): Condition<string> {
  const idsOf = (row: Row, given: Given) =>
    row.scope.once(`under ${given.key}`, () => subtreeIds(row.scope, idIn(given), row.day));
  return {
    isExact: true,
    query: async (id, asker) => {
      const tree = await directory(asker.context as Context, asker.today);
      tree.need(id);
      const ids = { $in: [...tree.subtree(id)] };
      return { [property]: isRelation ? { tenantId: asker.tenantId, id: ids } : ids };
    },
    sql: (row, given) => sql`${row.column(property)} = any(${idsOf(row, given)}::uuid[])`,
    each: (row, given) => ({
      values: sql`select v from unnest(${idsOf(row, given)}::uuid[]) u0(v)`,
      is: (value) => sql`${row.column(property)} = ${value}`,
      stations: { ids: sql`${idsOf(row, given)}::uuid[]`, property, key: `under ${given.key}` },
    }),
    missing: isThereStation,
  };
}

/** Whether the station that an argument names is one of the county, or NOT_FOUND. */
export function isThereStation(scope: Scope, given: Given): Missing {
  const station = scope.table(Station);
  const isThere = sql`exists (select 1 from ${station.from} where ${station.pin} and ${station.column('id')} = ${idIn(given)})`;
  return { isThere, refusal: () => notFound({ zh: '单位', en: 'station' }) };
}

/** The id that an argument gives; text that is no id names nothing. */
export function idIn(given: Given): Slot {
  return given.slot('uuid', (id: string) => (isUuid(id) ? id : null));
}

/** Such as 新时代文明实践站; null in a county without the label. */
export function practiceLabel(row: Row): Sql {
  return sql`${tenantOf(row)}.practice_label || ${levelName(row)}`;
}

/** What the county calls the station's level. */
export function levelName(row: Row): Sql {
  const tenant = tenantOf(row);
  return sql`case ${row.column('level')} when 'COUNTY' then ${tenant}.county_level_name
    when 'TOWNSHIP' then ${tenant}.township_level_name else ${tenant}.village_level_name end`;
}

function tenantOf(row: Row): Sql {
  return row.aside('tenant', (name) => sql`join public."tenant" ${name} on ${name}.id = ${row.scope.tenant}`);
}

/** In the order of codes. */
export const byCode = [['code', 'asc']] as const;

/** From the county down: a code is the longer the lower its level. */
export const fromTheTop: readonly [(row: Row) => Sql, 'asc'][] = [[(row) => sql`length(${row.column('code')})`, 'asc']];

/** The day that a list or a look-up of stations is asked for. */
export function dayAsked(scope: Scope, given: Given): Slot {
  return given.get('asOf').isSet ? given.get('asOf').slot('date') : scope.today;
}

/** The station that `id` names, where the asker may see it. */
export function seenStation(row: Row, given: Given): Sql {
  return all([sql`${row.column('id')} = ${idIn(given.get('id'))}`, heldSql(row, seen, 'id')]);
}

/** The county's own station. */
export function rootOfTree(row: Row): Sql {
  return sql`${row.column('level')} = 'COUNTY' and ${parentId(row)} is null`;
}

/** A child that the asker may see, or that leads to one. */
export function seenChild(child: Row, parent: Row): Sql {
  return all([isChild(child, parent), leadsToSeen(child)]);
}

function leadsToSeen(row: Row): Sql | null {
  const reach = row.scope.reachOf(seen);
  if (reach === '*') return null;
  if (reach === 'nowhere') return sql`false`;
  const at = row.scope.table(Station, row.day);
  return sql`${row.column('id')} in (with recursive u0(id) as (select unnest(${reach}) union select ${parentId(at)} from u0 join ${at.from}
    on ${at.pin} and ${at.column('id')} = u0.id and ${isOpen(at)}) select id from u0)`;
}

/** The station that a record names by a relation, as a field of its resolver; any station of the county may be looked up. */
export function stationField<T extends object>(says: string, property = 'station'): FieldFacts<T> {
  return {
    type: () => Station,
    says,
    isNullable: true,
    resolve: async (row, ctx) => {
      const id = (row as Record<string, { id?: string } | null>)[property]?.id;
      return id ? ((await directory(ctx)).get(id)?.station ?? null) : null;
    },
  };
}
