import { Migration } from '@mikro-orm/migrations';

/** Templates of briefs and forms are retired, with a day and a reason, and stay for what was written with them. */
export class Migration021Retired extends Migration {
  override up(): void {
    for (const table of ['brief', 'report_form'])
      this.addSql(`
alter table ${table} add column retired_on date, add column retired_because text,
  add constraint ${table}_retired_check check ((retired_on is null) = (retired_because is null));
create index ${table}_retired_idx on ${table} (tenant_id, created_at, id) where retired_on is not null;`);
  }
}
