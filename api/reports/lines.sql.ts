import { Slot, type Sql, sql } from '../reading/index.js';
import type { StationLevel } from '../tenancy/index.js';
import type { ReportShape, Walls } from './question.sql.js';

const ranks: Readonly<Record<StationLevel, number>> = { COUNTY: 1, TOWNSHIP: 2, VILLAGE: 3 };

/**
 * The tree as of the day as steps in front of a statement: `t0` all stations; `c0` the way up from each, through the successor of one that
 * is closed; `b0` the stations that count, each with the line it stands in: the nearest above it that is not below the level asked for.
 */
export function linesSql(walls: Walls, { by, within, at: { tenant, asOf } }: ReportShape): Sql {
  const rank = new Slot('int', () => ranks[by]);
  const deepest = within ? sql`greatest(${rank}, (select t2.rank from t0 t2 where t2.id = ${within}))` : sql`${rank}`;
  const isWithin = within ? sql`l0.id in (select c1.id from c0 c1 where c1.at = ${within})` : sql`true`;
  return sql`t0 as materialized (${treeSql(tenant, asOf)}),
    c0 as materialized (select t1.id, t1.id as at, 0 as step from t0 t1 union all
      select c1.id, n1.next, c1.step + 1 from c0 c1 join t0 t1 on t1.id = c1.at
      cross join lateral (select case when not t1.is_open and t1.successor is not null then t1.successor else t1.parent end as next) n1
      where n1.next is not null and c1.step < 20),
    l0 as (select distinct on (c1.id) c1.id, c1.at as line from c0 c1 join t0 t1 on t1.id = c1.at
      where (t1.is_open or t1.successor is null) and t1.rank <= ${deepest} order by c1.id, c1.step),
    b0 as materialized (select l0.id, l0.line from l0 where ${walls.isHeld('report.read', sql`l0.id`)} and ${isWithin})`;
}

function treeSql(tenant: Slot, asOf: Slot): Sql {
  return sql`select s1.id, s1.code, s1.level, case s1.level when 'COUNTY' then 1 when 'TOWNSHIP' then 2 else 3 end as rank,
      s1.opened_on <= ${asOf} and (s1.closed_on is null or s1.closed_on > ${asOf}) as is_open, s1.successor_id as successor,
      p2.parent_id as parent, n2.name
    from public."station" s1
    left join lateral (select p1.parent_id from public."station_parent" p1 where p1.tenant_id = ${tenant} and p1.station_id = s1.id
      and (p1.valid_from <= ${asOf} or p1.valid_from = s1.opened_on) order by p1.valid_from desc limit 1) p2 on true
    left join lateral (select n1.name from public."station_name" n1 where n1.tenant_id = ${tenant} and n1.station_id = s1.id
      and (n1.valid_from <= ${asOf} or n1.valid_from = s1.opened_on) order by n1.valid_from desc limit 1) n2 on true
    where s1.tenant_id = ${tenant}`;
}

/** A line as the statement answers it, with the stations that count in it. */
export interface LineRow {
  id: string;
  level: StationLevel;
  name: string;
  /** Whether lines below it stand beside it, so that it shows what stands at the station itself. */
  isOwn: boolean;
  stations: string[];
}

/** The lines, each town before its villages, in order of code: those that stood on the day, and closed ones that still have something to show. */
export function shownLines({ by }: ReportShape): Sql {
  const rank = new Slot('int', () => ranks[by]);
  return sql`select coalesce(json_agg(json_build_object('id', t1.id, 'level', t1.level, 'name', t1.name, 'isOwn', t1.rank < ${rank},
      'stations', x1.stations)
      order by case t1.rank when 1 then '' when 2 then t1.code else t2.code end, t1.rank, t1.code), '[]') from t0 t1
    join (select b1.line, array_agg(b1.id) as stations from b0 b1 group by b1.line) x1 on x1.line = t1.id
    left join t0 t2 on t2.id = t1.parent
    where t1.is_open or t1.id in (select g1.line from g0 g1)`;
}
