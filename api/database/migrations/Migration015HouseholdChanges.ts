import { Migration } from '@mikro-orm/migrations';
import { lock, rules } from './lock.js';

/**
 * What was done to whole households, with the rows that it touched, so that it can be undone. A status or place that an undone act had
 * made is left as a span without days, for nothing of the register is deleted. People are found to be doubles by name and birth day.
 */
export class Migration015HouseholdChanges extends Migration {
  override up(): void {
    this.addSql(`
create table household_change (
  tenant_id int not null references tenant (id),
  id uuid not null,
  household_id uuid not null,
  other_id uuid,
  station_id uuid not null,
  kind text collate "C" not null check (kind in ('SPLIT', 'MERGE', 'CLOSE')),
  valid_from date not null,
  reason text not null,
  rows jsonb not null,
  entered_by text not null,
  created_at timestamptz(3) not null default now(),
  undone_at timestamptz(3),
  undone_by text,
  primary key (tenant_id, id),
  constraint household_change_household_fkey foreign key (tenant_id, household_id) references household (tenant_id, id),
  constraint household_change_other_fkey foreign key (tenant_id, other_id) references household (tenant_id, id),
  constraint household_change_station_fkey foreign key (tenant_id, station_id) references station (tenant_id, id)
);
create index household_change_household_idx on household_change (tenant_id, household_id, valid_from);
create index household_change_other_idx on household_change (tenant_id, other_id, valid_from);`);
    this.addSql(lock('household_change', rules.station, ['select', 'insert', 'update']));
    this.addSql(`
alter table household add column changed_at timestamptz(3) not null default now();
alter table household_status drop constraint household_status_span_check;
alter table household_status add constraint household_status_span_check check (valid_to is null or valid_to >= valid_from);
alter table household_place drop constraint household_place_span_check;
alter table household_place add constraint household_place_span_check check (valid_to is null or valid_to >= valid_from);
create index person_double_idx on person (tenant_id, name, birth_day, station_id);
create index audit_entry_actor_act_idx on audit_entry (tenant_id, actor_id, at) where act = 'personReveal';`);
  }
}
