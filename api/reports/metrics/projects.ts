import { IndustryCategory, LoanState } from '../../industry/index.js';
import { FundSource } from '../../programmes/index.js';
import { sql } from '../../reading/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric } from '../metric.js';
import { householdRow, ofHousehold, onDay, personRow, resource, units } from './parts.js';
import { byFund, byState, overlapping, programmesAsOf } from './programmes.js';

const industry = { sums: 'report.read', rows: ['industry.read'] } satisfies Partial<Metric>;

/** Village projects as of the day. */
const projects = (
  at: At,
) => sql`${programmesAsOf(at)} join public."industry_programme" g1 on g1.tenant_id = ${at.tenant}
  and g1.id = p1.id and g1.is_village_project`;
const ofProjects = {
  ...industry,
  falls: MetricFalls.DURING,
  splits: {
    [ReportSplit.CATEGORY]: { value: sql`coalesce(v2.details->>'category', g1.category)`, names: IndustryCategory },
    [ReportSplit.FUND]: byFund,
    [ReportSplit.STATE]: byState,
  },
  from: projects,
  where: overlapping,
  station: sql`v2.station_id`,
  day: sql`v2.starts_on`,
  row: {
    type: 'IndustryProgramme',
    id: sql`p1.id`,
    title: () => sql`v2.title`,
    opens: { resource: resource('industryProgrammes'), id: sql`p1.id` },
  },
} satisfies Partial<Metric>;

/** Shares of the dividends of years that the period touches, with the beneficiaries that were fixed by the as-of day. */
const shares = {
  ...industry,
  falls: MetricFalls.DURING,
  splits: {},
  from: (at: At) =>
    sql`public."dividend_plan" y1 join public."dividend_share" z1 on z1.tenant_id = ${at.tenant} and z1.plan_id = y1.id`,
  where: (at: At) => sql`y1.tenant_id = ${at.tenant} and y1.state <> 'CANCELLED' and y1.snapshot_on <= ${at.asOf}
    and make_date(y1.year, 1, 1) <= ${at.to} and make_date(y1.year, 12, 31) >= ${at.from}`,
  station: sql`z1.station_id`,
  day: sql`y1.snapshot_on`,
} satisfies Partial<Metric>;
const share = ofHousehold('DividendShare', sql`z1.id`, sql`z1.household_id`);

const loans = {
  ...industry,
  splits: { [ReportSplit.STATE]: { value: sql`o1.state`, names: LoanState } },
  from: () => sql`public."loan" o1`,
  station: sql`o1.station_id`,
  day: sql`o1.granted_on`,
  row: ofHousehold('Loan', sql`o1.id`, sql`o1.household_id`),
} satisfies Partial<Metric>;
const granted = (at: At) => sql`o1.tenant_id = ${at.tenant} and ${onDay(sql`o1.granted_on`, at)}`;

