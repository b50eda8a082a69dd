import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * Jobs: employers and what is agreed with them, openings with their wage bands, batches with their members and check-ins, holders of
 * posts and workers of workshops, and people who look for work. That nobody goes with two batches at once, and holds one post without
 * an end, the database says as well; over rows that the asker does not see, three narrow functions count.
 */
export class Migration012Jobs extends Migration {
  override up(): void {
    this.addSql(offers);
    this.addSql(dispatches);
    this.addSql(placements);
    for (const table of ['employer', 'agreement', 'wage_band'])
      this.addSql(lock(table, rules.station, ['select', 'insert']));
    for (const table of ['opening', 'dispatch_batch', 'dispatch_member', 'check_in', 'placement', 'job_seeker'])
      this.addSql(lock(table, rules.station, ['select', 'insert', 'update']));
    this.addSql(counting);
  }
}

/** What every table begins with, and the key to its station. */
function table(name: string, columns: string, constraints = ''): string {
  return `
create table ${name} (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
${columns},
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint ${name}_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)${constraints}
);
create index ${name}_station_idx on ${name} (tenant_id, station_id, created_at, id);
create index ${name}_created_idx on ${name} (tenant_id, created_at, id);`;
}

function key(name: string, column: string, parent: string): string {
  return `,
  constraint ${name}_${column.replace(/_id$/, '')}_fkey foreign key (tenant_id, ${column}) references ${parent} (tenant_id, id)`;
}

const version = '  version int not null default 1';
const kinds = `check (kind in ('PUBLIC_WELFARE', 'WORKSHOP', 'LABOUR_DISPATCH'))`;

const offers = [
  table(
    'employer',
    `  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  place text,
  is_outside boolean not null default false`,
    `,
  constraint employer_name_key unique (tenant_id, station_id, name)`,
  ),
  `create index employer_name_idx on employer (tenant_id, name, id);
create index employer_pinyin_idx on employer (tenant_id, pinyin, id);
create index employer_initials_idx on employer (tenant_id, initials, id);`,
  table(
    'agreement',
    `  employer_id uuid not null,
  title text not null,
  signed_on date not null,
  valid_from date not null,
  valid_to date`,
    `${key('agreement', 'employer_id', 'employer')},
  constraint agreement_span_check check (valid_to is null or valid_to > valid_from)`,
  ),
  'create index agreement_employer_idx on agreement (tenant_id, employer_id, signed_on, id);',
  table(
    'opening',
    `  programme_id uuid not null,
  employer_id uuid,
  kind text collate "C" not null ${kinds},
  title text not null,
  work text check (work in ('SANITATION', 'BEAUTIFUL_VILLAGE', 'ROAD_UPKEEP', 'FOREST_GUARD', 'CULTURE')),
  headcount int not null check (headcount > 0),
  monthly_pay bigint check (monthly_pay >= 0),
  skills text[] not null default '{}',
  is_closed boolean not null default false,
  is_invented boolean not null default false,
${version}`,
    `${key('opening', 'programme_id', 'programme')}${key('opening', 'employer_id', 'employer')},
  constraint opening_shape_check check ((kind = 'PUBLIC_WELFARE') = (work is not null and monthly_pay is not null)
    and (kind = 'PUBLIC_WELFARE') = (employer_id is null))`,
  ),
  `create index opening_programme_idx on opening (tenant_id, programme_id, created_at, id);
create index opening_kind_idx on opening (tenant_id, kind, created_at, id);`,
  table(
    'wage_band',
    `  opening_id uuid not null,
  grade text not null check (grade in ('TECHNICAL', 'GENERAL')),
  wage_from bigint not null check (wage_from >= 0),
  wage_to bigint not null,
  basis text not null check (basis in ('QUOTED', 'AGREED'))`,
    `${key('wage_band', 'opening_id', 'opening')},
  constraint wage_band_grade_key unique (tenant_id, opening_id, grade),
  constraint wage_band_order_check check (wage_to >= wage_from)`,
  ),
].join('\n');

