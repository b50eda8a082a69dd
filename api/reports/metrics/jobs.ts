import { JobKind, WelfareWork, WorkerGrade } from '../../jobs/index.js';
import { type Sql, sql } from '../../reading/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric, Split } from '../metric.js';
import { byStatus, holds, ofPerson, onDay, personRow, resource, units } from './parts.js';
import { overlapping, programmesAsOf } from './programmes.js';

const jobs = { sums: 'report.read', rows: ['jobs.read'] } satisfies Partial<Metric>;
const people = {
  unit: units.people,
  counts: MetricCounts.PEOPLE,
  rows: ['jobs.read', 'household.read'],
} satisfies Partial<Metric>;

/** By the statuses of the household that somebody belongs to on the as-of day. */
function statusOf(person: Sql): Split {
  const household = byStatus(sql`m8.household_id`);
  return {
    ...household,
    join: (at) => sql`left join public."membership" m8 on m8.tenant_id = ${at.tenant} and m8.person_id = ${person}
      and ${holds(sql`m8`, at)} ${household.join?.(at) ?? sql``}`,
  };
}

/** People who left with a batch. */
const dispatch = {
  ...jobs,
  splits: {
    [ReportSplit.GRADE]: { value: sql`d1.grade`, names: WorkerGrade },
    [ReportSplit.BATCH]: {
      value: sql`d1.batch_id::text`,
      label: sql`d1.employer_name || ' ' || d1.batch_number::text`,
    },
    [ReportSplit.STATUS]: statusOf(sql`d1.person_id`),
  },
  from: () => sql`public."dispatch_member" d1`,
  station: sql`d1.station_id`,
  day: sql`d1.departed_on`,
} satisfies Partial<Metric>;
const departed = (at: At) => sql`d1.tenant_id = ${at.tenant} and ${onDay(sql`d1.departed_on`, at)}`;

/** Who holds a post or works in a workshop on the as-of day. */
const opening = (at: At) => sql`join public."opening" o8 on o8.tenant_id = ${at.tenant} and o8.id = l1.opening_id`;

/** Openings of jobs programmes as of the day. */
const openings = (at: At) =>
  sql`${programmesAsOf(at)} join public."opening" o1 on o1.tenant_id = ${at.tenant} and o1.programme_id = p1.id`;
const offered = {
  ...jobs,
  falls: MetricFalls.DURING,
  splits: {
    [ReportSplit.KIND]: { value: sql`o1.kind`, names: JobKind },
    [ReportSplit.WORK]: { value: sql`coalesce(o1.work, 'NONE')`, names: WelfareWork },
  },
  from: openings,
  where: overlapping,
  station: sql`o1.station_id`,
  day: sql`v2.starts_on`,
  row: {
    type: 'Opening',
    id: sql`o1.id`,
    title: () => sql`o1.title`,
    opens: { resource: resource('openings'), id: sql`o1.id` },
  },
} satisfies Partial<Metric>;

