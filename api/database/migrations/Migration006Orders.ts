import { Migration } from '@mikro-orm/migrations';

/**
 * What lists are ordered and filtered by has an index: a page walks the one of its order where its filter keeps much, and sorts what
 * the one of its filter finds where it keeps little. Those of a filter hold no id, so that equal values share their entry.
 */
export class Migration006Orders extends Migration {
  override up(): void {
    this.addSql(programmes);
    this.addSql(kinds);
    this.addSql(log);
  }
}

const programmes = `
create index programme_ends_idx on programme (tenant_id, ends_on, id);
create index programme_rank_idx on programme (tenant_id, state_rank, id);
create index programme_budget_idx on programme (tenant_id, budget, id);
create index programme_created_idx on programme (tenant_id, created_at, id);
create index programme_state_starts_idx on programme (tenant_id, state_rank, starts_on, id);
create index programme_state_ends_idx on programme (tenant_id, state_rank, ends_on, id);
create index programme_state_created_idx on programme (tenant_id, state_rank, created_at, id);`;

const kinds = `
create index training_programme_category_idx on training_programme (tenant_id, category);
create index training_programme_form_idx on training_programme (tenant_id, form);
create index training_programme_audience_idx on training_programme (tenant_id, audience);
create index job_programme_kind_idx on job_programme (tenant_id, job_kind);
create index industry_programme_category_idx on industry_programme (tenant_id, category);`;

const log = `
create index audit_entry_act_idx on audit_entry (tenant_id, act);
create index audit_entry_type_idx on audit_entry (tenant_id, record);
create index security_event_kind_idx on security_event (tenant_id, kind);
create index security_event_at_idx on security_event (tenant_id, at);`;
