import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * Files of households and people that were read in: the batch, its rows (sealed as a whole, for they are nothing but personal data),
 * what each batch wrote, and which column of a source means what. What a batch made may be deleted again, and nothing else of the register.
 */
export class Migration014Imports extends Migration {
  override up(): void {
    this.addSql(batches);
    this.addSql(lock('import_batch', rules.station, ['select', 'insert', 'update']));
    this.addSql(lock('import_sheet', rules.station, ['select', 'insert', 'update']));
    this.addSql(lock('import_mapping', rules.station, ['select', 'insert', 'update']));
    this.addSql(lock('import_record', rules.station, ['select', 'insert']));
    for (const [table, made] of Object.entries(undoable)) this.addSql(deletable(table, made));
    this.addSql(codes);
  }
}

const batches = `
create table import_batch (
  tenant_id int not null references tenant (id),
  id uuid not null,
  station_id uuid not null,
  file_name text not null,
  file_hash text collate "C" not null,
  state text not null check (state in ('UPLOADED', 'CHECKED', 'COMMITTED', 'UNDONE')),
  columns jsonb not null,
  row_count int not null,
  created_count int not null default 0,
  updated_count int not null default 0,
  skipped_count int not null default 0,
  failed_count int not null default 0,
  household_count int not null default 0,
  is_shifted boolean not null default false,
  shifted_column text,
  same_as_id uuid,
  created_by text not null,
  checked_at timestamptz(3),
  committed_at timestamptz(3),
  undone_at timestamptz(3),
  undo_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint import_batch_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint import_batch_same_as_fkey foreign key (tenant_id, same_as_id) references import_batch (tenant_id, id)
);
create index import_batch_created_idx on import_batch (tenant_id, created_at, id);
create index import_batch_station_idx on import_batch (tenant_id, station_id, created_at, id);
create index import_batch_hash_idx on import_batch (tenant_id, file_hash, created_at, id);
create table import_sheet (
  tenant_id int not null,
  id uuid not null,
  batch_id uuid not null,
  station_id uuid not null,
  content text,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint import_sheet_batch_fkey foreign key (tenant_id, batch_id) references import_batch (tenant_id, id),
  constraint import_sheet_batch_key unique (tenant_id, batch_id),
  constraint import_sheet_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index import_sheet_kept_idx on import_sheet (tenant_id, created_at) where content is not null;
create table import_record (
  tenant_id int not null,
  id uuid not null,
  batch_id uuid not null,
  station_id uuid not null,
  kind text not null check (kind in ('HOUSEHOLD', 'STATUS', 'PERSON')),
  record_id uuid not null,
  is_made boolean not null,
  record_version int,
  before text,
  primary key (tenant_id, id),
  constraint import_record_batch_fkey foreign key (tenant_id, batch_id) references import_batch (tenant_id, id),
  constraint import_record_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index import_record_batch_idx on import_record (tenant_id, batch_id, kind);
create index import_record_made_idx on import_record (tenant_id, record_id) where is_made;
create table import_mapping (
  tenant_id int not null,
  id uuid not null,
  station_id uuid not null,
  user_id uuid not null,
  header_hash text collate "C" not null,
  fields jsonb not null,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id),
  constraint import_mapping_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id),
  constraint import_mapping_user_fkey foreign key (tenant_id, user_id) references "user" (tenant_id, id),
  constraint import_mapping_headers_key unique (tenant_id, station_id, user_id, header_hash)
);`;

/** By which of its columns a row of a table is known to have come with a batch. */
const undoable: Readonly<Record<string, readonly string[]>> = {
  household: ['id'],
  household_place: ['household_id'],
  household_status: ['id', 'household_id'],
  membership: ['person_id'],
  person: ['id'],
};

/** The right to delete, for rows that a batch made and for no others. */
function deletable(table: string, columns: readonly string[]): string {
  const made = columns.map((column) => `"${table}".${column}`).join(', ');
  return `
    create policy "${table}_made" on "${table}" as restrictive for delete using (exists (select 1 from import_record r
      where r.tenant_id = "${table}".tenant_id and r.record_id in (${made}) and r.is_made));
    grant delete on "${table}" to lianxin_app;`;
}

/**
 * Which of several household numbers, and of several identity numbers by their index, the county has already, also where the asker may
 * not see whose: those that were asked for and nothing more. Asked of thousands at once, one plan finds them all.
 */
const codes = `
create function gate.household_codes_taken(tenant int, codes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.code from public.household h where h.tenant_id = $1 and h.code = any($2)
    and $1 = nullif(pg_catalog.current_setting('app.tenant', true), '')::int $$;
create function gate.id_numbers_taken(tenant int, number_indexes text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select p.id_number_index from public.person p where p.tenant_id = $1 and p.id_number_index = any($2)
    and $1 = nullif(pg_catalog.current_setting('app.tenant', true), '')::int $$;
revoke all on function gate.household_codes_taken(int, text[]), gate.id_numbers_taken(int, text[]) from public;
grant execute on function gate.household_codes_taken(int, text[]), gate.id_numbers_taken(int, text[]) to lianxin_app;`;
