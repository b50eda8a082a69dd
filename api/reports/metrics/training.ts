import { sql } from '../../reading/index.js';
import { TrainingCategory, TrainingForm } from '../../training/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric, Split } from '../metric.js';
import { byStatus, holds, householdRow, ofPerson, onDay, personRow, resource, units } from './parts.js';

/** Sessions that were held, and who was there. */
const isHeld = (at: At) => sql`s1.tenant_id = ${at.tenant} and ${onDay(sql`s1.held_on`, at)} and not s1.is_cancelled`;
const sessions = () => sql`public."course_session" s1`;
const attended = (at: At) => sql`public."course_session" s1 join public."attendance" a1 on a1.tenant_id = ${at.tenant}
  and a1.session_id = s1.id and a1.is_present`;
const asMembers = (at: At) => sql`${attended(at)} join public."membership" m1 on m1.tenant_id = ${at.tenant}
  and m1.person_id = a1.person_id and ${holds(sql`m1`, at)}`;

const programme = (at: At) => sql`join public."course" c8 on c8.tenant_id = ${at.tenant} and c8.id = s1.course_id
  join public."training_programme" t8 on t8.tenant_id = ${at.tenant} and t8.id = c8.programme_id`;
const byProgramme = {
  [ReportSplit.CATEGORY]: { join: programme, value: sql`t8.category`, names: TrainingCategory },
  [ReportSplit.FORM]: { join: programme, value: sql`t8.form`, names: TrainingForm },
} satisfies Partial<Record<ReportSplit, Split>>;

/** By the statuses of the household that somebody who came belongs to on the as-of day. */
const household = byStatus(sql`m8.household_id`);
const statusOfPerson: Split = {
  ...household,
  join: (at) => sql`left join public."membership" m8 on m8.tenant_id = ${at.tenant} and m8.person_id = a1.person_id
    and ${holds(sql`m8`, at)} ${household.join?.(at) ?? sql``}`,
};

const training = { sums: 'report.read', falls: MetricFalls.ON_DAY } satisfies Partial<Metric>;
const ofSessions = {
  ...training,
  splits: byProgramme,
  rows: ['training.read'],
  from: sessions,
  where: isHeld,
  station: sql`s1.station_id`,
  day: sql`s1.held_on`,
  row: {
    type: 'CourseSession',
    id: sql`s1.id`,
    title: () => sql`s1.topic`,
    opens: { resource: resource('courses'), id: sql`s1.course_id` },
  },
} satisfies Partial<Metric>;
const ofAttendance = {
  ...training,
  splits: { ...byProgramme, [ReportSplit.STATUS]: statusOfPerson },
  from: attended,
  where: isHeld,
  station: sql`a1.station_id`,
  day: sql`s1.held_on`,
} satisfies Partial<Metric>;

/** Households on the register, and whether any member came within the period. */
const covered = (
  at: At,
) => sql`public."household_place" p1 left join (select distinct m1.household_id from ${asMembers(at)}
  where ${isHeld(at)}) x1 on x1.household_id = p1.household_id`;
const coveredPeople = (
  at: At,
) => sql`public."household_place" p1 join public."membership" m2 on m2.tenant_id = ${at.tenant}
  and m2.household_id = p1.household_id and ${holds(sql`m2`, at)}
  left join (select distinct a1.person_id from ${attended(at)} where ${isHeld(at)}) x1 on x1.person_id = m2.person_id`;
const coverage = {
  ...training,
  unit: units.percent,
  counts: MetricCounts.SHARE,
  isMean: true,
  splits: { [ReportSplit.STATUS]: byStatus(sql`p1.household_id`) },
  rows: ['training.read', 'household.read'],
  where: (at: At) => sql`p1.tenant_id = ${at.tenant} and ${holds(sql`p1`, at)}`,
  station: sql`p1.place_id`,
} satisfies Partial<Metric>;

/** Sessions, who came to them, and how far that reaches. */
export const trainings: readonly Metric[] = [
  {
    ...ofSessions,
    key: 'training.sessions',
    name: { zh: '培训场次', en: 'Training sessions' },
    says: { zh: '期间内举办、未取消的课次。', en: 'Sessions held within the period that were not called off.' },
    unit: units.sessions,
    counts: MetricCounts.ROWS,
    plan: 'training.plannedSessions',
  },
  {
    ...ofSessions,
    key: 'training.hours',
    name: { zh: '培训课时', en: 'Training hours' },
    says: { zh: '期间内举办的课次的课时合计。', en: 'The hours of the sessions held within the period, added.' },
    unit: units.hours,
    counts: MetricCounts.QUANTITY,
    amount: sql`coalesce(s1.hours, 0)`,
  },
  {
    ...ofAttendance,
    key: 'training.personTimes',
    name: { zh: '培训人次', en: 'Training person-times' },
    says: {
      zh: '期间内到课的次数：同一人参加两场计两次。',
      en: 'How often people came to sessions within the period: somebody at two sessions counts twice.',
    },
    unit: units.personTimes,
    counts: MetricCounts.ROWS,
    rows: ['training.read'],
    row: {
      ...ofPerson('Attendance', sql`a1.id`, sql`a1.person_id`),
      title: (at) => sql`concat_ws(' ', s1.topic, case when ${at.isNamed(sql`p9.station_id`)} then p9.name end)`,
      opens: { resource: resource('courses'), id: sql`s1.course_id` },
    },
  },
  {
    ...ofAttendance,
    key: 'training.persons',
    name: { zh: '培训人数', en: 'People trained' },
    says: {
      zh: '期间内到过课的人，无论参加几场，每人只计一次。',
      en: 'People who came to any session within the period, each counted once however often they came.',
    },
    unit: units.people,
    counts: MetricCounts.PEOPLE,
    distinct: sql`a1.person_id`,
    rows: ['training.read', 'household.read'],
    row: personRow(sql`a1.person_id`),
  },
  {
    ...ofAttendance,
    key: 'training.households',
    name: { zh: '培训户数', en: 'Households trained' },
    says: {
      zh: '期间内有成员到过课的户，成员以截至日为准，每户只计一次。',
      en: 'Households of which any member as of the day came to a session within the period, each counted once.',
    },
    unit: units.households,
    counts: MetricCounts.HOUSEHOLDS,
    splits: { ...byProgramme, [ReportSplit.STATUS]: byStatus(sql`m1.household_id`) },
    from: asMembers,
    distinct: sql`m1.household_id`,
    rows: ['training.read', 'household.read'],
    row: householdRow(sql`m1.household_id`),
  },
  {
    ...coverage,
    key: 'training.householdCoverage',
    name: { zh: '培训户覆盖率', en: 'Households covered by training' },
    says: {
      zh: '截至日在册户中，期间内有成员到过课的户所占百分比（不进位）。',
      en: 'Of the households on the register on the as-of day, the percentage of which a member came within the period, rounded down.',
    },
    from: covered,
    amount: sql`case when x1.household_id is null then 0 else 100 end`,
    day: sql`p1.valid_from`,
    row: householdRow(sql`p1.household_id`),
  },
  {
    ...coverage,
    key: 'training.personCoverage',
    name: { zh: '培训人员覆盖率', en: 'People covered by training' },
    says: {
      zh: '截至日在册户的成员中，期间内到过课者所占百分比（不进位）。',
      en: 'Of the members of households on the as-of day, the percentage who came within the period, rounded down.',
    },
    from: coveredPeople,
    amount: sql`case when x1.person_id is null then 0 else 100 end`,
    day: sql`m2.valid_from`,
    row: personRow(sql`m2.person_id`),
  },
];
