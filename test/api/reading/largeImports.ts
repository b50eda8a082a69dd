import type { Grown } from './nth.js';

/** Files that were read in: one a day and village for a year is more than any county has. */
export function importsOf({ tenantId, rows }: Grown): string {
  return `
insert into import_batch (tenant_id, id, station_id, file_name, file_hash, state, columns, row_count, created_by, created_at)
  select ${tenantId}, pg_temp.nth(b), p.id, '示例.csv', 'hash' || b, 'COMMITTED', '[]', 10, '李和', timestamptz '2019-01-01' + b * interval '3 hours'
  from generate_series(1, ${rows / 10}) b join place p on p.no = 1 + (b * 7) % 85 order by b;`;
}