/** Posts, workshops and work elsewhere. */
export const jobMetrics: readonly Metric[] = [
  {
    ...dispatch,
    ...people,
    key: 'jobs.dispatched',
    name: { zh: '劳务输出人数', en: 'People dispatched to work' },
    says: {
      zh: '期间内随批次出发务工的人，无论随几批，每人只计一次。',
      en: 'People who left with a batch within the period, each counted once with however many they went.',
    },
    falls: MetricFalls.ON_DAY,
    where: departed,
    distinct: sql`d1.person_id`,
    row: personRow(sql`d1.person_id`),
  },
  {
    ...dispatch,
    key: 'jobs.departures',
    name: { zh: '劳务输出人次', en: 'Departures to work' },
    says: {
      zh: '期间内随批次出发的人次：随两批出发计两次。',
      en: 'Departures with a batch within the period: somebody who went with two counts twice.',
    },
    unit: units.personTimes,
    counts: MetricCounts.ROWS,
    falls: MetricFalls.ON_DAY,
    where: departed,
    row: ofPerson('DispatchMember', sql`d1.id`, sql`d1.person_id`),
  },
  {
    ...dispatch,
    ...people,
    key: 'jobs.workingAway',
    name: { zh: '在外务工人数', en: 'People working away' },
    says: {
      zh: '截至日已出发、尚未返乡的人。',
      en: 'People who had left with a batch by the as-of day and were not back.',
    },
    falls: MetricFalls.AS_OF,
    where: (at) =>
      sql`d1.tenant_id = ${at.tenant} and d1.departed_on <= ${at.asOf} and (d1.ended_on is null or d1.ended_on > ${at.asOf})`,
    distinct: sql`d1.person_id`,
    row: personRow(sql`d1.person_id`),
  },
  {
    ...jobs,
    key: 'jobs.batches',
    name: { zh: '劳务输出批次', en: 'Batches' },
    says: { zh: '期间内出发的批次。', en: 'Batches that left within the period.' },
    unit: { zh: '批', en: 'batches' },
    counts: MetricCounts.ROWS,
    falls: MetricFalls.ON_DAY,
    splits: {},
    from: (at) =>
      sql`public."dispatch_batch" b1 join public."employer" e1 on e1.tenant_id = ${at.tenant} and e1.id = b1.employer_id`,
    where: (at) =>
      sql`b1.tenant_id = ${at.tenant} and b1.state in ('DEPARTED', 'RETURNED') and ${onDay(sql`b1.day`, at)}`,
    station: sql`b1.station_id`,
    day: sql`b1.day`,
    row: {
      type: 'DispatchBatch',
      id: sql`b1.id`,
      title: () => sql`e1.name || ' ' || b1.number::text`,
      opens: { resource: resource('dispatchBatches'), id: sql`b1.id` },
    },
  },
  {
    ...jobs,
    key: 'jobs.checkIns',
    name: { zh: '务工回访次数', en: 'Check-ins' },
    says: { zh: '期间内完成的务工回访。', en: 'Check-ins with people who work away that were done within the period.' },
    unit: units.times,
    counts: MetricCounts.ROWS,
    falls: MetricFalls.ON_DAY,
    splits: {},
    from: (at) =>
      sql`public."check_in" c1 join public."dispatch_member" d1 on d1.tenant_id = ${at.tenant} and d1.id = c1.member_id`,
    where: (at) => sql`c1.tenant_id = ${at.tenant} and c1.is_done and ${onDay(sql`c1.done_on`, at)}`,
    station: sql`c1.station_id`,
    day: sql`c1.done_on`,
    row: ofPerson('CheckIn', sql`c1.id`, sql`d1.person_id`),
  },
  {
    ...jobs,
    ...people,
    key: 'jobs.placed',
    name: { zh: '在岗人数', en: 'People in posts and workshops' },
    says: {
      zh: '截至日在公益岗或扶贫车间上岗的人，兼两岗者只计一次。',
      en: 'People who hold a public-welfare post or work in a workshop on the as-of day, each counted once.',
    },
    falls: MetricFalls.AS_OF,
    splits: {
      [ReportSplit.KIND]: { value: sql`l1.kind`, names: JobKind },
      [ReportSplit.WORK]: { join: opening, value: sql`coalesce(o8.work, 'NONE')`, names: WelfareWork },
      [ReportSplit.STATUS]: statusOf(sql`l1.person_id`),
    },
    distinct: sql`l1.person_id`,
    from: () => sql`public."placement" l1`,
    where: (at) => sql`l1.tenant_id = ${at.tenant} and ${holds(sql`l1`, at)}`,
    station: sql`l1.station_id`,
    day: sql`l1.valid_from`,
    row: personRow(sql`l1.person_id`),
  },
  {
    ...offered,
    key: 'jobs.openings',
    name: { zh: '岗位种类数', en: 'Openings' },
    says: {
      zh: '起止日期与期间有交集的就业项目所设的岗位，一项多名额计一个。',
      en: 'Openings of jobs programmes that overlap the period; one with many places counts as one.',
    },
    unit: { zh: '个', en: 'openings' },
    counts: MetricCounts.ROWS,
  },
  {
    ...offered,
    key: 'jobs.places',
    name: { zh: '岗位名额', en: 'Places offered' },
    says: {
      zh: '起止日期与期间有交集的就业项目所设岗位的名额合计。',
      en: 'The places of the openings of jobs programmes that overlap the period, added.',
    },
    unit: units.people,
    counts: MetricCounts.QUANTITY,
    amount: sql`o1.headcount`,
  },
  {
    ...offered,
    key: 'jobs.quotedWage',
    name: { zh: '口述或约定月工资', en: 'Wage as quoted' },
    says: {
      zh: '岗位工资区间中点的平均：为口述或约定的数，不是统计到的实发工资。',
      en: 'The mean of the middles of wage bands, as quoted or agreed; never a measured wage.',
    },
    unit: { zh: '元/月', en: 'yuan a month' },
    counts: MetricCounts.MONEY,
    isMean: true,
    splits: {
      [ReportSplit.GRADE]: { value: sql`w1.grade`, names: WorkerGrade },
      [ReportSplit.KIND]: offered.splits.KIND,
    },
    from: (at) =>
      sql`${openings(at)} join public."wage_band" w1 on w1.tenant_id = ${at.tenant} and w1.opening_id = o1.id`,
    amount: sql`(w1.wage_from + w1.wage_to) / 2.0`,
    row: { ...offered.row, type: 'WageBand', id: sql`w1.id` },
  },
];
