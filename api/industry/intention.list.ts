import { OrderDirection } from '../kernel/index.js';
import { anyId, heldAt, type List } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import { isNumber } from './conditions.js';
import type { IntentionFilter, VillageSpecialtyFilter } from './intention.input.js';
import { Intention, VillageSpecialty } from './intention.js';

/** What households would like, where `industry.read` is held, the latest entered first. */
export const intentionList: List<Intention, IntentionFilter> = {
  name: 'intentions',
  entity: () => Intention,
  walls: [heldAt('industry.read')],
  filter: {
    household: anyId('household', 'household', { isRelation: true }),
    item: anyId('item', 'item', { isRelation: true }),
    year: isNumber('year'),
    within: withinStation('station'),
  },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};

/** What villages go in for, where `industry.read` is held, the latest year first. */
export const villageSpecialtyList: List<VillageSpecialty, VillageSpecialtyFilter> = {
  name: 'villageSpecialties',
  entity: () => VillageSpecialty,
  walls: [heldAt('industry.read')],
  filter: { year: isNumber('year'), within: withinStation('station') },
  orders: { YEAR: { property: 'year' } },
  usually: OrderDirection.DESC,
};
