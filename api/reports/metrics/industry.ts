import { LivestockMode, SpecialtyState, Species } from '../../industry/index.js';
import { sql } from '../../reading/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric } from '../metric.js';
import { householdRow, ofHousehold, onDay, resource, units } from './parts.js';

const industry = { sums: 'report.read', rows: ['industry.read'] } satisfies Partial<Metric>;
const households = {
  unit: units.households,
  counts: MetricCounts.HOUSEHOLDS,
  rows: ['industry.read', 'household.read'],
} satisfies Partial<Metric>;

/** What was given out; a line that takes another back counts against it. */
const given = {
  ...industry,
  falls: MetricFalls.ON_DAY,
  splits: {
    [ReportSplit.ITEM]: {
      join: (at: At) => sql`join public."distribution_item" i8 on i8.tenant_id = ${at.tenant} and i8.id = d1.item_id`,
      value: sql`d1.item_id::text`,
      label: sql`i8.name`,
    },
  },
  from: () => sql`public."distribution" d1`,
  where: (at: At) => sql`d1.tenant_id = ${at.tenant} and ${onDay(sql`d1.on_day`, at)}`,
  station: sql`d1.station_id`,
  day: sql`d1.on_day`,
} satisfies Partial<Metric>;

/** Contracts that are signed and have begun, and are not over on the as-of day. */
const contracts = {
  ...industry,
  falls: MetricFalls.AS_OF,
  splits: {
    [ReportSplit.MODE]: { value: sql`c1.mode`, names: LivestockMode },
    [ReportSplit.SPECIES]: { value: sql`c1.species`, names: Species },
  },
  from: () => sql`public."livestock_contract" c1`,
  where: (at: At) => sql`c1.tenant_id = ${at.tenant} and c1.signed_on <= ${at.asOf} and c1.starts_on <= ${at.asOf}
    and (c1.ended_on is null or c1.ended_on > ${at.asOf})`,
  station: sql`c1.station_id`,
  day: sql`c1.starts_on`,
} satisfies Partial<Metric>;

const ofContract = (at: At) =>
  sql`join public."livestock_contract" c1 on c1.tenant_id = ${at.tenant} and c1.id = i1.contract_id`;
const instalments = {
  ...industry,
  unit: units.head,
  counts: MetricCounts.QUANTITY,
  falls: MetricFalls.ON_DAY,
  splits: { [ReportSplit.SPECIES]: { value: sql`c1.species`, names: Species } },
} satisfies Partial<Metric>;

/** Whether the year that a record is for overlaps the period. */
const inYear = (name: string) => {
  const year = name === 'v1' ? sql`v1.year` : sql`n1.year`;
  return (at: At) => sql`make_date(${year}, 1, 1) <= ${at.to} and make_date(${year}, 12, 31) >= ${at.from}`;
};

