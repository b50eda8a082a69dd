import { Migration } from '@mikro-orm/migrations';
import { relock, rules, stationOr, tenant } from './lock.js';

/**
 * Who answers for a record besides the station where it happened. What was given to a person or household stays where it was given, and
 * is seen and gone on with from where they live now. What a station above offers and has not ended (an approved programme, its courses
 * and openings) may be read by the stations under it, so that they can enter their own people; nothing else of that station.
 */
export class Migration019Answering extends Migration {
  override up(): void {
    this.addSql(above);
    this.addSql(counted);
    for (const one of seeing) this.addSql(one);
    for (const [table, parent, column] of followed) this.addSql(seenWith(table, of(table, parent, column)));
    for (const [table, parent, column] of goneOnWith) this.addSql(relock(table, stationOr(of(table, parent, column))));
    this.addSql(counting);
    this.addSql(edited);
    this.addSql(enrolling);
    for (const [table, rule] of Object.entries(offered)) this.addSql(also(table, rule));
  }
}

/** What is offered hangs on the state, so that programmes are counted by station out of an index that has it. */
const counted = 'create index programme_counted_idx on programme (tenant_id, station_id) include (state);';

/** Providers, teachers and wage bands are corrected, which they were not before. */
const edited = ['training_provider', 'teacher']
  .map(
    (table) =>
      `alter table ${table} add column version int not null default 1; grant update on ${table} to lianxin_app;`,
  )
  .concat('grant update on wage_band to lianxin_app;')
  .join('\n');

/** Rows that are seen with their person, household or parent, and are written where they happened alone. */
const followed = [
  ['enrolment', 'person', 'person_id'],
  ['attendance', 'person', 'person_id'],
  ['test_result', 'person', 'person_id'],
  ['training_certificate', 'person', 'person_id'],
  ['intention', 'household', 'household_id'],
  ['project_household', 'household', 'household_id'],
  ['dividend_share', 'household', 'household_id'],
  ['dividend_payment', 'dividend_share', 'share_id'],
] as const;

/** Rows that whoever answers for the person or household now goes on with. */
const goneOnWith = [
  ['placement', 'person', 'person_id'],
  ['dispatch_member', 'person', 'person_id'],
  ['check_in', 'dispatch_member', 'member_id'],
  ['distribution', 'household', 'household_id'],
  ['survival_check', 'distribution', 'distribution_id'],
  ['livestock_contract', 'household', 'household_id'],
  ['livestock_instalment', 'livestock_contract', 'contract_id'],
  ['livestock_delivery', 'livestock_instalment', 'instalment_id'],
  ['loan', 'household', 'household_id'],
  ['loan_repayment', 'loan', 'loan_id'],
] as const;

/** A row whose parent is seen; the parent is looked up by its key, and only for a row that its own station does not show. */
function of(table: string, parent: (typeof parents)[number], column: string): string {
  return `gate.sees_${parent}("${table}".tenant_id, "${table}"."${column}")`;
}

const parents = [
  'person',
  'household',
  'course',
  'opening',
  'dividend_share',
  'dispatch_member',
  'distribution',
  'livestock_contract',
  'livestock_instalment',
  'loan',
] as const;

/**
 * Whether the asker sees a record, by the asker’s own rights. A function, whose cost is guessed low: as a sub-select PostgreSQL would take
 * it to be looked up for every row of a list, and would sort whole lists to read fewer of them.
 */
const seeing = parents.map(
  (table) => `
create function gate.sees_${table}(tenant int, record uuid) returns boolean language plpgsql stable as $$
begin return exists (select 1 from public.${table} t where t.tenant_id = tenant and t.id = record); end $$;
revoke all on function gate.sees_${table}(int, uuid) from public;
grant execute on function gate.sees_${table}(int, uuid) to lianxin_app;`,
);

/** One more way to a row, beside its station. */
function also(table: string, rule: string): string {
  return `create policy "${table}_offered" on "${table}" for select using (tenant_id = ${tenant} and ${rule});`;
}

/** Rows that are read by one more way, and written at their own station alone. */
function seenWith(table: string, rule: string): string {
  return `alter policy "${table}_within" on "${table}" using (${stationOr(rule)}) with check (${rules.station});`;
}

/**
 * A villager is enrolled in a course that a station above offers: the row stands where the course is given, and is the village's as well.
 * Who sees an enrolment sees which course it is.
 */
