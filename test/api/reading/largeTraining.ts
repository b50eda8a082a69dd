import { type Grown, nth } from './nth.js';

/** The last courses, tests and plans are the first ones of their lists, and so large that a page of what is in them is a small part. */
const large = 5;

/** What training keeps: a wish, an enrolment and a result of each person, 20,000 courses, a holder or a certificate of every other one. */
export function trainingOf({ tenantId, rows }: Grown): string {
  const courses = rows / 10;
  return `
create temp table taught as
  select row_number() over (order by i)::int as n, id, no, starts_on from draft where kind = 'TRAINING';
insert into training_provider (tenant_id, id, name)
  select ${tenantId}, pg_temp.nth(i), case i when 1 then '示例农科院' else '示例学校' || i end from generate_series(1, 2000) i;
insert into teacher (tenant_id, id, provider_id, name)
  select ${tenantId}, pg_temp.nth(i), pg_temp.nth(1 + i % 2000), case i when 1 then '示例农科院' else '示例老师' || i end from generate_series(1, 5000) i;
insert into course (tenant_id, id, programme_id, station_id, title, audiences, capacity, starts_on, ends_on)
  select ${tenantId}, pg_temp.nth(c), t.id, p.id, '示例课程' || c, array['HOUSEHOLD'], 10000, day, day + 30
  from generate_series(1, ${courses}) c join taught t on t.n = case when c % 4 = 0 then 1 else c * 4 end join place p on p.no = 14 + (c * 7) % 72
  cross join lateral (select case when c > ${courses - large} then date '2027-01-01' else date '2019-01-01' + c / 7 end as day) d order by c;
insert into class_group (tenant_id, id, course_id, station_id, name)
  select ${tenantId}, pg_temp.nth(2 * c + g), pg_temp.nth(c), p.id, '第' || g || '班'
  from generate_series(1, ${courses}) c join place p on p.no = 14 + (c * 7) % 72 cross join generate_series(0, 1) g order by c;
create temp table learner as
  select i, person_id, household_id, station_id, day, made, case when i <= ${rows / 8} then ${courses - large + 1} + i % ${large} else 1 + i % ${courses - large} end as c
  from family;
insert into enrolment (tenant_id, id, course_id, class_group_id, station_id, person_id, household_id, no, state, state_since, created_at)
  select ${tenantId}, pg_temp.nth(i), pg_temp.nth(c), pg_temp.nth(2 * c + (i / 5) % 2), station_id, person_id, household_id, i,
    (array['APPLIED', 'WAITING', 'WITHDRAWN', 'ENROLLED', 'ENROLLED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED'])[1 + (i / 7) % 10], day, made
  from learner order by i;
insert into training_certificate (tenant_id, id, course_id, enrolment_id, person_id, station_id, number, issued_on, issued_by)
  select ${tenantId}, pg_temp.nth(i), pg_temp.nth(c), pg_temp.nth(i), person_id, station_id, '示例-' || lpad(i::text, 7, '0'), day, '李和'
  from learner where i % 2 = 0 order by i;
insert into level_test (tenant_id, id, course_id, station_id, month, max_score, state, held_on)
  select ${tenantId}, pg_temp.nth(c), pg_temp.nth(c), p.id, date_trunc('month', day)::date, 100, 'HELD', day
  from generate_series(1, ${courses}) c join place p on p.no = 14 + (c * 7) % 72
  cross join lateral (select case when c > ${courses - large} then date '2027-01-01' else date '2019-01-01' + c / 7 end as day) d order by c;
insert into test_result (tenant_id, id, test_id, course_id, enrolment_id, person_id, station_id, score, is_moved, created_at)
  select ${tenantId}, pg_temp.nth(i), pg_temp.nth(c), pg_temp.nth(c), pg_temp.nth(i), person_id, station_id, i % 100, (i / 5) % 50 = 0, made from learner order by i;
insert into training_menu_item (tenant_id, id, station_id, title, category, is_closed)
  select ${tenantId}, pg_temp.nth(i), p.id, '示例课题' || i, 'TECHNIQUE', i % 10 = 0 from generate_series(1, 5000) i join place p on p.no = 1 + i % 13;
insert into training_demand (tenant_id, id, item_id, person_id, station_id, session_id, people, priority, asked_on, state, reason, created_at)
  select ${tenantId}, pg_temp.nth(i), pg_temp.nth(case when i % 4 = 0 then 1 else 2 + i % 4999 end), person_id, station_id,
    case when state in ('SCHEDULED', 'MET') then pg_temp.nth(i) end, 1, 'USUAL', day, state, case when state = 'DECLINED' then '示例' end, made
  from family cross join lateral (select case when (i / 3) % 100 = 0 then 'DECLINED' when (i / 3) % 20 = 1 then 'REQUESTED' when (i / 3) % 20 = 2 then 'SCHEDULED' else 'MET' end as state) s
  order by i;
insert into know_how_holder (tenant_id, id, household_id, person_id, station_id, topic, state, trained_on, confirmed_on, assessor, ended_on, reason, created_at)
  select ${tenantId}, pg_temp.nth(i), household_id, person_id, station_id, '林果', state, day, case when state = 'CONFIRMED' then day + 30 end,
    case when state = 'CONFIRMED' then '李和' end, case when state = 'ENDED' then day + 90 end, case when state = 'ENDED' then '示例' end, made
  from family cross join lateral (select case when (i / 10) % 50 = 0 then 'ENDED' when (i / 10) % 10 < 4 then 'TRAINED' else 'CONFIRMED' end as state) s
  where i % 2 = 0 order by i;`;
}

/** What the lists of training are asked with: what nothing or little has, and what much has. */
export function trainingKnown({
  programmes,
}: {
  programmes: readonly string[];
}): Readonly<Record<string, readonly unknown[]>> {
  const states = [{ in: ['APPLIED'] }, { in: ['ENROLLED', 'COMPLETED'] }];
  const classGroup = [{ in: [nth(7)] }, { in: [nth(2 * 19_996)] }];
  const known = {
    name: [{ in: ['示例农科院'] }, { startsWith: '示例' }],
    'courses.programme': [{ in: [programmes[1]] }, { in: [programmes[0]] }],
    'trainingCertificates.course': [{ in: [nth(7)] }, { in: [nth(19_996)] }],
    'levelTests.course': [{ in: [nth(7)] }],
    'knowHowHolders.state': [{ in: ['ENDED'] }, { in: ['CONFIRMED'] }],
    'trainingDemands.item': [{ in: [nth(7)] }, { in: [nth(1)] }],
    'trainingDemands.state': [
      { in: ['DECLINED'] },
      { in: ['REQUESTED'] },
      { in: ['MET'] },
      { in: ['REQUESTED', 'SCHEDULED'] },
    ],
    isMoved: [true, false],
    classGroup,
  };
  const ofEnrolments = ['Course.enrolments', 'Household.enrolments', 'Person.enrolments'].map(
    (list) => [`${list}.state`, states] as const,
  );
  return { ...known, ...Object.fromEntries(ofEnrolments) };
}
