import { sql } from '../../reading/index.js';
import { TrainingCategory, TrainingDemandState, TrainingForm } from '../../training/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric } from '../metric.js';
import { householdRow, ofPerson, onDay, resource, units } from './parts.js';
import { overlapping, programmesAsOf } from './programmes.js';

const training = { sums: 'report.read', falls: MetricFalls.ON_DAY } satisfies Partial<Metric>;

const planned = (at: At) =>
  sql`${overlapping(at)} and p1.kind = 'TRAINING' and k2.state not in ('DRAFT', 'SUBMITTED', 'RETURNED')`;
const ofPlans = {
  sums: 'report.read',
  falls: MetricFalls.DURING,
  counts: MetricCounts.QUANTITY,
  splits: {
    [ReportSplit.CATEGORY]: { value: sql`v2.details->>'category'`, names: TrainingCategory },
    [ReportSplit.FORM]: { value: sql`v2.details->>'form'`, names: TrainingForm },
  },
  rows: ['training.read'],
  from: programmesAsOf,
  where: planned,
  station: sql`v2.station_id`,
  day: sql`v2.starts_on`,
  row: {
    type: 'TrainingProgramme',
    id: sql`p1.id`,
    title: () => sql`v2.title`,
    opens: { resource: resource('trainingProgrammes'), id: sql`p1.id` },
  },
} satisfies Partial<Metric>;

/** What training was planned and ordered, and what came of it. */
export const learning: readonly Metric[] = [
  {
    ...ofPlans,
    key: 'training.plannedSessions',
    name: { zh: '计划培训场次', en: 'Sessions planned' },
    says: {
      zh: '起止日期与期间有交集、已批准的培训项目计划的场次，整项计入。',
      en: 'The sessions that approved training programmes overlapping the period plan, each programme with the whole of its number.',
    },
    unit: units.sessions,
    amount: sql`coalesce((v2.details->>'plannedSessions')::numeric, 0)`,
  },
  {
    ...ofPlans,
    key: 'training.plannedPlaces',
    name: { zh: '计划培训人数', en: 'Places planned' },
    says: {
      zh: '起止日期与期间有交集、已批准的培训项目计划的人数，整项计入。',
      en: 'The places that approved training programmes overlapping the period plan, each programme with the whole of its number.',
    },
    unit: units.people,
    amount: sql`coalesce((v2.details->>'plannedPlaces')::numeric, 0)`,
  },
  {
    ...training,
    key: 'training.testResults',
    name: { zh: '水平测试人次', en: 'Level test results' },
    says: {
      zh: '期间内举行的月度水平测试的成绩数，每人每次测试一个成绩。',
      en: 'Results of level tests held within the period; a person has one in each test.',
    },
    unit: units.personTimes,
    counts: MetricCounts.ROWS,
    splits: {},
    rows: ['training.read'],
    from: (at) =>
      sql`public."level_test" l1 join public."test_result" r1 on r1.tenant_id = ${at.tenant} and r1.test_id = l1.id`,
    where: (at) => sql`l1.tenant_id = ${at.tenant} and ${onDay(sql`l1.held_on`, at)}`,
    station: sql`r1.station_id`,
    day: sql`l1.held_on`,
    row: ofPerson('TestResult', sql`r1.id`, sql`r1.person_id`),
  },
  {
    ...training,
    key: 'training.knowHowHolders',
    name: { zh: '科技明白人户数', en: 'Households with a know-how holder' },
    says: {
      zh: '截至日已认定科技明白人的户，每户至多一人。',
      en: 'Households whose know-how holder is confirmed and in office on the as-of day; a household has one at most.',
    },
    unit: units.households,
    counts: MetricCounts.HOUSEHOLDS,
    falls: MetricFalls.AS_OF,
    splits: {},
    distinct: sql`k1.household_id`,
    rows: ['training.read', 'household.read'],
    from: () => sql`public."know_how_holder" k1`,
    where: (at) =>
      sql`k1.tenant_id = ${at.tenant} and k1.confirmed_on <= ${at.asOf} and (k1.ended_on is null or k1.ended_on > ${at.asOf})`,
    station: sql`k1.station_id`,
    day: sql`k1.confirmed_on`,
    row: householdRow(sql`k1.household_id`),
  },
  {
    ...training,
    key: 'training.certificates',
    name: { zh: '结业证书数', en: 'Certificates issued' },
    says: { zh: '期间内颁发的结业证书。', en: 'Certificates of courses issued within the period.' },
    unit: { zh: '份', en: 'certificates' },
    counts: MetricCounts.ROWS,
    splits: {},
    rows: ['training.read'],
    from: () => sql`public."training_certificate" t1`,
    where: (at) => sql`t1.tenant_id = ${at.tenant} and ${onDay(sql`t1.issued_on`, at)}`,
    station: sql`t1.station_id`,
    day: sql`t1.issued_on`,
    row: ofPerson('TrainingCertificate', sql`t1.id`, sql`t1.person_id`),
  },
  {
    ...training,
    key: 'training.demand',
    name: { zh: '点菜人数', en: 'Training ordered' },
    says: {
      zh: '期间内提出的点菜培训需求的人数；按状态细分时为目前的状态。',
      en: 'For how many people training was ordered from the menu within the period; split by state, as it stands today.',
    },
    unit: units.personTimes,
    counts: MetricCounts.QUANTITY,
    splits: {
      [ReportSplit.STATE]: { value: sql`d1.state`, names: TrainingDemandState },
      [ReportSplit.ITEM]: {
        join: (at) => sql`join public."training_menu_item" i8 on i8.tenant_id = ${at.tenant} and i8.id = d1.item_id`,
        value: sql`d1.item_id::text`,
        label: sql`i8.title`,
      },
    },
    rows: ['training.read'],
    from: () => sql`public."training_demand" d1`,
    where: (at) => sql`d1.tenant_id = ${at.tenant} and ${onDay(sql`d1.asked_on`, at)}`,
    station: sql`d1.station_id`,
    day: sql`d1.asked_on`,
    amount: sql`d1.people`,
    row: {
      type: 'TrainingDemand',
      id: sql`d1.id`,
      join: (at) => sql`left join public."training_menu_item" i9 on i9.tenant_id = ${at.tenant} and i9.id = d1.item_id`,
      title: () => sql`i9.title`,
      opens: { resource: resource('trainingDemands'), id: sql`d1.id` },
    },
  },
];
