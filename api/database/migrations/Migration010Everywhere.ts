import { Migration } from '@mikro-orm/migrations';
import { relock, rules, withParent } from './lock.js';

/**
 * Whether the asker reaches the whole county is decided once a statement; it was once a row, which cost the counts of a county-wide
 * tree a tenth of their time. A database made anew has these rules from step 008 on, and meets them here a second time.
 */
export class Migration010Everywhere extends Migration {
  override up(): void {
    for (const table of ['programme', 'programme_step', 'programme_revision', 'security_event'])
      this.addSql(relock(table, rules.station));
    for (const table of ['training_programme', 'job_programme', 'industry_programme'])
      this.addSql(relock(table, withParent(table, 'programme')));
    this.addSql(relock('audit_entry', rules.station, { isReadOnly: true }));
    this.addSql(`alter policy tenant_within on tenant using (${rules.county});`);
  }
}
