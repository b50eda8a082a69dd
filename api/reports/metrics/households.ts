import { BeneficiaryStatus, Sex } from '../../households/index.js';
import { type Sql, sql } from '../../reading/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric } from '../metric.js';
import { byStatus, holds, householdRow, ofHousehold, onDay, personRow, units } from './parts.js';

/** Where a household stands on the as-of day. */
const placed = (at: At) => sql`p1.tenant_id = ${at.tenant} and ${holds(sql`p1`, at)}`;
const members = (at: At) => sql`public."household_place" p1 join public."membership" m1 on m1.tenant_id = ${at.tenant}
  and m1.household_id = p1.household_id and ${holds(sql`m1`, at)}`;
const people = (at: At) =>
  sql`${members(at)} join public."person" q1 on q1.tenant_id = ${at.tenant} and q1.id = m1.person_id`;
const status = byStatus(sql`p1.household_id`);

const register = {
  falls: MetricFalls.AS_OF,
  sums: 'report.read',
  rows: ['household.read'],
  station: sql`p1.place_id`,
} satisfies Partial<Metric>;

const ofPeople = {
  ...register,
  unit: units.people,
  counts: MetricCounts.PEOPLE,
  from: people,
  day: sql`m1.valid_from`,
  row: personRow(sql`m1.person_id`),
  splits: { [ReportSplit.STATUS]: status, [ReportSplit.SEX]: { value: sql`coalesce(q1.sex, 'NONE')`, names: Sex } },
} satisfies Partial<Metric>;

/** Changes of status: the place is that of the day itself. */
const turned = (
  at: At,
  day: Sql,
) => sql`public."household_status" u1 join public."household_place" p1 on p1.tenant_id = ${at.tenant}
  and p1.household_id = u1.household_id and p1.valid_from <= ${day} and (p1.valid_to is null or p1.valid_to > ${day})`;
const isSpan = sql`(u1.valid_to is null or u1.valid_to > u1.valid_from)`;

const changes = {
  ...register,
  unit: units.households,
  counts: MetricCounts.ROWS,
  falls: MetricFalls.ON_DAY,
  splits: { [ReportSplit.STATUS]: { value: sql`u1.status`, names: BeneficiaryStatus } },
  row: ofHousehold('HouseholdStatus', sql`u1.id`, sql`u1.household_id`),
} satisfies Partial<Metric>;

/** The register of households and people. */
export const households: readonly Metric[] = [
  {
    ...register,
    key: 'households.count',
    name: { zh: '户数', en: 'Households' },
    says: {
      zh: '截至日在册的户，计入截至日所在的村；按户类别细分时，一户可同时属于几类。',
      en: 'Households on the register on the as-of day, where they stood on it; split by status, one may stand under several.',
    },
    unit: units.households,
    counts: MetricCounts.HOUSEHOLDS,
    splits: { [ReportSplit.STATUS]: status },
    from: () => sql`public."household_place" p1`,
    where: placed,
    day: sql`p1.valid_from`,
    row: householdRow(sql`p1.household_id`),
  },
  {
    ...ofPeople,
    key: 'households.people',
    name: { zh: '人口数', en: 'People' },
    says: {
      zh: '截至日在册户的成员，每人只属于一户。',
      en: 'Members of households on the as-of day; nobody belongs to two.',
    },
    where: placed,
  },
  {
    ...ofPeople,
    key: 'households.workers',
    name: { zh: '劳动力人数', en: 'People able to work' },
    says: {
      zh: '截至日在册户成员中登记为有劳动能力的人。',
      en: 'Members of households on the as-of day who are registered as able to work.',
    },
    where: (at) => sql`${placed(at)} and q1.can_work`,
  },
  {
    ...ofPeople,
    key: 'households.students',
    name: { zh: '在校生人数', en: 'Students' },
    says: {
      zh: '截至日在册户成员中登记为在校生的人。',
      en: 'Members of households on the as-of day who are registered as students.',
    },
    where: (at) => sql`${placed(at)} and q1.is_student`,
  },
  {
    ...changes,
    key: 'households.statusBegan',
    name: { zh: '新增户类别', en: 'Statuses begun' },
    says: {
      zh: '期间内开始的户类别，按起始日和当日所在的村计。',
      en: 'Statuses of households that began within the period, where the household stood on that day.',
    },
    from: (at) => turned(at, sql`u1.valid_from`),
    where: (at) => sql`u1.tenant_id = ${at.tenant} and ${isSpan} and ${onDay(sql`u1.valid_from`, at)}`,
    day: sql`u1.valid_from`,
  },
  {
    ...changes,
    key: 'households.statusEnded',
    name: { zh: '终止户类别', en: 'Statuses ended' },
    says: {
      zh: '期间内终止的户类别，按终止日和前一日所在的村计。',
      en: 'Statuses of households that ended within the period, where the household stood on the day before.',
    },
    from: (at) => turned(at, sql`u1.valid_to - 1`),
    where: (at) => sql`u1.tenant_id = ${at.tenant} and ${isSpan} and ${onDay(sql`u1.valid_to`, at)}`,
    day: sql`u1.valid_to`,
  },
];