/** What is given out, raised and wished for. */
export const industries: readonly Metric[] = [
  {
    ...given,
    key: 'industry.distributed',
    name: { zh: '发放数量', en: 'Quantity given out' },
    says: {
      zh: '期间内发放的数量，减去冲正的，不同单位分别合计。',
      en: 'Quantities given out within the period, less what was taken back, each unit apart.',
    },
    unit: { zh: '按品目', en: 'of the item' },
    counts: MetricCounts.QUANTITY,
    amount: sql`case when d1.reverses_id is null then d1.amount else -d1.amount end`,
    unitOf: sql`d1.unit`,
    row: ofHousehold('Distribution', sql`d1.id`, sql`d1.household_id`),
  },
  {
    ...given,
    ...households,
    key: 'industry.distributionHouseholds',
    name: { zh: '发放户数', en: 'Households given something' },
    says: {
      zh: '期间内领到物资且未被冲正的户，每户只计一次。',
      en: 'Households that were given anything within the period that was not taken back by the as-of day, each counted once.',
    },
    where: (
      at,
    ) => sql`${given.where(at)} and d1.reverses_id is null and not exists (select 1 from public."distribution" r1
      where r1.tenant_id = ${at.tenant} and r1.reverses_id = d1.id and r1.on_day <= ${at.asOf})`,
    distinct: sql`d1.household_id`,
    row: householdRow(sql`d1.household_id`),
  },
  {
    ...contracts,
    ...households,
    key: 'industry.livestockHouseholds',
    name: { zh: '养殖协议户数', en: 'Households with livestock' },
    says: {
      zh: '截至日有已签订并开始、尚未结束的养殖协议的户，每户只计一次。',
      en: 'Households with a livestock contract that is signed, begun and not over on the as-of day, each counted once.',
    },
    distinct: sql`c1.household_id`,
    row: householdRow(sql`c1.household_id`),
  },
  {
    ...contracts,
    key: 'industry.livestockHead',
    name: { zh: '协议养殖头数', en: 'Head of livestock' },
    says: {
      zh: '截至日有效养殖协议的头数。',
      en: 'Head under livestock contracts that are signed, begun and not over on the as-of day.',
    },
    unit: units.head,
    counts: MetricCounts.QUANTITY,
    amount: sql`c1.head`,
    row: ofHousehold('LivestockContract', sql`c1.id`, sql`c1.household_id`),
  },
  {
    ...instalments,
    key: 'industry.instalmentsDue',
    name: { zh: '应分红头数', en: 'Head due to households' },
    says: {
      zh: '期间内到期、应由合作社分给户的头数。',
      en: 'Head that fall due to households within the period, from cooperatives that raise for them.',
    },
    from: (at) => sql`public."livestock_instalment" i1 ${ofContract(at)}`,
    where: (at) => sql`i1.tenant_id = ${at.tenant} and ${onDay(sql`i1.due_on`, at)}`,
    station: sql`i1.station_id`,
    day: sql`i1.due_on`,
    amount: sql`i1.head_due`,
    row: ofHousehold('LivestockInstalment', sql`i1.id`, sql`c1.household_id`),
  },
  {
    ...instalments,
    key: 'industry.instalmentsDelivered',
    name: { zh: '已分红头数', en: 'Head delivered to households' },
    says: {
      zh: '期间内合作社分给户的头数，减去冲正的。',
      en: 'Head delivered to households within the period, less what was taken back.',
    },
    from: (
      at,
    ) => sql`public."livestock_delivery" l1 join public."livestock_instalment" i1 on i1.tenant_id = ${at.tenant}
      and i1.id = l1.instalment_id ${ofContract(at)}`,
    where: (at) => sql`l1.tenant_id = ${at.tenant} and ${onDay(sql`l1.on_day`, at)}`,
    station: sql`l1.station_id`,
    day: sql`l1.on_day`,
    amount: sql`case when l1.reverses_id is null then l1.head else -l1.head end`,
    row: ofHousehold('LivestockDelivery', sql`l1.id`, sql`c1.household_id`),
  },
  {
    ...industry,
    ...households,
    key: 'industry.intentions',
    name: { zh: '有种养意愿户数', en: 'Households with an intention' },
    says: {
      zh: '登记了期间所涉年度种养意愿的户，每户只计一次。',
      en: 'Households that have an intention for a year that the period touches, each counted once.',
    },
    falls: MetricFalls.DURING,
    splits: {
      [ReportSplit.ITEM]: {
        join: (at) => sql`join public."distribution_item" i8 on i8.tenant_id = ${at.tenant} and i8.id = n1.item_id`,
        value: sql`n1.item_id::text`,
        label: sql`i8.name`,
      },
    },
    from: () => sql`public."intention" n1`,
    where: (at) => sql`n1.tenant_id = ${at.tenant} and ${inYear('n1')(at)}`,
    distinct: sql`n1.household_id`,
    station: sql`n1.station_id`,
    day: sql`make_date(n1.year, 1, 1)`,
    row: householdRow(sql`n1.household_id`),
  },
  {
    ...industry,
    key: 'industry.specialties',
    name: { zh: '特色产业村数', en: 'Villages with a specialty' },
    says: {
      zh: '确定或拟定了期间所涉年度特色产业的村。',
      en: 'Villages for which a specialty is proposed or settled for a year that the period touches.',
    },
    unit: { zh: '村次', en: 'villages and years' },
    counts: MetricCounts.ROWS,
    falls: MetricFalls.DURING,
    splits: { [ReportSplit.STATE]: { value: sql`v1.state`, names: SpecialtyState } },
    from: () => sql`public."village_specialty" v1`,
    where: (at) => sql`v1.tenant_id = ${at.tenant} and ${inYear('v1')(at)}`,
    station: sql`v1.station_id`,
    day: sql`make_date(v1.year, 1, 1)`,
    row: {
      type: 'VillageSpecialty',
      id: sql`v1.id`,
      join: (
        at,
      ) => sql`left join lateral (select string_agg(i9.name, '、' order by i9.name) as items from public."specialty_item" j9
        join public."distribution_item" i9 on i9.tenant_id = ${at.tenant} and i9.id = j9.item_id
        where j9.tenant_id = ${at.tenant} and j9.specialty_id = v1.id) j8 on true`,
      title: () => sql`coalesce(j8.items, '')`,
      opens: { resource: resource('intentions'), id: sql`v1.id` },
    },
  },
];
