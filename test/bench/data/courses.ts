import { sizes } from './counties.js';
import { loading } from './loading.js';

/** Courses under training programmes with a class group, two sessions, those enrolled (twelve to seventeen, one course in twenty has three) and who came. */
export function courses(): string[] {
  return [plans, ...loading(['course', 'class_group', 'course_session', 'enrolment', 'attendance'], rows)];
}

/** Whoever is enrolled lives anywhere in the county; `people` numbers them, so that a course takes nobody twice. */
const plans = `
create temp table lesson as
  select j, p.t, p.id as programme_id, p.station_id, p.title, p.starts_on + pg_temp.mix(j, 30) as starts_on, p.ends_on, made,
    pg_temp.id(made, 'course ' || j) as id, pg_temp.id(made, 'class group ' || j) as group_id, case when j % 20 = 0 then 3 else 12 + pg_temp.mix(j, 6) end as size
  from (select j, case when j <= ${sizes.coursesOfTheFirst} then 1 else 2 + j % ${sizes.counties - 1} end as county from generate_series(1, ${sizes.courses}) j) seed
  join (select *, row_number() over (partition by t order by i) - 1 as n, count(*) over (partition by t) as many from plan where kind = 'TRAINING') p on p.t = county and p.n = j % p.many
  cross join lateral (select p.made_on + interval '10 hours' + j * interval '1 second' as made) at;
create temp table people as
  select t, id, household_id, row_number() over (partition by t order by i, m) - 1 as n from member;
create unique index on people (t, n);
analyze lesson;
analyze people;
create temp table county as select t, count(*)::int as many from people group by t;`;

const rows = [
  `insert into course (tenant_id, id, programme_id, station_id, title, audiences, capacity, starts_on, ends_on, is_invented, created_at)
   select t, id, programme_id, station_id, title || '第' || 1 + j % 3 || '班', array['HOUSEHOLD'], 20, starts_on, ends_on, true, made from lesson order by t, j`,
  `insert into class_group (tenant_id, id, course_id, station_id, name, created_at) select t, group_id, id, station_id, '一班', made from lesson order by t, j`,
  `insert into course_session (tenant_id, id, course_id, station_id, held_on, topic, hours, created_at)
   select t, pg_temp.id(made, 'session ' || j || ' ' || k), id, station_id, least(starts_on + k * 7, ends_on), '第' || k || '讲', 2, made from lesson, generate_series(1, 2) k order by t, j, k`,
  `insert into enrolment (tenant_id, id, course_id, class_group_id, station_id, person_id, household_id, no, state, state_since, created_at)
   select l.t, pg_temp.id(l.made + k * interval '1 minute', 'enrolment ' || l.j || ' ' || k), l.id, l.group_id, l.station_id, p.id, p.household_id, k,
     case when l.starts_on < current_date then 'COMPLETED' else 'ENROLLED' end, (l.made + k * interval '1 minute')::date, l.made + k * interval '1 minute'
   from lesson l join county c on c.t = l.t cross join generate_series(1, l.size) k
   join people p on p.t = l.t and p.n = (pg_temp.mix(l.j + 11000000, 1000000) + k * 37) % c.many order by l.t, l.j, k`,
  `insert into attendance (tenant_id, id, course_id, session_id, enrolment_id, person_id, station_id, is_present, created_at)
   select s.tenant_id, pg_temp.id(s.created_at, 'attendance ' || s.id || e.no), s.course_id, s.id, e.id, e.person_id, s.station_id, (e.no + extract(day from s.held_on)::int) % 9 > 0, s.created_at
   from course_session s join enrolment e on e.tenant_id = s.tenant_id and e.course_id = s.course_id where s.held_on < current_date order by s.tenant_id, s.held_on, s.id, e.no`,
];
