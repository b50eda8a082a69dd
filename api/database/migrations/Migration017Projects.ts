import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * Village projects with their meetings, notices, money and households; dividends with their shares; micro-loans. The database says no
 * to a share paid twice in one turn, to a payment taken back twice, and to two dividends of one programme and year.
 */
export class Migration017Projects extends Migration {
  override up(): void {
    this.addSql(project);
    this.addSql(plan);
    this.addSql(share);
    this.addSql(loan);
    for (const table of ['consultation', 'public_notice', 'dividend_payment', 'loan_repayment'])
      this.addSql(lock(table, rules.station, ['select', 'insert']));
    for (const table of ['fund_line', 'project_household', 'dividend_plan', 'dividend_share', 'loan'])
      this.addSql(lock(table, rules.station, ['select', 'insert', 'update']));
  }
}

/** A table of a county whose rows stand at stations. */
function table(name: string, columns: string, references: readonly (readonly [column: string, to: string])[]): string {
  const keys = [['station_id', 'station'] as const, ...references].map(
    ([column, to]) =>
      `constraint ${name}_${column.replace(/_id$/, '')}_fkey foreign key (tenant_id, ${column}) references ${to} (tenant_id, id)`,
  );
  return `
create table ${name} (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
  ${columns.trim()},
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  ${keys.join(',\n  ')}
);
create index ${name}_station_idx on ${name} (tenant_id, station_id, id);`;
}

const ofProgramme = ['programme_id', 'industry_programme'] as const;
const ofHousehold = ['household_id', 'household'] as const;

const project = [
  `alter table industry_programme add column is_village_project boolean not null default false;
create index industry_programme_village_idx on industry_programme (tenant_id, id) where is_village_project;`,
  table(
    'consultation',
    `programme_id uuid not null,
  kind text collate "C" not null,
  held_on date not null,
  attendance int not null check (attendance > 0),
  resolution text not null,
  is_agreed boolean not null,
  entered_by text`,
    [ofProgramme],
  ),
  'create index consultation_programme_idx on consultation (tenant_id, programme_id, held_on, id);',
  table(
    'public_notice',
    `programme_id uuid not null,
  from_day date not null,
  to_day date not null,
  objections int not null check (objections >= 0),
  settlement text,
  entered_by text,
  constraint public_notice_span_check check (to_day >= from_day),
  constraint public_notice_settled_check check (objections = 0 or settlement is not null)`,
    [ofProgramme],
  ),
  'create index public_notice_programme_idx on public_notice (tenant_id, programme_id, from_day, id);',
  table(
    'fund_line',
    `programme_id uuid not null,
  source text collate "C" not null,
  amount bigint not null check (amount >= 0),
  entered_by text,
  constraint fund_line_source_key unique (tenant_id, programme_id, source)`,
    [ofProgramme],
  ),
  table(
    'project_household',
    `programme_id uuid not null,
  household_id uuid not null,
  reached_on date not null,
  ended_on date,
  end_reason text,
  entered_by text`,
    [ofProgramme, ofHousehold],
  ),
  `create unique index project_household_open_key on project_household (tenant_id, programme_id, household_id) where ended_on is null;
create index project_household_programme_idx on project_household (tenant_id, programme_id, id);
create index project_household_household_idx on project_household (tenant_id, household_id, id);`,
].join('\n');

const plan = [
  table(
    'dividend_plan',
    `programme_id uuid not null,
  title text not null,
  year int not null,
  scope_id uuid not null,
  rule text collate "C" not null,
  unit text collate "C" not null,
  split text collate "C" not null,
  snapshot_on date not null,
  due_on date not null,
  per_head bigint check (per_head > 0),
  expected_total bigint not null check (expected_total > 0),
  total bigint not null check (total > 0),
  is_estimate boolean not null default true,
  share_count int not null check (share_count > 0),
  base_share bigint,
  extra_shares int not null check (extra_shares >= 0),
  state text collate "C" not null,
  declared_on date,
  published_on date,
  approved_on date,
  approved_by text,
  paid_on date,
  reconciled_on date,
  cancel_reason text,
  created_by text,
  author_ids uuid[] not null default '{}',
  version int not null default 1,
  constraint dividend_plan_snapshot_check check (snapshot_on <= due_on)`,
    [ofProgramme, ['scope_id', 'station']],
  ),
  `create unique index dividend_plan_year_key on dividend_plan (tenant_id, programme_id, year) where state <> 'CANCELLED';
create index dividend_plan_programme_idx on dividend_plan (tenant_id, programme_id, year, id);
create index dividend_plan_years_idx on dividend_plan (tenant_id, year, id);
create index dividend_plan_created_idx on dividend_plan (tenant_id, created_at, id);
create index dividend_plan_state_idx on dividend_plan (tenant_id, state);`,
].join('\n');