const enrolling = `
create policy enrolment_entered on enrolment for insert
  with check (tenant_id = ${tenant} and ${of('enrolment', 'person', 'person_id')} and gate.is_offered(tenant_id, course_id));
create policy course_taken on course for select using (tenant_id = ${tenant}
  and (select true from enrolment e where e.tenant_id = course.tenant_id and e.course_id = course.id limit 1));`;

const isAbove = 'station_id = any((select gate.above())::uuid[])';
const open = `state in ('APPROVED', 'RUNNING')`;
const ofOpen = (table: string) =>
  `(select p.${open} from programme p where p.tenant_id = "${table}".tenant_id and p.id = "${table}".programme_id)`;

const offered = {
  programme: `${open} and ${isAbove}`,
  course: `${isAbove} and ${ofOpen('course')}`,
  class_group: `${isAbove} and ${of('class_group', 'course', 'course_id')}`,
  course_session: `${isAbove} and ${of('course_session', 'course', 'course_id')}`,
  opening: `not is_closed and ${isAbove} and ${ofOpen('opening')}`,
  wage_band: `${isAbove} and ${of('wage_band', 'opening', 'opening_id')}`,
  dispatch_batch: `state = 'PLANNED' and ${isAbove} and ${of('dispatch_batch', 'opening', 'opening_id')}`,
  employer: `${isAbove} and (select true from opening o where o.tenant_id = employer.tenant_id and o.employer_id = employer.id limit 1)`,
};

const own = `nullif(pg_catalog.current_setting('app.tenant', true), '')::int`;
const day = `(pg_catalog.now() at time zone 'Asia/Shanghai')::date`;
const inForce = (row: string) =>
  `${row}.tenant_id = ${own} and ${row}.valid_from <= ${day} and (${row}.valid_to is null or ${row}.valid_to > ${day})`;

/** A narrow function of the gate, which the application alone may call. */
function narrow(name: string, takes: string, gives: string, body: string, volatility = 'stable'): string {
  const types = takes.replace(/\w+ (\w+(\[\])?)/g, '$1');
  return `
create function gate.${name}(${takes}) returns ${gives}
  language sql ${volatility} security definer set search_path = public, pg_temp
  as $$ ${body} $$;
revoke all on function gate.${name}(${types}) from public;
grant execute on function gate.${name}(${types}) to lianxin_app;`;
}

/** The stations over those that the asker's grants reach; a closed one leads nowhere, for its successor has a place of its own. */
const above = narrow(
  'above',
  '',
  'uuid[]',
  `with reached as (select unnest(string_to_array(nullif(pg_catalog.current_setting('app.stations', true), '*'), ',')::uuid[]) as id),
    over as (select p.parent_id as id from reached r join public.station s on s.tenant_id = ${own} and s.id = r.id
      join public.station_parent p on p.station_id = s.id and ${inForce('p')}
      where s.closed_on is null or s.closed_on > ${day})
    select array(select id from over union select q.parent_id from over o join public.station_parent q on q.station_id = o.id and ${inForce('q')})`,
);

/** Numbers over rows that the asker does not see one by one, of the asker's own county alone. */
const counting = [
  narrow(
    'is_offered',
    'tenant int, course uuid',
    'boolean',
    `select exists (select 1 from public.course c join public.programme p on p.tenant_id = c.tenant_id and p.id = c.programme_id
    where c.tenant_id = $1 and c.id = $2 and c.station_id = any(gate.above()) and p.state in ('APPROVED', 'RUNNING') and $1 = ${own})`,
  ),
  narrow(
    'enrolled_in',
    'tenant int, course uuid, class_group uuid, states text[]',
    'int',
    `select count(*)::int from public.enrolment e where e.tenant_id = $1 and e.course_id = $2 and ($3 is null or e.class_group_id = $3)
    and e.state = any($4) and $1 = ${own}`,
  ),
  narrow(
    'course_tally',
    'tenant int, course uuid',
    'jsonb',
    `select 1 from public.course c where c.tenant_id = $1 and c.id = $2 and $1 = ${own} for update;
    select jsonb_build_object('last', coalesce(max(e.no), 0), 'taken', count(*) filter (where e.state in ('ENROLLED', 'COMPLETED')))
    from public.enrolment e where e.tenant_id = $1 and e.course_id = $2 and $1 = ${own}`,
    'volatile',
  ),
  narrow(
    'batch_hold',
    'tenant int, batch uuid',
    'void',
    `select 1 from public.dispatch_batch b where b.tenant_id = $1 and b.id = $2 and $1 = ${own} for update`,
    'volatile',
  ),
].join('\n');
