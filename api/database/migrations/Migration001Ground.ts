import { Migration } from '@mikro-orm/migrations';
import { rowSecurity } from './rowSecurity.js';

/** Counties, the tree with its dated names and parents, people and grants; row security from the first row on. */
export class Migration001Ground extends Migration {
  override up(): void {
    this.addSql(tenants);
    this.addSql(stations);
    this.addSql(people);
    this.addSql(idempotency);
    this.addSql(
      [
        `alter table tenant enable row level security;
         create policy tenant_within on tenant
           using (id = nullif(current_setting('app.tenant', true), '')::int or current_setting('app.platform', true) = 'on')
           with check (current_setting('app.platform', true) = 'on');
         grant select, insert on tenant to lianxin_app;
         grant usage on sequence tenant_id_seq to lianxin_app;`,
        rowSecurity('station', 'tenant', ['select', 'insert', 'update']),
        rowSecurity('station_name', 'tenant', ['select', 'insert', 'update']),
        rowSecurity('station_parent', 'tenant', ['select', 'insert', 'update']),
        rowSecurity('user', 'tenant', ['select', 'insert', 'update']),
        rowSecurity('grant', 'tenant', ['select', 'insert', 'update']),
        rowSecurity('idempotency_key', 'tenant', ['select', 'insert', 'update']),
      ].join('\n'),
    );
  }
}

const tenants = `
create sequence tenant_id_seq as int start 1;
create table tenant (
  id int primary key,
  code text not null,
  name text not null,
  kind text not null,
  prefecture text,
  province text not null,
  practice_label text,
  county_level_name text not null,
  township_level_name text not null,
  village_level_name text not null,
  created_at timestamptz(3) not null default now(),
  constraint tenant_code_key unique (code)
);
insert into tenant (id, code, name, kind, province, county_level_name, township_level_name, village_level_name)
  values (0, 'platform', '平台', 'PLATFORM', '', '', '', '');`;

const stations = `
create table station (
  tenant_id int not null references tenant (id),
  id uuid not null,
  code text not null,
  level text not null check (level in ('COUNTY', 'TOWNSHIP', 'VILLAGE')),
  settlement text check (settlement in ('VILLAGE', 'COMMUNITY')),
  opened_on date not null,
  closed_on date,
  closed_as text check (closed_as in ('MERGED', 'CLOSED')),
  closed_reason text,
  closed_by text,
  successor_id uuid,
  changed_at timestamptz(3) not null default now(),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint station_code_key unique (tenant_id, code),
  constraint station_successor_fkey foreign key (tenant_id, successor_id) references station (tenant_id, id),
  constraint station_closed_check check (closed_on is null or closed_on > opened_on)
);
create table station_name (
  tenant_id int not null,
  id uuid not null,
  station_id uuid not null,
  name text not null,
  pinyin text not null,
  initials text not null,
  valid_from date not null,
  valid_to date,
  reason text,
  entered_by text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint station_name_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint station_name_from_key unique (tenant_id, station_id, valid_from),
  constraint station_name_span_check check (valid_to is null or valid_to > valid_from)
);
create unique index station_name_open_key on station_name (tenant_id, station_id) where valid_to is null;
create table station_parent (
  tenant_id int not null,
  id uuid not null,
  station_id uuid not null,
  parent_id uuid not null,
  valid_from date not null,
  valid_to date,
  reason text,
  entered_by text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint station_parent_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint station_parent_parent_fkey foreign key (tenant_id, parent_id) references station (tenant_id, id),
  constraint station_parent_from_key unique (tenant_id, station_id, valid_from),
  constraint station_parent_span_check check (valid_to is null or valid_to > valid_from),
  constraint station_parent_self_check check (parent_id <> station_id)
);
create unique index station_parent_open_key on station_parent (tenant_id, station_id) where valid_to is null;
create index station_parent_parent_idx on station_parent (tenant_id, parent_id);
create index station_successor_idx on station (tenant_id, successor_id) where successor_id is not null;`;

const people = `
create table "user" (
  tenant_id int not null references tenant (id),
  id uuid not null,
  account text not null,
  name text not null,
  pinyin text not null,
  initials text not null,
  station_id uuid,
  is_disabled boolean not null default false,
  changed_at timestamptz(3) not null default now(),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint user_account_key unique (tenant_id, account),
  constraint user_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index user_pinyin_idx on "user" (tenant_id, pinyin text_pattern_ops, id);
create index user_station_idx on "user" (tenant_id, station_id);
create table "grant" (
  tenant_id int not null,
  id uuid not null,
  user_id uuid not null,
  role text not null,
  station_id uuid,
  valid_from date not null,
  valid_to date,
  reason text,
  granted_by text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint grant_user_fkey foreign key (tenant_id, user_id) references "user" (tenant_id, id),
  constraint grant_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint grant_span_check check (valid_to is null or valid_to >= valid_from)
);
create index grant_user_idx on "grant" (tenant_id, user_id);
create index grant_station_idx on "grant" (tenant_id, station_id);`;

const idempotency = `
create table idempotency_key (
  tenant_id int not null references tenant (id),
  actor_id uuid not null,
  key text not null,
  act text not null,
  arguments_hash bytea not null,
  record_id uuid,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, actor_id, key)
);`;