const share = [
  table(
    'dividend_share',
    `plan_id uuid not null,
  household_id uuid not null,
  person_id uuid,
  no int not null check (no > 0),
  payee text not null,
  household_code text not null,
  weight numeric(15,3) check (weight > 0),
  amount bigint not null check (amount >= 0),
  constraint dividend_share_no_key unique (tenant_id, plan_id, no),
  constraint dividend_share_payee_key unique nulls not distinct (tenant_id, plan_id, household_id, person_id)`,
    [['plan_id', 'dividend_plan'], ofHousehold, ['person_id', 'person']],
  ),
  `create index dividend_share_plan_idx on dividend_share (tenant_id, plan_id, no, id);
create index dividend_share_household_idx on dividend_share (tenant_id, household_id, no, id);`,
  table(
    'dividend_payment',
    `plan_id uuid not null,
  share_id uuid not null,
  turn int not null check (turn > 0),
  amount bigint not null,
  paid_on date not null,
  reverses_id uuid,
  reason text,
  entered_by text,
  constraint dividend_payment_reversal_key unique (tenant_id, reverses_id),
  constraint dividend_payment_reversal_check check ((reverses_id is null) = (amount >= 0) and (reverses_id is null) = (reason is null))`,
    [
      ['plan_id', 'dividend_plan'],
      ['share_id', 'dividend_share'],
      ['reverses_id', 'dividend_payment'],
    ],
  ),
  `create unique index dividend_payment_turn_key on dividend_payment (tenant_id, share_id, turn) where reverses_id is null;
create index dividend_payment_share_idx on dividend_payment (tenant_id, share_id, id);
create index dividend_payment_plan_idx on dividend_payment (tenant_id, plan_id);`,
].join('\n');

const loan = [
  table(
    'loan',
    `household_id uuid not null,
  amount bigint not null check (amount > 0),
  lender text not null,
  purpose text,
  state text collate "C" not null,
  applied_on date not null,
  granted_on date,
  due_on date,
  line_count int not null default 0,
  is_invented boolean not null default false,
  version int not null default 1,
  constraint loan_granted_check check ((granted_on is null) = (due_on is null)),
  constraint loan_due_check check (due_on >= granted_on)`,
    [ofHousehold],
  ),
  `create index loan_household_idx on loan (tenant_id, household_id, due_on, id);
create index loan_due_idx on loan (tenant_id, due_on, id);
create index loan_created_idx on loan (tenant_id, created_at, id);
create index loan_state_idx on loan (tenant_id, state, due_on, id);
create index loan_state_created_idx on loan (tenant_id, state, created_at, id);
create index loan_station_due_idx on loan (tenant_id, station_id, due_on, id);
create index loan_station_created_idx on loan (tenant_id, station_id, created_at, id);`,
  table(
    'loan_repayment',
    `loan_id uuid not null,
  amount bigint not null,
  repaid_on date not null,
  reverses_id uuid,
  reason text,
  entered_by text,
  constraint loan_repayment_reversal_key unique (tenant_id, reverses_id),
  constraint loan_repayment_reversal_check check ((reverses_id is null) = (amount > 0) and (reverses_id is null) = (reason is null))`,
    [
      ['loan_id', 'loan'],
      ['reverses_id', 'loan_repayment'],
    ],
  ),
  'create index loan_repayment_loan_idx on loan_repayment (tenant_id, loan_id, id);',
].join('\n');
