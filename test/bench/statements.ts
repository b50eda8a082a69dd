/**
 * The SQL that a careful hand would write for what is measured, shared by the contestants that are written by hand. Placeholders
 * are given by name, so that the same text serves a prepared statement and the body of a function.
 */

const valid = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day}::date and (${alias}.valid_to is null or ${alias}.valid_to > ${day}::date)`;

/** The stations under one, itself included, as a recursive term called `under` with the column `id`. */
export function under(tenant: string, station: string, day: string): string {
  return `edge as (
    select station_id as child, parent_id as parent from station_parent e where e.tenant_id = ${tenant} and ${valid('e', day)}
    union all
    select id, successor_id from station where tenant_id = ${tenant} and successor_id is not null),
  under as (select ${station}::uuid as id union select edge.child from edge join under on edge.parent = under.id)`;
}

/** The name of a station on a day, as a scalar sub-select. */
export function nameOf(tenant: string, station: string, day: string): string {
  return `(select n.name from station_name n where n.tenant_id = ${tenant} and n.station_id = ${station} and ${valid('n', day)})`;
}

/** The parent of a station on a day. */
export function parentOf(tenant: string, station: string, day: string): string {
  return `(select u.parent_id from station_parent u where u.tenant_id = ${tenant} and u.station_id = ${station} and ${valid('u', day)})`;
}

/** How many programmes each station has of its own; those without any are left out. */
export function ownProgrammes(tenant: string): string {
  return `select p.station_id, count(*)::int as many from programme p where p.tenant_id = ${tenant} group by p.station_id`;
}

/** Sessions held in some days, how often people came and how many they were, by line of the report; the total comes last. */
export function trainingByTown(tenant: string, from: string, to: string, day: string): string {
  return `with held as materialized (
    select s.id, s.station_id from course_session s where s.tenant_id = ${tenant} and s.held_on between ${from}::date and ${to}::date and not s.is_cancelled),
  came as materialized (
    select a.station_id, a.person_id, count(*) as times from held s join attendance a on a.tenant_id = ${tenant} and a.session_id = s.id and a.is_present group by 1, 2),
  line as materialized (
    select s.id, s.code, s.level, case s.level when 'VILLAGE' then ${parentOf(tenant, 's.id', day)} else s.id end as line,
      s.level <> 'VILLAGE' and s.opened_on <= ${day}::date and (s.closed_on is null or s.closed_on > ${day}::date) as is_shown
    from station s where s.tenant_id = ${tenant}),
  sessions as (select l.line, count(*) as many from held h join line l on l.id = h.station_id group by grouping sets ((1), ())),
  people as (select l.line, sum(c.times) as times, count(distinct c.person_id) as many from came c join line l on l.id = c.station_id group by grouping sets ((1), ())),
  shown as (
    select l.id, l.code, case l.level when 'COUNTY' then '县本级' else ${nameOf(tenant, 'l.id', day)} end as label from line l where l.is_shown union all select null, '~', '合计')
  select w.id, w.code, w.label, coalesce(s.many, 0) as sessions, coalesce(p.times, 0) as times, coalesce(p.many, 0) as people
  from shown w left join sessions s on s.line is not distinct from w.id left join people p on p.line is not distinct from w.id order by w.code`;
}

/** The cross-town report, a row for every line, kind and state; the total comes last, without a station. */
export function crossTown(tenant: string, from: string, to: string, day: string): string {
  return `with counted as materialized (
    select r.station_id, p.kind, s."to" as state, count(*)::int as count, coalesce(sum(r.budget), 0)::bigint as budget
    from programme p
    cross join lateral (select "to" from programme_step s where s.tenant_id = ${tenant} and s.programme_id = p.id and s.on_day <= ${day}::date order by s.on_day desc, s.id desc limit 1) s
    cross join lateral (select station_id, budget, starts_on, ends_on from programme_revision r
      where r.tenant_id = ${tenant} and r.programme_id = p.id and r.state = 'IN_FORCE' and r.valid_from <= ${day}::date order by r.valid_from desc, r.no desc limit 1) r
    where p.tenant_id = ${tenant} and r.starts_on <= ${to}::date and r.ends_on >= ${from}::date group by 1, 2, 3),
  lined as (
    select case s.level when 'VILLAGE' then ${parentOf(tenant, 's.id', day)} else s.id end as line, c.kind, c.state, c.count, c.budget
    from counted c join station s on s.tenant_id = ${tenant} and s.id = c.station_id),
  line as (
    select s.id, s.code, ${nameOf(tenant, 's.id', day)} as name, case s.level when 'COUNTY' then '县本级' else ${nameOf(tenant, 's.id', day)} end as label
    from station s where s.tenant_id = ${tenant} and s.level <> 'VILLAGE' and s.opened_on <= ${day}::date and (s.closed_on is null or s.closed_on > ${day}::date)
    union all select null, '~', null, '合计'),
  cell as (
    select k.kind, k.place * 10 + t.place as place, t.state
    from (values ('TRAINING', 1), ('JOB', 2), ('INDUSTRY', 3)) k (kind, place),
      (values ('DRAFT', 1), ('SUBMITTED', 2), ('RETURNED', 3), ('APPROVED', 4), ('RUNNING', 5), ('FINISHED', 6), ('ACCEPTED', 7), ('STOPPED', 8)) t (state, place))
  select line.id as station_id, line.code, line.name, line.label, cell.kind, cell.state, coalesce(sum(l.count), 0)::int as count, coalesce(sum(l.budget), 0)::bigint as budget, cell.place
  from line cross join cell left join lined l on (l.line = line.id or line.id is null) and l.kind = cell.kind and l.state = cell.state
  group by line.id, line.code, line.name, line.label, cell.kind, cell.state, cell.place order by line.id is null, line.code, cell.place`;
}
