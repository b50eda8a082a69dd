import { Migration } from '@mikro-orm/migrations';
import { rowSecurity, withParent } from './rowSecurity.js';

/**
 * Programmes: one table of what all share, one of its own per kind, dated steps and dated revisions. A kind's row repeats the
 * kind in its foreign key, so that no programme can change its kind, and goes with it. Only drafts can be deleted, and the database says so too.
 */
export class Migration004Programmes extends Migration {
  override up(): void {
    this.addSql(programme);
    this.addSql(kinds);
    this.addSql(history);
    this.addSql(
      [
        rowSecurity('programme', 'station', ['select', 'insert', 'update', 'delete']),
        ...['training_programme', 'job_programme', 'industry_programme'].map((table) =>
          rowSecurity(table, withParent(table, 'programme', 'id'), ['select', 'insert', 'update']),
        ),
        rowSecurity('programme_step', withParent('programme_step', 'programme', 'programme_id'), [
          'select',
          'insert',
          'delete',
        ]),
        rowSecurity('programme_revision', withParent('programme_revision', 'programme', 'programme_id'), [
          'select',
          'insert',
          'update',
          'delete',
        ]),
        `create policy programme_discard on programme as restrictive for delete using (state = 'DRAFT');`,
        discardWithParent('programme_step'),
        discardWithParent('programme_revision'),
      ].join('\n'),
    );
  }
}

function discardWithParent(table: string): string {
  return `create policy ${table}_discard on ${table} as restrictive for delete using (exists (select 1 from programme p
    where p.tenant_id = ${table}.tenant_id and p.id = ${table}.programme_id and p.state = 'DRAFT'));`;
}

const states = `'DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RUNNING', 'FINISHED', 'ACCEPTED', 'STOPPED'`;
const funds = `'FISCAL_SPECIAL', 'ASSISTANCE_PAIRING', 'COLLECTIVE', 'SELF_RAISED', 'SOCIAL_DONATION', 'LOAN', 'OTHER'`;

/** Texts that are searched by their beginning are compared byte by byte, so that a range finds it through an index. */
const programme = `
create table programme (
  tenant_id int not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('TRAINING', 'JOB', 'INDUSTRY')),
  station_id uuid not null,
  title text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  starts_on date not null,
  ends_on date not null,
  plan text,
  budget bigint check (budget >= 0),
  fund_source text check (fund_source in (${funds})),
  responsible text,
  is_invented boolean not null default false,
  state text collate "C" not null check (state in (${states})),
  state_rank smallint not null generated always as (array_position(array[${states}], state)) stored,
  state_since date not null,
  pending_no int,
  created_by text,
  author_ids uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint programme_kind_key unique (tenant_id, id, kind),
  constraint programme_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint programme_period_check check (ends_on >= starts_on)
);
create index programme_station_idx on programme (tenant_id, station_id, kind);
create index programme_starts_idx on programme (tenant_id, starts_on, id);
create index programme_title_idx on programme (tenant_id, title, id);
create index programme_pinyin_idx on programme (tenant_id, pinyin, id);
create index programme_initials_idx on programme (tenant_id, initials, id);
create index programme_pending_idx on programme (tenant_id, station_id) where pending_no is not null;`;

function kindTable(table: string, kind: string, columns: string): string {
  return `
create table ${table} (
  tenant_id int not null,
  id uuid not null,
  kind text not null default '${kind}' check (kind = '${kind}'),
${columns},
  primary key (tenant_id, id),
  constraint ${table}_programme_fkey foreign key (tenant_id, id, kind)
    references programme (tenant_id, id, kind) on delete cascade
);`;
}

const kinds = [
  kindTable(
    'training_programme',
    'TRAINING',
    `  category text not null,
  form text not null,
  audience text not null,
  planned_sessions int check (planned_sessions > 0),
  planned_places int check (planned_places > 0)`,
  ),
  kindTable(
    'job_programme',
    'JOB',
    `  job_kind text not null,
  employer text,
  posts_offered int not null check (posts_offered > 0),
  wage_from bigint check (wage_from >= 0),
  wage_to bigint check (wage_to >= wage_from),
  transport text`,
  ),
  kindTable(
    'industry_programme',
    'INDUSTRY',
    `  category text not null,
  planned_households int check (planned_households > 0),
  planned_amount numeric(15,3) check (planned_amount > 0),
  planned_unit text,
  check ((planned_amount is null) = (planned_unit is null))`,
  ),
].join('\n');

const history = `
create table programme_step (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  act text not null,
  "from" text check ("from" in (${states})),
  "to" text not null check ("to" in (${states})),
  on_day date not null,
  at timestamptz(3) not null default now(),
  by text,
  comment text,
  primary key (tenant_id, id),
  constraint programme_step_programme_fkey foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);
create index programme_step_idx on programme_step (tenant_id, programme_id, on_day, id);
create table programme_revision (
  tenant_id int not null,
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  no int not null,
  state text not null check (state in ('PENDING', 'IN_FORCE', 'RETURNED', 'WITHDRAWN')),
  valid_from date,
  station_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  plan text,
  budget bigint check (budget >= 0),
  fund_source text check (fund_source in (${funds})),
  responsible text,
  details jsonb not null,
  reason text,
  entered_by text,
  entered_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint programme_revision_no_key unique (tenant_id, programme_id, no),
  constraint programme_revision_programme_fkey foreign key (tenant_id, programme_id, kind)
    references programme (tenant_id, id, kind),
  constraint programme_revision_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint programme_revision_force_check check ((state = 'IN_FORCE') = (valid_from is not null))
);
create unique index programme_revision_pending_key on programme_revision (tenant_id, programme_id) where state = 'PENDING';
create index programme_revision_idx on programme_revision (tenant_id, programme_id, valid_from, no);`;
