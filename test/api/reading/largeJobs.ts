import { type Grown, nth } from './nth.js';

/** What jobs keep: each person went with a batch, is checked on, had a placement; every other one looks for work. */
export function jobsOf({ tenantId, rows }: Grown): string {
  const batches = rows / 10;
  return `
create temp table offered as
  select row_number() over (order by i)::int as n, id from draft where kind = 'JOB';
insert into employer (tenant_id, id, station_id, name, pinyin, initials, created_at)
  select ${tenantId}, pg_temp.nth(e), p.id, name || '示例厂' || e, py || 'shilichang' || e, left(py, 1) || 'slc' || e, timestamptz '2019-01-01' + e * interval '12 hours'
  from generate_series(1, 5000) e join place p on p.no = 2 + (e * 7) % 84
  join (values (0, '金', 'jinsha'), (1, '柳', 'liuhe'), (2, '花', 'huahai'), (3, '昌', 'changma')) w(k, name, py) on k = e % 4 order by e;
insert into opening (tenant_id, id, station_id, programme_id, employer_id, kind, title, work, headcount, monthly_pay, created_at)
  select ${tenantId}, pg_temp.nth(o), p.id, f.id, case when kind <> 'PUBLIC_WELFARE' then pg_temp.nth(1 + o % 5000) end, kind, '示例岗位' || o,
    case when kind = 'PUBLIC_WELFARE' then 'SANITATION' end, 10, case when kind = 'PUBLIC_WELFARE' then 100000 end, timestamptz '2019-01-01' + o * interval '3 hours'
  from generate_series(1, ${batches}) o join offered f on f.n = case when o % 4 = 0 then 1 else o * 2 end join place p on p.no = 14 + (o * 7) % 72
  cross join lateral (select case when o % 100 = 0 then 'WORKSHOP' when o % 3 = 0 then 'PUBLIC_WELFARE' else 'LABOUR_DISPATCH' end as kind) k order by o;
insert into dispatch_batch (tenant_id, id, station_id, opening_id, employer_id, number, day, transport, state, created_at)
  select ${tenantId}, pg_temp.nth(b), p.id, pg_temp.nth(case when b % 4 = 0 then 1 else b end), pg_temp.nth(case when b % 4 = 0 then 1 else 1 + b % 5000 end), b, date '2019-01-01' + b / 7, 'FREE',
    'RETURNED', timestamptz '2019-01-01' + b * interval '3 hours' from generate_series(1, ${batches}) b join place p on p.no = 14 + (b * 7) % 72 order by b;
insert into dispatch_member (tenant_id, id, station_id, batch_id, opening_id, person_id, household_id, batch_number, employer_name, grade, state, departed_on, ended_on, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, pg_temp.nth(b), pg_temp.nth(b), person_id, household_id, b, '示例厂', 'GENERAL',
    case when i % 20 = 0 then 'DEPARTED' else 'RETURNED' end, day, case when i % 20 > 0 then day + 200 end, made
  from family cross join lateral (select case when i % 8 = 0 then 1 else 1 + i / 10 end as b) c order by i;
insert into check_in (tenant_id, id, station_id, member_id, batch_id, months, due_on, done_on, is_employed, is_done, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, pg_temp.nth(1 + i / 3), pg_temp.nth(case when i % 8 = 0 then 1 else 1 + i / 10 end), (array[1, 3, 6])[1 + i % 3], day + 90,
    case when is_done then day + 90 end, case when is_done then true end, is_done, made
  from family cross join lateral (select day + 90 < date '2026-06-01' and i % 200 > 0 as is_done) d order by i;
insert into placement (tenant_id, id, station_id, opening_id, person_id, household_id, kind, title, valid_from, valid_to, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, pg_temp.nth(case when i % 8 = 0 then 1 else 1 + i / 10 end), person_id, household_id,
    case when i % 3 = 0 then 'WORKSHOP' else 'PUBLIC_WELFARE' end, '示例岗位', day, case when i % 10 > 0 then day + 365 end, made from family order by i;
insert into job_seeker (tenant_id, id, station_id, person_id, distance, state, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, person_id, 'COUNTY', (array['SEEKING', 'WITHDRAWN', 'PLACED', 'PLACED', 'PLACED', 'PLACED', 'PLACED', 'PLACED', 'PLACED', 'PLACED'])[1 + (i / 2) % 10], made
  from family where i % 2 = 0 order by i;`;
}

/** What the lists of jobs are asked with: what nothing or little has, and what much has. */
export function jobsKnown({
  programmes,
}: {
  programmes: readonly string[];
}): Readonly<Record<string, readonly unknown[]>> {
  const some = [{ in: [nth(7)] }, { in: [nth(1)] }];
  return {
    opening: some,
    employer: some,
    batch: some,
    'openings.programme': [{ in: [programmes[1]] }, { in: [programmes[0]] }],
    'openings.kind': [{ in: ['WORKSHOP'] }, { in: ['LABOUR_DISPATCH'] }, { in: ['PUBLIC_WELFARE', 'WORKSHOP'] }],
    isDone: [true, false],
    dueBy: ['2019-06-01', '2026-07-01'],
    endsBy: ['2026-07-31', '2028-01-01'],
    'jobSeekers.state': [{ in: ['SEEKING'] }, { in: ['PLACED'] }],
  };
}
