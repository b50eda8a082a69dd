import { Migration } from '@mikro-orm/migrations';
import { lock, type Right, rules } from './lock.js';
import { table } from './table.js';

const append: readonly Right[] = ['select', 'insert'];
const kept: readonly Right[] = ['select', 'insert', 'update'];

/**
 * What industry gives out and is owed: the catalogue of items, distributions with survival checks, intentions and village specialties,
 * livestock contracts with their instalments and deliveries. Ledgers are appended to alone; more than what is due of an instalment
 * cannot be delivered, nothing is reversed twice.
 */
export class Migration013Distributions extends Migration {
  override up(): void {
    for (const sql of [items, ledger, wishes, contracts, instalments]) this.addSql(sql);
    this.addSql(lock('distribution_item', rules.tenant, append));
    for (const table of [
      'distribution_sheet',
      'distribution',
      'survival_check',
      'livestock_delivery',
      'specialty_item',
    ])
      this.addSql(lock(table, rules.station, append));
    for (const table of ['intention', 'village_specialty', 'livestock_contract', 'livestock_instalment'])
      this.addSql(lock(table, rules.station, kept));
    this.addSql(lock('cooperative', rules.station, append));
  }
}

const station = ['station_id', 'station'] as const;

const items = table(
  'distribution_item',
  `
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  units text[] not null check (cardinality(units) > 0),
  is_invented boolean not null default false,
  constraint distribution_item_name_key unique (tenant_id, name),`,
  [],
).concat(`
create index distribution_item_pinyin_idx on distribution_item (tenant_id, pinyin, id);`);

const ledger = [
  table(
    'distribution_sheet',
    `
  station_id uuid not null,
  programme_id uuid not null,
  item_id uuid not null,
  on_day date not null,
  skipped jsonb not null,
  entered_by text,`,
    [station, ['programme_id', 'industry_programme'], ['item_id', 'distribution_item']],
  ),
  table(
    'distribution',
    `
  station_id uuid not null,
  programme_id uuid not null,
  item_id uuid not null,
  household_id uuid not null,
  sheet_id uuid,
  row_no int,
  amount numeric(15,3) not null check (amount > 0),
  unit text collate "C" not null,
  on_day date not null,
  is_signed boolean not null,
  note text,
  entered_by text,
  reverses_id uuid,
  constraint distribution_reverses_key unique (tenant_id, reverses_id),`,
    [
      station,
      ['programme_id', 'industry_programme'],
      ['item_id', 'distribution_item'],
      ['household_id', 'household'],
      ['sheet_id', 'distribution_sheet'],
      ['reverses_id', 'distribution'],
    ],
  ),
  ...['station', 'programme', 'item', 'household'].map(
    (by) => `create index distribution_${by}_idx on distribution (tenant_id, ${by}_id, on_day, id);`,
  ),
  'create index distribution_day_idx on distribution (tenant_id, on_day, id);',
  'create index distribution_unit_idx on distribution (tenant_id, unit, on_day, id);',
  'create index distribution_sheet_idx on distribution (tenant_id, sheet_id, row_no) where sheet_id is not null;',
  table(
    'survival_check',
    `
  station_id uuid not null,
  distribution_id uuid not null,
  on_day date not null,
  alive numeric(15,3) not null check (alive >= 0),
  note text,
  entered_by text,
  constraint survival_check_day_key unique (tenant_id, distribution_id, on_day),`,
    [station, ['distribution_id', 'distribution']],
  ),
].join('\n');

const wishes = [
  table(
    'intention',
    `
  station_id uuid not null,
  household_id uuid not null,
  item_id uuid not null,
  year int not null,
  amount numeric(15,3) not null check (amount >= 0),
  unit text collate "C" not null,
  note text,
  version int not null default 1,
  constraint intention_household_key unique (tenant_id, household_id, item_id, year),`,
    [station, ['household_id', 'household'], ['item_id', 'distribution_item']],
  ),
  'create index intention_station_idx on intention (tenant_id, station_id, created_at, id);',
  'create index intention_year_idx on intention (tenant_id, year, created_at, id);',
  'create index intention_item_idx on intention (tenant_id, item_id, created_at, id);',
  'create index intention_created_idx on intention (tenant_id, created_at, id);',
  table(
    'village_specialty',
    `
  station_id uuid not null,
  year int not null,
  state text collate "C" not null,
  note text,
  version int not null default 1,
  constraint village_specialty_year_key unique (tenant_id, station_id, year),`,
    [station],
  ),
  'create index village_specialty_order_idx on village_specialty (tenant_id, year, id);',
  table(
    'specialty_item',
    `
  station_id uuid not null,
  specialty_id uuid not null,
  item_id uuid not null,
  constraint specialty_item_key unique (tenant_id, specialty_id, item_id),`,
    [station, ['specialty_id', 'village_specialty'], ['item_id', 'distribution_item']],
  ),
].join('\n');