const dispatches = [
  table(
    'dispatch_batch',
    `  opening_id uuid not null,
  employer_id uuid not null,
  agreement_id uuid,
  number int not null check (number > 0),
  day date not null,
  transport text not null check (transport in ('FREE', 'PAID', 'NONE')),
  state text collate "C" not null check (state in ('PLANNED', 'DEPARTED', 'RETURNED', 'CANCELLED')),
  reason text,
  is_invented boolean not null default false,
${version}`,
    `${key('dispatch_batch', 'opening_id', 'opening')}${key('dispatch_batch', 'employer_id', 'employer')}${key('dispatch_batch', 'agreement_id', 'agreement')},
  constraint dispatch_batch_number_key unique (tenant_id, opening_id, number)`,
  ),
  `create index dispatch_batch_day_idx on dispatch_batch (tenant_id, day, id);
create index dispatch_batch_employer_idx on dispatch_batch (tenant_id, employer_id, day, id);`,
  table(
    'dispatch_member',
    `  batch_id uuid not null,
  opening_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  batch_number int not null,
  employer_name text not null,
  grade text not null check (grade in ('TECHNICAL', 'GENERAL')),
  wage bigint check (wage >= 0),
  state text collate "C" not null check (state in ('PLANNED', 'DEPARTED', 'RETURNED', 'WITHDRAWN')),
  departed_on date,
  ended_on date,
  reason text,
${version}`,
    `${key('dispatch_member', 'batch_id', 'dispatch_batch')}${key('dispatch_member', 'opening_id', 'opening')}${key('dispatch_member', 'person_id', 'person')}${key('dispatch_member', 'household_id', 'household')},
  constraint dispatch_member_end_check check ((state in ('RETURNED', 'WITHDRAWN')) = (ended_on is not null))`,
  ),
  `create unique index dispatch_member_batch_key on dispatch_member (tenant_id, batch_id, person_id) where state <> 'WITHDRAWN';
create unique index dispatch_member_open_key on dispatch_member (tenant_id, person_id) where state in ('PLANNED', 'DEPARTED');
create index dispatch_member_batch_idx on dispatch_member (tenant_id, batch_id, created_at, id);
create index dispatch_member_opening_idx on dispatch_member (tenant_id, opening_id);
create index dispatch_member_person_idx on dispatch_member (tenant_id, person_id, created_at, id);
create index dispatch_member_household_idx on dispatch_member (tenant_id, household_id, created_at, id);`,
  table(
    'check_in',
    `  member_id uuid not null,
  batch_id uuid not null,
  months int not null check (months in (1, 3, 6)),
  due_on date not null,
  done_on date,
  is_employed boolean,
  is_done boolean not null default false,
  reason text,
  wage bigint check (wage >= 0),
  note text,
${version}`,
    `${key('check_in', 'member_id', 'dispatch_member')}${key('check_in', 'batch_id', 'dispatch_batch')},
  constraint check_in_months_key unique (tenant_id, member_id, months),
  constraint check_in_done_check check (is_done = (done_on is not null) and is_done = (is_employed is not null))`,
  ),
  `create index check_in_due_idx on check_in (tenant_id, due_on, id);
create index check_in_waiting_idx on check_in (tenant_id, is_done, due_on, id);
create index check_in_batch_idx on check_in (tenant_id, batch_id, due_on, id);`,
].join('\n');

const placements = [
  table(
    'placement',
    `  opening_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  kind text collate "C" not null ${kinds},
  title text not null,
  valid_from date not null,
  valid_to date,
  wage bigint check (wage >= 0),
  reason text,
  is_invented boolean not null default false,
${version}`,
    `${key('placement', 'opening_id', 'opening')}${key('placement', 'person_id', 'person')}${key('placement', 'household_id', 'household')},
  constraint placement_span_check check (valid_to is null or valid_to > valid_from)`,
  ),
  `create unique index placement_open_key on placement (tenant_id, person_id) where kind = 'PUBLIC_WELFARE' and valid_to is null;
create index placement_opening_idx on placement (tenant_id, opening_id, valid_from, id);
create index placement_person_idx on placement (tenant_id, person_id, valid_from, id);
create index placement_household_idx on placement (tenant_id, household_id, valid_from, id);
create index placement_opening_end_idx on placement (tenant_id, opening_id, valid_to, id);
create index placement_end_idx on placement (tenant_id, valid_to, id);`,
  table(
    'job_seeker',
    `  person_id uuid not null,
  skills text[] not null default '{}',
  distance text not null check (distance in ('VILLAGE', 'TOWN', 'COUNTY', 'OUTSIDE')),
  wage_wished bigint check (wage_wished >= 0),
  state text collate "C" not null check (state in ('SEEKING', 'PLACED', 'WITHDRAWN')),
${version}`,
    key('job_seeker', 'person_id', 'person'),
  ),
  `create unique index job_seeker_open_key on job_seeker (tenant_id, person_id) where state = 'SEEKING';
create index job_seeker_state_idx on job_seeker (tenant_id, state, created_at, id);`,
].join('\n');

/** A narrow function: of the asker's own county alone, and a yes or a number is all that it says. */
function narrow(name: string, takes: string, gives: string, body: string): string {
  const types = takes.replace(/\w+ (\w+)/g, '$1');
  return `
create function gate.${name}(${takes}) returns ${gives}
  language sql stable security definer set search_path = public, pg_temp
  as $$ ${body} $$;
revoke all on function gate.${name}(${types}) from public;
grant execute on function gate.${name}(${types}) to lianxin_app;`;
}

const own = `$1 = nullif(pg_catalog.current_setting('app.tenant', true), '')::int`;
const counting = [
  narrow(
    'holds_post',
    'tenant int, person uuid, first date, after date, beside uuid',
    'boolean',
    `select exists (select 1 from public.placement p where p.tenant_id = $1 and p.person_id = $2 and p.kind = 'PUBLIC_WELFARE'
    and p.id is distinct from $5 and (p.valid_to is null or p.valid_to > $3) and ($4 is null or p.valid_from < $4) and ${own})`,
  ),
  narrow(
    'posts_taken',
    'tenant int, opening uuid, first date, after date, beside uuid',
    'int',
    `select coalesce(max(d.held), 0)::int from (
    select (select count(*) from public.placement q where q.tenant_id = $1 and q.opening_id = $2 and q.id is distinct from $5
      and q.valid_from <= greatest(p.valid_from, $3) and (q.valid_to is null or q.valid_to > greatest(p.valid_from, $3))) as held
    from public.placement p where p.tenant_id = $1 and p.opening_id = $2 and p.id is distinct from $5
      and (p.valid_to is null or p.valid_to > $3) and ($4 is null or p.valid_from < $4) and ${own}) d`,
  ),
  narrow(
    'members_of_opening',
    'tenant int, opening uuid',
    'int',
    `select count(*)::int from public.dispatch_member m where m.tenant_id = $1 and m.opening_id = $2
    and m.state in ('PLANNED', 'DEPARTED') and ${own}`,
  ),
].join('\n');
