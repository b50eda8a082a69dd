import type { Message } from '../../kernel/index.js';
import { FundSource, type ProgrammeAct, ProgrammeKind, ProgrammeState } from '../../programmes/index.js';
import { literal, type Sql, sql } from '../../reading/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric, RowRight, Split } from '../metric.js';
import { onDay, units } from './parts.js';

/** A programme `p1` with its state `k2` and its revision in force `v2` as of the day. */
export function programmesAsOf(at: At): Sql {
  return sql`public."programme" p1
    cross join lateral (select k1."to" as state from public."programme_step" k1 where k1.tenant_id = ${at.tenant}
      and k1.programme_id = p1.id and k1.on_day <= ${at.asOf} order by k1.on_day desc, k1.id desc limit 1) k2
    cross join lateral (select v1.station_id, v1.budget, v1.fund_source, v1.starts_on, v1.ends_on, v1.title, v1.details
      from public."programme_revision" v1 where v1.tenant_id = ${at.tenant} and v1.programme_id = p1.id and v1.state = 'IN_FORCE'
      and v1.valid_from <= ${at.asOf} order by v1.valid_from desc, v1.no desc limit 1) v2`;
}

/** Whether such a programme overlaps the period. */
export function overlapping(at: At): Sql {
  return sql`p1.tenant_id = ${at.tenant} and v2.starts_on <= ${at.to} and v2.ends_on >= ${at.from}`;
}

const byKind: Split = { value: sql`p1.kind`, names: ProgrammeKind };

/** By its state and by its source of money, as of the day. */
export const byState: Split = { value: sql`k2.state`, names: ProgrammeState };
export const byFund: Split = { value: sql`coalesce(v2.fund_source, 'NONE')`, names: FundSource };

const rows: RowRight = {
  by: sql`p1.kind`,
  of: { TRAINING: 'training.read', JOB: 'jobs.read', INDUSTRY: 'industry.read' },
};

const resourceOfKind = sql`case p1.kind when 'TRAINING' then 'trainingProgrammes' when 'JOB' then 'jobProgrammes' else 'industryProgrammes' end`;
const opens = { resource: resourceOfKind, id: sql`p1.id` };

const standing = {
  falls: MetricFalls.DURING,
  splits: { [ReportSplit.KIND]: byKind, [ReportSplit.STATE]: byState, [ReportSplit.FUND]: byFund },
  sums: 'report.read',
  rows,
  from: programmesAsOf,
  where: overlapping,
  station: sql`v2.station_id`,
  day: sql`v2.starts_on`,
  row: { type: 'Programme', id: sql`p1.id`, title: () => sql`v2.title`, opens },
} satisfies Partial<Metric>;

/** Programmes that took a step within the period. */
function stepped(key: string, act: `${ProgrammeAct}`, name: Message, says: Message): Metric {
  return {
    key: `programmes.${key}`,
    name,
    says,
    unit: units.programmes,
    counts: MetricCounts.ROWS,
    falls: MetricFalls.ON_DAY,
    splits: { [ReportSplit.KIND]: byKind },
    sums: 'report.read',
    rows,
    from: (at) =>
      sql`public."programme_step" k1 join public."programme" p1 on p1.tenant_id = ${at.tenant} and p1.id = k1.programme_id`,
    where: (at) => sql`k1.tenant_id = ${at.tenant} and k1.act = ${literal(act)} and ${onDay(sql`k1.on_day`, at)}`,
    station: sql`k1.station_id`,
    day: sql`k1.on_day`,
    row: { type: 'ProgrammeStep', id: sql`k1.id`, title: () => sql`p1.title`, opens },
  };
}

/** Programmes of all kinds. */
export const programmes: readonly Metric[] = [
  {
    ...standing,
    key: 'programmes.count',
    name: { zh: '项目数', en: 'Programmes' },
    says: {
      zh: '起止日期与期间有交集的帮扶项目，状态、单位以截至日为准。',
      en: 'Programmes whose own period overlaps the one asked for, with state and station as of the day.',
    },
    unit: units.programmes,
    counts: MetricCounts.ROWS,
  },
  {
    ...standing,
    key: 'programmes.budget',
    name: { zh: '项目预算', en: 'Budget of programmes' },
    says: {
      zh: '起止日期与期间有交集的帮扶项目截至日有效的预算合计。',
      en: 'The budgets in force on the as-of day of programmes that overlap the period, added.',
    },
    unit: units.yuan,
    counts: MetricCounts.MONEY,
    amount: sql`coalesce(v2.budget, 0)`,
  },
  stepped(
    'approved',
    'APPROVE',
    { zh: '批准项目数', en: 'Programmes approved' },
    {
      zh: '期间内获得批准的项目，按批准日计。',
      en: 'Approvals of programmes within the period, by the day of the decision.',
    },
  ),
  stepped(
    'started',
    'START',
    { zh: '启动项目数', en: 'Programmes started' },
    {
      zh: '期间内开始实施的项目，按启动日计。',
      en: 'Starts of programmes within the period, by the day of the step.',
    },
  ),
  stepped(
    'accepted',
    'ACCEPT',
    { zh: '验收项目数', en: 'Programmes accepted' },
    {
      zh: '期间内通过验收的项目，按验收日计。',
      en: 'Acceptances of programmes within the period, by the day of the step.',
    },
  ),
  stepped(
    'stopped',
    'STOP',
    { zh: '终止项目数', en: 'Programmes stopped' },
    {
      zh: '期间内终止的项目，按终止日计。',
      en: 'Programmes that were stopped within the period, by the day of the step.',
    },
  ),
];
