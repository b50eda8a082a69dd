import type { Context } from '../access/index.js';
import { BeneficiaryStatus, Household, HouseholdStatus } from '../households/index.js';
import { OrderDirection } from '../kernel/index.js';
import { anyId, anyOf, heldAt, type List, sql, type Wall } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { KnowHowGapFilter, KnowHowHolderFilter } from './knowHowHolder.input.js';
import { KnowHowHolder, KnowHowState } from './knowHowHolder.js';

/** Know-how holders where `training.read` is held, those trained last first. */
export const knowHowHolderList: List<KnowHowHolder, KnowHowHolderFilter> = {
  name: 'knowHowHolders',
  entity: () => KnowHowHolder,
  walls: [heldAt('training.read')],
  filter: {
    within: withinStation('station'),
    household: anyId('household', 'household', { isRelation: true }),
    state: anyOf('state'),
  },
  orders: { TRAINED_ON: { property: 'trainedOn', each: ['household', 'state', 'within'] } },
  usually: OrderDirection.DESC,
};

/** Registered households of today that have nobody confirmed: the names behind what is missing in the coverage. */
const isWithout: Wall = {
  query: async ({ tenantId, context }) => {
    const em = await (context as Context).em();
    const registered = await em.find(HouseholdStatus, {
      tenantId,
      status: BeneficiaryStatus.REGISTERED,
      validTo: null,
    });
    const confirmed = await em.find(KnowHowHolder, { tenantId, state: KnowHowState.CONFIRMED });
    const has = new Set(confirmed.map((one) => one.household.id));
    return { id: { $in: registered.map((one) => one.household.id).filter((id) => !has.has(id)) } };
  },
  sql: (row) => {
    const [s, k] = [row.scope.table(HouseholdStatus), row.scope.table(KnowHowHolder)];
    return sql`exists (select 1 from ${s.from} where ${s.pin} and ${s.column('household')} = ${row.column('id')}
      and ${s.column('status')} = 'REGISTERED' and ${s.column('validTo')} is null)
      and not exists (select 1 from ${k.from} where ${k.pin} and ${k.column('household')} = ${row.column('id')}
      and ${k.column('state')} = 'CONFIRMED')`;
  },
};

/** Registered households without a confirmed know-how holder, by the name of their head, for the reason that households have. */
export const knowHowGapList: List<Household, KnowHowGapFilter> = {
  name: 'knowHowGaps',
  entity: () => Household,
  walls: [heldAt('household.read'), isWithout],
  filter: { within: withinStation('station') },
  orders: { NAME: { property: 'pinyin', each: ['within'] } },
  usually: OrderDirection.ASC,
};
