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

/** What a new training programme is given by; every contestant writes the same rows from it. */
export const insertValues = [
  'tenant int',
  'record uuid',
  'step uuid',
  'revision uuid',
  'author uuid',
  'account text',
  'author_name text',
  'station uuid',
  'title text',
  'pinyin text',
  'initials text',
  'starts_on date',
  'ends_on date',
  'plan text',
  'budget bigint',
  'fund_source text',
  'responsible text',
  'category text',
  'form text',
  'audience text',
  'planned_sessions int',
  'planned_places int',
  'day date',
  'request text',
] as const;

/** A draft of a training programme in one statement: its two rows, first step, first revision and three rows of audit. */
export function insertTraining(at: (value: string) => string): string {
  const shared = `${at('title')}, ${at('starts_on')}, ${at('ends_on')}, ${at('plan')}, ${at('budget')}, ${at('fund_source')}, ${at('responsible')}`;
  const own = `jsonb_build_object('category', ${at('category')}, 'form', ${at('form')}, 'audience', ${at('audience')}, 'plannedSessions', ${at('planned_sessions')}, 'plannedPlaces', ${at('planned_places')})`;
  const content = `jsonb_build_object('title', ${at('title')}, 'startsOn', ${at('starts_on')}, 'endsOn', ${at('ends_on')}, 'plan', ${at('plan')}, 'budget', ${at('budget')},
      'fundSource', ${at('fund_source')}, 'responsible', ${at('responsible')}, 'station', ${at('station')})`;
  return `with made as (
    insert into programme (tenant_id, id, kind, station_id, title, starts_on, ends_on, plan, budget, fund_source, responsible, pinyin, initials, state, state_since, created_by, author_ids)
    values (${at('tenant')}, ${at('record')}, 'TRAINING', ${at('station')}, ${shared}, ${at('pinyin')}, ${at('initials')}, 'DRAFT', ${at('day')}, ${at('author_name')}, array[${at('author')}])),
  kind as (
    insert into training_programme (tenant_id, id, category, form, audience, planned_sessions, planned_places)
    values (${at('tenant')}, ${at('record')}, ${at('category')}, ${at('form')}, ${at('audience')}, ${at('planned_sessions')}, ${at('planned_places')}) returning *),
  step as (
    insert into programme_step (tenant_id, id, programme_id, station_id, act, "to", on_day, by)
    values (${at('tenant')}, ${at('step')}, ${at('record')}, ${at('station')}, 'CREATE', 'DRAFT', ${at('day')}, ${at('author_name')})),
  revision as (
    insert into programme_revision (tenant_id, id, programme_id, kind, no, state, valid_from, station_id, title, starts_on, ends_on, plan, budget, fund_source, responsible, details, entered_by)
    values (${at('tenant')}, ${at('revision')}, ${at('record')}, 'TRAINING', 1, 'IN_FORCE', ${at('day')}, ${at('station')}, ${shared}, ${own}, ${at('author_name')})),
  audited as (
    insert into audit_entry (tenant_id, id, actor_kind, actor_id, account, act, record, record_id, station_id, after, request_id, client)
    select ${at('tenant')}, uuidv7(), 'USER', ${at('author')}, ${at('account')}, 'trainingProgrammeCreate', a.record, a.id::text, ${at('station')}, a.after, ${at('request')}, 'bench'
    from (values ('TrainingProgramme', ${at('record')}, ${content} || ${own}),
      ('ProgrammeStep', ${at('step')}, jsonb_build_object('act', 'CREATE', 'to', 'DRAFT', 'onDay', ${at('day')}, 'by', ${at('author_name')}, 'programme', ${at('record')})),
      ('ProgrammeRevision', ${at('revision')}, ${content} || jsonb_build_object('no', 1, 'state', 'IN_FORCE', 'validFrom', ${at('day')}, 'details', ${own}))) a (record, id, after))
  select * from kind`;
}

/** The text with `$n::type` for each value, in the order of `insertValues`. */
export function numbered(value: string): string {
  const index = insertValues.findIndex((declared) => declared.startsWith(`${value} `));
  return `$${index + 1}::${insertValues[index]?.split(' ')[1]}`;
}
