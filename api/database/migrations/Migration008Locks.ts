import { Migration } from '@mikro-orm/migrations';
import { relock, rules, withParent } from './lock.js';

/**
 * Row security at a third of its price: settings are read once a statement, and the steps and revisions of a programme are locked by
 * a station of their own (the one whose programme it was then) rather than by looking their programme up row by row.
 */
export class Migration008Locks extends Migration {
  override up(): void {
    this.addSql(steps);
    const county = ['station', 'station_name', 'station_parent', 'user', 'grant', 'idempotency_key', 'audit_seal'];
    for (const table of county) this.addSql(relock(table, rules.tenant));
    for (const table of ['programme', 'programme_step', 'programme_revision', 'security_event'])
      this.addSql(relock(table, rules.station));
    for (const table of ['training_programme', 'job_programme', 'industry_programme'])
      this.addSql(relock(table, withParent(table, 'programme')));
    this.addSql(relock('audit_entry', rules.station, { isReadOnly: true }));
    this.addSql(`alter policy tenant_within on tenant using (${rules.county});`);
  }
}

const steps = `
alter table programme_step add column station_id uuid;
update programme_step s set station_id = p.station_id from programme p where p.tenant_id = s.tenant_id and p.id = s.programme_id;
alter table programme_step alter column station_id set not null;
alter table programme_step add constraint programme_step_station_fkey
  foreign key (tenant_id, station_id) references station (tenant_id, id);`;
