import type { Context } from '../access/index.js';
import { OrderDirection } from '../kernel/index.js';
import { anyId, beginsWith, type Condition, flag, heldAt, type List, onDays, sql, textIs } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { HouseholdFilter } from './household.input.js';
import { Household } from './household.js';
import { HouseholdStatus } from './householdStatus.js';
import { plainIdNumber } from './idNumber.js';
import type { PersonFilter } from './person.input.js';
import { Person } from './person.js';
import { idNumberIndex } from './register.js';

/**
 * Households where `household.read` is held; those struck off only when they are asked for. No order by number is offered: numbers begin
 * with the station's, and a page of one town in that order would pass over all the towns before it.
 */
export const householdList: List<Household, HouseholdFilter> = {
  name: 'households',
  entity: () => Household,
  walls: [heldAt('household.read')],
  filter: {
    id: anyId('id', 'id'),
    code: textIs('code'),
    station: anyId('station', 'station', { isRelation: true }),
    within: withinStation('station'),
    search: beginsWith('headName', 'pinyin', 'initials'),
    status: hasStatus(),
    isClosed: { ...flag('isClosed'), query: (value: boolean | undefined) => ({ isClosed: value ?? false }) },
  },
  always: ['isClosed'],
  orders: {
    NAME: { property: 'pinyin', bounds: 'search', each: ['station', 'within'] },
    CREATED_AT: { property: 'createdAt' },
  },
  usually: OrderDirection.ASC,
};

/** People of the register where `household.read` is held. */
export const personList: List<Person, PersonFilter> = {
  name: 'persons',
  entity: () => Person,
  walls: [heldAt('household.read')],
  filter: {
    id: anyId('id', 'id'),
    station: anyId('station', 'station', { isRelation: true }),
    within: withinStation('station'),
    household: anyId('household', 'household', { isRelation: true }),
    search: beginsWith('name', 'pinyin', 'initials'),
    birthDay: onDays('birthDay'),
    idNumber: hasNumber(),
  },
  orders: {
    NAME: { property: 'pinyin', bounds: 'search', each: ['station', 'within'] },
    BIRTH_DAY: { property: 'birthDay', isNullable: true },
    CREATED_AT: { property: 'createdAt' },
  },
  usually: OrderDirection.ASC,
};

/** Households that have one of several statuses today. */
function hasStatus(): Condition<{ in?: readonly string[] | null }> {
  return {
    query: async (value, { tenantId, context }) => {
      if (!value.in) return null;
      const em = await (context as Context).em();
      const found = await em.find(HouseholdStatus, {
        tenantId,
        status: { $in: [...value.in] as never },
        validTo: null,
      });
      return { id: { $in: found.map((status) => status.household.id) } };
    },
    sql: (row, given) => {
      if (!given.get('in').isSet) return null;
      const s = row.scope.table(HouseholdStatus);
      const any = given.get('in').slot('text[]');
      return sql`exists (select 1 from ${s.from} where ${s.pin} and ${s.column('household')} = ${row.column('id')}
        and ${s.column('status')} = any(${any}) and ${s.column('validTo')} is null)`;
    },
  };
}

/** Who has an identity number, found by its blind index. */
function hasNumber(): Condition<string> {
  const indexOf = (text: string, tenantId: number) => idNumberIndex(tenantId, plainIdNumber(text));
  return {
    isExact: true,
    query: (text, { tenantId }) => ({ idNumberIndex: indexOf(text, tenantId) }),
    sql: (row, given) => {
      const index = given.slot('text', (text: string, { asker }) => indexOf(text, asker.tenantId));
      return sql`${row.column('idNumberIndex')} = ${index}`;
    },
  };
}
