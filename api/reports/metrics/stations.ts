import { sql } from '../../reading/index.js';
import { Settlement, StationLevel } from '../../tenancy/index.js';
import { MetricCounts, MetricFalls, ReportSplit } from '../metric.enums.js';
import type { At, Metric, RowFacts } from '../metric.js';
import { onDay, resource, units } from './parts.js';

/** A station with the name that it bore on the as-of day. */
const row: RowFacts = {
  type: 'Station',
  id: sql`s1.id`,
  join: (at) => sql`left join lateral (select n9.name from public."station_name" n9 where n9.tenant_id = ${at.tenant}
    and n9.station_id = s1.id and (n9.valid_from <= ${at.asOf} or n9.valid_from = s1.opened_on)
    order by n9.valid_from desc limit 1) n8 on true`,
  title: () => sql`n8.name`,
  opens: { resource: resource('stations'), id: sql`s1.id` },
};

const shared = {
  unit: units.stations,
  counts: MetricCounts.ROWS,
  splits: {
    [ReportSplit.LEVEL]: { value: sql`s1.level`, names: StationLevel },
    [ReportSplit.SETTLEMENT]: { value: sql`coalesce(s1.settlement, 'NONE')`, names: Settlement },
  },
  sums: 'report.read',
  rows: ['station.read'],
  from: () => sql`public."station" s1`,
  station: sql`s1.id`,
  row,
} satisfies Partial<Metric>;

const pin = (at: At) => sql`s1.tenant_id = ${at.tenant}`;

/** The tree of the county. */
export const stations: readonly Metric[] = [
  {
    ...shared,
    key: 'stations.count',
    name: { zh: '阵地数', en: 'Stations' },
    says: {
      zh: '截至日仍设立的中心、所、站，以截至日的隶属关系计入各行。',
      en: 'Centre, offices and stations that stand on the as-of day, each in the line of its own place in the tree of that day.',
    },
    falls: MetricFalls.AS_OF,
    where: (at) =>
      sql`${pin(at)} and s1.opened_on <= ${at.asOf} and (s1.closed_on is null or s1.closed_on > ${at.asOf})`,
    day: sql`s1.opened_on`,
  },
  {
    ...shared,
    key: 'stations.opened',
    name: { zh: '新设阵地数', en: 'Stations opened' },
    says: { zh: '期间内设立的阵地。', en: 'Stations that opened within the period.' },
    falls: MetricFalls.ON_DAY,
    where: (at) => sql`${pin(at)} and ${onDay(sql`s1.opened_on`, at)}`,
    day: sql`s1.opened_on`,
  },
  {
    ...shared,
    key: 'stations.closed',
    name: { zh: '撤并阵地数', en: 'Stations closed' },
    says: {
      zh: '期间内撤销或并入他处的阵地，计入接管单位所在的行。',
      en: 'Stations that were closed or merged within the period, in the line of the one that took over.',
    },
    falls: MetricFalls.ON_DAY,
    where: (at) => sql`${pin(at)} and ${onDay(sql`s1.closed_on`, at)}`,
    day: sql`s1.closed_on`,
  },
];
