import type { Grown } from './nth.js';

/** Reports that were frozen, and templates of briefs and forms: far more than any county writes. */
export function reportsOf({ tenantId, rows }: Grown): string {
  const places = `from generate_series(1, ${rows / 10}) e join place p on p.no = 1 + (e * 7) % 85 order by e`;
  const made = `timestamptz '2019-01-01' + e * interval '3 hours'`;
  const retired = `case when e % 50 = 0 then date '2026-01-01' end, case when e % 50 = 0 then '示例' end`;
  return `
insert into edition (tenant_id, id, station_id, title, from_day, to_day, as_of, hash, frozen_by, frozen_by_name, created_at)
  select ${tenantId}, pg_temp.nth(e), p.id, '示例' || e, date '2019-01-01', date '2019-03-31', date '2019-03-31', repeat('0', 64),
    'director@900000', '李和', ${made} ${places};
insert into brief (tenant_id, id, station_id, title_zh, title_en, text_zh, text_en, created_at, retired_on, retired_because)
  select ${tenantId}, pg_temp.nth(e), p.id, '示例' || e, 'Example', '示例', 'Example', ${made}, ${retired} ${places};
insert into report_form (tenant_id, id, station_id, title, widths, row_count, cells, created_at, retired_on, retired_because)
  select ${tenantId}, pg_temp.nth(e), p.id, '示例' || e, '10', 1, '[]', ${made}, ${retired} ${places};`;
}