const contracts = [
  table(
    'cooperative',
    `
  station_id uuid not null,
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  note text,
  is_invented boolean not null default false,
  constraint cooperative_name_key unique (tenant_id, name),`,
    [station],
  ),
  'create index cooperative_pinyin_idx on cooperative (tenant_id, pinyin, id);',
  'create index cooperative_station_idx on cooperative (tenant_id, station_id, pinyin, id);',
  table(
    'livestock_contract',
    `
  station_id uuid not null,
  household_id uuid not null,
  programme_id uuid not null,
  cooperative_id uuid,
  mode text collate "C" not null,
  species text collate "C" not null,
  head int not null check (head > 0),
  starts_on date not null,
  ratio_entrusted int not null check (ratio_entrusted > 0),
  ratio_returned int not null check (ratio_returned > 0),
  years int not null check (years > 0),
  is_half_carried boolean not null,
  is_principal_returned boolean not null,
  state text collate "C" not null,
  checked_on date,
  signed_on date,
  ended_on date,
  note text,
  entered_by text,
  is_invented boolean not null default false,
  version int not null default 1,
  constraint livestock_contract_cooperative_check check (mode <> 'AGENT_RAISE' or cooperative_id is not null),`,
    [station, ['household_id', 'household'], ['programme_id', 'industry_programme'], ['cooperative_id', 'cooperative']],
  ),
  ...['station', 'household', 'programme', 'cooperative'].map(
    (by) => `create index livestock_contract_${by}_idx on livestock_contract (tenant_id, ${by}_id, starts_on, id);`,
  ),
  ...['mode', 'state'].map(
    (by) => `create index livestock_contract_${by}_idx on livestock_contract (tenant_id, ${by}, starts_on, id);`,
  ),
  'create index livestock_contract_starts_idx on livestock_contract (tenant_id, starts_on, id);',
].join('\n');

const instalments = [
  table(
    'livestock_instalment',
    `
  station_id uuid not null,
  contract_id uuid not null,
  programme_id uuid not null,
  cooperative_id uuid not null,
  no int not null,
  kind text collate "C" not null,
  due_on date not null,
  head_due int not null check (head_due > 0),
  head_delivered int not null default 0,
  version int not null default 1,
  constraint livestock_instalment_due_check check (head_delivered between 0 and head_due),
  constraint livestock_instalment_no_key unique (tenant_id, contract_id, no),`,
    [
      station,
      ['contract_id', 'livestock_contract'],
      ['programme_id', 'industry_programme'],
      ['cooperative_id', 'cooperative'],
    ],
  ),
  ...['station', 'programme', 'cooperative'].map(
    (by) => `create index livestock_instalment_${by}_idx on livestock_instalment (tenant_id, ${by}_id, due_on, id);`,
  ),
  'create index livestock_instalment_due_idx on livestock_instalment (tenant_id, due_on, id);',
  'create index livestock_instalment_open_idx on livestock_instalment (tenant_id, due_on, id) where head_delivered < head_due;',
  table(
    'livestock_delivery',
    `
  station_id uuid not null,
  instalment_id uuid not null,
  kind text collate "C" not null,
  head int not null check (head > 0),
  value bigint check (value > 0),
  on_day date not null,
  note text,
  entered_by text,
  reverses_id uuid,
  constraint livestock_delivery_money_check check ((kind = 'AT_VALUE') = (value is not null)),
  constraint livestock_delivery_reverses_key unique (tenant_id, reverses_id),`,
    [station, ['instalment_id', 'livestock_instalment'], ['reverses_id', 'livestock_delivery']],
  ),
  'create index livestock_delivery_instalment_idx on livestock_delivery (tenant_id, instalment_id, on_day, id);',
].join('\n');
