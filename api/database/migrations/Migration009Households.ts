import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * The register: households and people with what is dated about them. A person belongs to one household at a time, a household has one
 * head and each status once, an identity number is one person's in the county: the database says no, also over rows that nobody here sees.
 */
export class Migration009Households extends Migration {
  override up(): void {
    this.addSql(household);
    this.addSql(person);
    this.addSql(dated);
    for (const table of ['household', 'household_place', 'household_status', 'person', 'membership'])
      this.addSql(lock(table, rules.station, ['select', 'insert', 'update']));
    this.addSql(numbers);
  }
}

const household = `
create table household (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
  code text collate "C" not null,
  address text,
  head_name text collate "C" not null default '',
  pinyin text collate "C" not null default '',
  initials text collate "C" not null default '',
  is_closed boolean not null default false,
  is_invented boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint household_code_key unique (tenant_id, code),
  constraint household_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index household_station_idx on household (tenant_id, station_id, is_closed, pinyin, id);
create index household_code_idx on household (tenant_id, code, id);
create index household_name_idx on household (tenant_id, head_name, id);
create index household_pinyin_idx on household (tenant_id, pinyin, id);
create index household_initials_idx on household (tenant_id, initials, id);
create index household_created_idx on household (tenant_id, created_at, id);`;

const person = `
create table person (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
  household_id uuid,
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  birth_day date,
  sex text check (sex in ('MALE', 'FEMALE')),
  id_number text,
  id_number_index text collate "C",
  id_number_masked text,
  phone text,
  phone_index text collate "C",
  phone_masked text,
  can_work boolean,
  is_student boolean,
  is_cadre boolean not null default false,
  is_invented boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint person_id_number_key unique (tenant_id, id_number_index),
  constraint person_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint person_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint person_id_number_check check ((id_number is null) = (id_number_index is null)),
  constraint person_phone_check check ((phone is null) = (phone_index is null))
);
create index person_station_idx on person (tenant_id, station_id, pinyin, id);
create index person_household_idx on person (tenant_id, household_id);
create index person_name_idx on person (tenant_id, name, id);
create index person_pinyin_idx on person (tenant_id, pinyin, id);
create index person_initials_idx on person (tenant_id, initials, id);
create index person_birth_idx on person (tenant_id, birth_day, id);
create index person_created_idx on person (tenant_id, created_at, id);
create index person_phone_idx on person (tenant_id, phone_index) where phone_index is not null;`;

const dated = `
create table membership (
  tenant_id int not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  station_id uuid not null,
  relation text not null,
  valid_from date not null,
  valid_to date,
  reason text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint membership_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint membership_person_fkey foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint membership_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint membership_span_check check (valid_to is null or valid_to >= valid_from)
);
create unique index membership_person_key on membership (tenant_id, person_id) where valid_to is null;
create unique index membership_head_key on membership (tenant_id, household_id) where valid_to is null and relation = 'HEAD';
create index membership_household_idx on membership (tenant_id, household_id, valid_from);
create index membership_person_idx on membership (tenant_id, person_id, valid_from);
create table household_status (
  tenant_id int not null,
  id uuid not null,
  household_id uuid not null,
  station_id uuid not null,
  status text collate "C" not null,
  valid_from date not null,
  valid_to date,
  reason text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint household_status_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint household_status_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint household_status_span_check check (valid_to is null or valid_to > valid_from)
);
create unique index household_status_open_key on household_status (tenant_id, household_id, status) where valid_to is null;
create index household_status_household_idx on household_status (tenant_id, household_id, valid_from);
create index household_status_status_idx on household_status (tenant_id, status, household_id) where valid_to is null;
create table household_place (
  tenant_id int not null,
  id uuid not null,
  household_id uuid not null,
  station_id uuid not null,
  place_id uuid not null,
  valid_from date not null,
  valid_to date,
  reason text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint household_place_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint household_place_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint household_place_place_fkey foreign key (tenant_id, place_id) references station (tenant_id, id),
  constraint household_place_span_check check (valid_to is null or valid_to > valid_from)
);
create unique index household_place_open_key on household_place (tenant_id, household_id) where valid_to is null;
create index household_place_household_idx on household_place (tenant_id, household_id, valid_from);
create index household_place_place_idx on household_place (tenant_id, place_id, valid_from);`;

/**
 * Whether somebody of the county has an identity number, also where the asker may not see who: it answers yes or no and nothing more,
 * and of the asker's own county alone.
 */
const numbers = `
create function gate.is_number_taken(tenant int, number_index text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from public.person p where p.tenant_id = $1 and p.id_number_index = $2
    and $1 = nullif(pg_catalog.current_setting('app.tenant', true), '')::int) $$;
revoke all on function gate.is_number_taken(int, text) from public;
grant execute on function gate.is_number_taken(int, text) to lianxin_app;`;
