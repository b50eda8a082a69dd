import { Migration } from '@mikro-orm/migrations';

/**
 * Metrics count what is dated within a period, over the whole county or the asker's part of it. Each of these tables has an index by
 * that day which holds what the common figures read, with the station that row security asks for, so that a quarter is counted
 * without looking its rows up in the table. Those who came are found by their session in the same way.
 */
export class Migration018ReportIndexes extends Migration {
  override up(): void {
    this.addSql(training);
    this.addSql(households);
    this.addSql(others);
  }
}

const training = `
create index course_session_report_idx on course_session (tenant_id, held_on) include (id, course_id, station_id, hours)
  where not is_cancelled;
create index attendance_report_idx on attendance (tenant_id, session_id) include (person_id, station_id) where is_present;
create index level_test_held_idx on level_test (tenant_id, held_on) where held_on is not null;
create index training_certificate_issued_idx on training_certificate (tenant_id, issued_on);`;

const households = `
create index household_status_from_idx on household_status (tenant_id, valid_from);
create index household_status_to_idx on household_status (tenant_id, valid_to) where valid_to is not null;
create index household_place_report_idx on household_place (tenant_id, household_id)
  include (place_id, station_id, valid_from, valid_to);
create index membership_report_idx on membership (tenant_id, household_id) include (person_id, station_id, valid_from, valid_to);
create index membership_member_idx on membership (tenant_id, person_id) include (household_id, station_id, valid_from, valid_to);`;

const others = `
create index programme_step_day_idx on programme_step (tenant_id, on_day, act);
create index dispatch_member_departed_idx on dispatch_member (tenant_id, departed_on)
  include (person_id, station_id, ended_on) where departed_on is not null;
create index check_in_done_idx on check_in (tenant_id, done_on) where is_done;
create index distribution_report_idx on distribution (tenant_id, on_day)
  include (station_id, item_id, household_id, amount, unit, reverses_id);
create index livestock_delivery_day_idx on livestock_delivery (tenant_id, on_day);
create index dividend_payment_paid_idx on dividend_payment (tenant_id, paid_on);
create index loan_granted_idx on loan (tenant_id, granted_on) include (amount, station_id) where granted_on is not null;`;
