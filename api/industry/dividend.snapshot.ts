import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../kernel/index.js';
import { type DividendRule, DividendUnit } from './dividendPlan.js';

/** One beneficiary as the register had it on the day. */
export interface Beneficiary {
  householdId: string;
  householdCode: string;
  stationId: string;
  /** Null where the share is the household's. */
  personId: string | null;
  payee: string;
}

/** What is asked of a snapshot. */
export interface SnapshotAsked {
  /** Where: a station with everything below it. */
  stationIds: readonly string[];
  rule: DividendRule;
  unit: DividendUnit;
  snapshotOn: Day;
}

const on = (alias: string): string =>
  `${alias}.valid_from <= ? and (${alias}.valid_to is null or ${alias}.valid_to > ?)`;
const has = (statuses: string): string =>
  `exists (select 1 from household_status s where s.tenant_id = h.tenant_id and s.household_id = h.id and s.status in (${statuses}) and ${on('s')})`;

/** Each rule as a condition on the household, and how often it asks for the day. */
const rules: Readonly<Record<DividendRule, readonly [sql: string, days: number]>> = {
  REGISTERED_NOT_EXITED: [`${has(`'REGISTERED'`)} and not ${has(`'EXITED'`)}`, 4],
  REGISTERED: [has(`'REGISTERED'`), 2],
  MONITORED: [has(`'MONITORED_RELAPSE', 'MONITORED_MARGINAL', 'MONITORED_HARDSHIP'`), 2],
  EVERY_HOUSEHOLD: ['true', 0],
};

/**
 * The beneficiaries as they were at the end of a day: households that stood in the place and had the status then, and the people who
 * belonged to them. In the order in which a remainder is given out: by number of the household, and within it by order of joining.
 */
export async function beneficiariesOn(
  em: EntityManager,
  tenantId: number,
  asked: SnapshotAsked,
): Promise<Beneficiary[]> {
  const { snapshotOn: day, stationIds, rule, unit } = asked;
  const [condition, days] = rules[rule];
  const where = `h.tenant_id = ? and ${on('p')} and p.place_id = any(?::uuid[]) and ${condition}`;
  const values = [tenantId, day, day, `{${stationIds.join(',')}}`, ...Array<Day>(days).fill(day)];
  if (unit === DividendUnit.PERSON) return em.execute(personSql(where), [day, day, ...values]);
  return em.execute(householdSql(where), [day, day, ...values]);
}

const standing = `household h join household_place p on p.tenant_id = h.tenant_id and p.household_id = h.id`;
const member = `m.tenant_id = h.tenant_id and m.household_id = h.id and ${on('m')}`;
const columns = `h.id as "householdId", h.code as "householdCode", h.station_id as "stationId"`;

function personSql(where: string): string {
  return `select ${columns}, m.person_id as "personId", n.name as payee from ${standing}
    join membership m on ${member} join person n on n.tenant_id = m.tenant_id and n.id = m.person_id
    where ${where} order by h.code, m.relation <> 'HEAD', m.id`;
}

function householdSql(where: string): string {
  return `select ${columns}, null as "personId", coalesce((select n.name from membership m
      join person n on n.tenant_id = m.tenant_id and n.id = m.person_id where ${member} and m.relation = 'HEAD' limit 1), h.head_name) as payee
    from ${standing} where ${where} order by h.code`;
}
