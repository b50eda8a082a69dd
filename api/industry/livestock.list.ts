import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { OrderDirection } from '../kernel/index.js';
import {
  anyId,
  anyOf,
  beginsWith,
  type Condition,
  heldAt,
  type List,
  onDays,
  type Row,
  type Slot,
  type Sql,
  sql,
} from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { CooperativeFilter, LivestockContractFilter, LivestockInstalmentFilter } from './livestock.input.js';
import { Cooperative, LivestockContract } from './livestockContract.js';
import { LivestockDelivery, LivestockInstalment } from './livestockInstalment.js';
import { takesBack } from './reversal.js';

/** Cooperatives where `industry.read` is held, by name. */
export const cooperativeList: List<Cooperative, CooperativeFilter> = {
  name: 'cooperatives',
  entity: () => Cooperative,
  walls: [heldAt('industry.read')],
  filter: { within: withinStation('station'), search: beginsWith('name', 'pinyin', 'initials') },
  orders: { NAME: { property: 'pinyin', bounds: 'search' } },
  usually: OrderDirection.ASC,
};

/** Livestock contracts where `industry.read` is held, the latest first. */
export const livestockContractList: List<LivestockContract, LivestockContractFilter> = {
  name: 'livestockContracts',
  entity: () => LivestockContract,
  walls: [heldAt('industry.read')],
  filter: {
    programme: anyId('programme', 'programme', { isRelation: true }),
    household: anyId('household', 'household', { isRelation: true }),
    cooperative: anyId('cooperative', 'cooperative', { isRelation: true }),
    mode: anyOf('mode'),
    state: anyOf('state'),
    within: withinStation('station'),
    asOf: inForceBy(),
  },
  orders: {
    STARTS_ON: { property: 'startsOn', each: ['household', 'programme', 'cooperative', 'state', 'mode', 'within'] },
  },
  usually: OrderDirection.DESC,
};

/** Instalments where `industry.read` is held, the earliest due first. */
export const livestockInstalmentList: List<LivestockInstalment, LivestockInstalmentFilter> = {
  name: 'livestockInstalments',
  entity: () => LivestockInstalment,
  walls: [heldAt('industry.read')],
  filter: {
    programme: anyId('programme', 'programme', { isRelation: true }),
    cooperative: anyId('cooperative', 'cooperative', { isRelation: true }),
    within: withinStation('station'),
    dueOn: onDays('dueOn'),
    overdueOn: isOverdueOn(),
  },
  orders: { DUE_ON: { property: 'dueOn', each: ['programme', 'cooperative', 'within'] } },
  usually: OrderDirection.ASC,
};

/** Signed and begun by a day. */
function inForceBy(): Condition<string> {
  return {
    query: (day) => ({ signedOn: { $ne: null, $lte: day }, startsOn: { $lte: day } }),
    sql: (row, given) => {
      const day = given.slot('date');
      return sql`${row.column('signedOn')} <= ${day} and ${row.column('startsOn')} <= ${day}`;
    },
  };
}

/** How many head of an instalment had been delivered by a day. */
export function deliveredBy(row: Row, day: Slot): Sql {
  const line = row.scope.table(LivestockDelivery);
  const head = line.column('head');
  return sql`(select coalesce(sum(case when ${line.column('reverses')} is null then ${head} else -${head} end), 0)::int from ${line.from}
    where ${line.pin} and ${line.column('instalment')} = ${row.column('id')} and ${line.column('onDay')} <= ${day})`;
}

/** The same for many instalments out of the unit of work, by their ids. */
export async function deliveredOf(
  em: EntityManager,
  tenantId: number,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, number>> {
  const of = { tenantId, instalment: { tenantId, id: { $in: [...ids] } }, onDay: { $lte: day } };
  const lines = await em.find(LivestockDelivery, of as never);
  const sums = new Map<string, number>();
  for (const line of lines) {
    const { instalment, head } = line;
    sums.set(instalment.id, (sums.get(instalment.id) ?? 0) + (takesBack(line) ? -head : head));
  }
  return sums;
}

function isOverdueOn(): Condition<string> {
  return {
    query: async (day, { tenantId, context }) => {
      const em = await (context as Context).em();
      const due = await em.find(LivestockInstalment, { tenantId, dueOn: { $lt: day } });
      const delivered = await deliveredOf(
        em,
        tenantId,
        due.map(({ id }) => id),
        day,
      );
      const open = due.filter(({ id, headDue }) => (delivered.get(id) ?? 0) < headDue);
      return { id: { $in: open.map(({ id }) => id) } };
    },
    sql: (row, given) => {
      const day = given.slot('date');
      return sql`${row.column('dueOn')} < ${day} and ${deliveredBy(row, day)} < ${row.column('headDue')}`;
    },
  };
}