/** Village projects, dividends and loans. */
export const projectMetrics: readonly Metric[] = [
  {
    ...ofProjects,
    key: 'industry.projects',
    name: { zh: '村级项目数', en: 'Village projects' },
    says: {
      zh: '起止日期与期间有交集的村级产业项目，状态、资金来源以截至日为准。',
      en: 'Village projects that overlap the period, with state and source of money as of the day.',
    },
    unit: units.programmes,
    counts: MetricCounts.ROWS,
  },
  {
    ...ofProjects,
    key: 'industry.projectFunds',
    name: { zh: '村级项目资金', en: 'Money of village projects' },
    says: {
      zh: '起止日期与期间有交集的村级项目的资金，按资金来源逐笔合计。',
      en: 'The money of village projects that overlap the period, added line by line.',
    },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    splits: { ...ofProjects.splits, [ReportSplit.FUND]: { value: sql`f1.source`, names: FundSource } },
    from: (at) =>
      sql`${projects(at)} join public."fund_line" f1 on f1.tenant_id = ${at.tenant} and f1.programme_id = p1.id`,
    amount: sql`f1.amount`,
    row: { ...ofProjects.row, type: 'FundLine', id: sql`f1.id` },
  },
  {
    ...ofProjects,
    key: 'industry.projectHouseholds',
    name: { zh: '村级项目受益户数', en: 'Households reached by village projects' },
    says: {
      zh: '起止日期与期间有交集的村级项目截至日惠及的户，每户只计一次。',
      en: 'Households that village projects overlapping the period reach on the as-of day, each counted once.',
    },
    unit: units.households,
    counts: MetricCounts.HOUSEHOLDS,
    rows: ['industry.read', 'household.read'],
    from: (
      at,
    ) => sql`${projects(at)} join public."project_household" j1 on j1.tenant_id = ${at.tenant} and j1.programme_id = p1.id
      and j1.reached_on <= ${at.asOf} and (j1.ended_on is null or j1.ended_on > ${at.asOf})`,
    station: sql`j1.station_id`,
    day: sql`j1.reached_on`,
    distinct: sql`j1.household_id`,
    row: householdRow(sql`j1.household_id`),
  },
  {
    ...shares,
    key: 'industry.dividendExpected',
    name: { zh: '分红总额', en: 'Dividends' },
    says: {
      zh: '期间所涉年度分红方案的分红合计；预计的也在内，不等于已发放。',
      en: 'The shares of dividends of years that the period touches, added; expected ones count, paid or not.',
    },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    amount: sql`z1.amount`,
    row: share,
  },
  {
    ...shares,
    key: 'industry.dividendPeople',
    name: { zh: '分红人数', en: 'People with a dividend' },
    says: {
      zh: '期间所涉年度按人分红的受益人，每人只计一次。',
      en: 'People who have a share in a dividend of a year that the period touches, each counted once.',
    },
    unit: units.people,
    counts: MetricCounts.PEOPLE,
    rows: ['industry.read', 'household.read'],
    where: (at) => sql`${shares.where(at)} and z1.person_id is not null`,
    distinct: sql`z1.person_id`,
    row: personRow(sql`z1.person_id`),
  },
  {
    ...shares,
    key: 'industry.dividendPerShare',
    name: { zh: '每份分红', en: 'Dividend a share' },
    says: {
      zh: '期间所涉年度分红方案每份分红的平均，四舍五入到分。',
      en: 'The mean of the shares of dividends of years that the period touches, to the fen.',
    },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    isMean: true,
    amount: sql`z1.amount`,
    row: share,
  },
  {
    ...shares,
    key: 'industry.dividendPaid',
    name: { zh: '已发放分红', en: 'Dividends paid' },
    says: { zh: '期间内发放的分红，减去冲正的。', en: 'Dividends paid within the period, less what was taken back.' },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    falls: MetricFalls.ON_DAY,
    from: (at) =>
      sql`public."dividend_payment" x1 join public."dividend_share" z1 on z1.tenant_id = ${at.tenant} and z1.id = x1.share_id`,
    where: (at) => sql`x1.tenant_id = ${at.tenant} and ${onDay(sql`x1.paid_on`, at)}`,
    station: sql`x1.station_id`,
    day: sql`x1.paid_on`,
    amount: sql`x1.amount`,
    row: ofHousehold('DividendPayment', sql`x1.id`, sql`z1.household_id`),
  },
  {
    ...loans,
    key: 'industry.loansGranted',
    name: { zh: '发放小额信贷笔数', en: 'Loans granted' },
    says: { zh: '期间内发放的小额信贷笔数。', en: 'Micro-loans granted within the period.' },
    unit: { zh: '笔', en: 'loans' },
    counts: MetricCounts.ROWS,
    falls: MetricFalls.ON_DAY,
    where: granted,
  },
  {
    ...loans,
    key: 'industry.loanAmount',
    name: { zh: '发放小额信贷金额', en: 'Amount of loans granted' },
    says: { zh: '期间内发放的小额信贷金额。', en: 'The amounts of micro-loans granted within the period, added.' },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    falls: MetricFalls.ON_DAY,
    where: granted,
    amount: sql`o1.amount`,
  },
  {
    ...loans,
    key: 'industry.loanOutstanding',
    name: { zh: '小额信贷余额', en: 'Loans outstanding' },
    says: {
      zh: '截至日已发放的小额信贷减去已还的部分。',
      en: 'What had been granted of micro-loans by the as-of day, less what had been repaid.',
    },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    falls: MetricFalls.AS_OF,
    splits: {},
    where: (at) => sql`o1.tenant_id = ${at.tenant} and o1.granted_on <= ${at.asOf}`,
    from: (
      at,
    ) => sql`public."loan" o1 left join lateral (select sum(q1.amount) as repaid from public."loan_repayment" q1
      where q1.tenant_id = ${at.tenant} and q1.loan_id = o1.id and q1.repaid_on <= ${at.asOf}) q2 on true`,
    amount: sql`o1.amount - coalesce(q2.repaid, 0)`,
  },
];
