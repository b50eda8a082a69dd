import { OrderDirection } from '../kernel/index.js';
import { anyId, anyOf, heldAt, type List, onDays } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import { upTo } from './conditions.js';
import type { DistributionFilter } from './distribution.input.js';
import { Distribution } from './distribution.js';

/** The ledger of distributions where `industry.read` is held, the latest first. */
export const distributionList: List<Distribution, DistributionFilter> = {
  name: 'distributions',
  entity: () => Distribution,
  walls: [heldAt('industry.read')],
  filter: {
    programme: anyId('programme', 'programme', { isRelation: true }),
    item: anyId('item', 'item', { isRelation: true }),
    unit: anyOf('unit'),
    household: anyId('household', 'household', { isRelation: true }),
    within: withinStation('station'),
    on: onDays('onDay'),
    asOf: upTo('onDay'),
  },
  orders: { ON_DAY: { property: 'onDay', each: ['household', 'programme', 'item', 'unit', 'within'] } },
  usually: OrderDirection.DESC,
};
