import { followedList } from '../households/index.js';
import { OrderDirection } from '../kernel/index.js';
import { anyId, anyOf, heldAt, type List } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { DividendPlanFilter, DividendShareFilter } from './dividend.input.js';
import { DividendPlan } from './dividendPlan.js';
import { DividendShare } from './dividendShare.js';

/** Dividends where `industry.read` is held. */
export const dividendPlanList: List<DividendPlan, DividendPlanFilter> = {
  name: 'dividendPlans',
  entity: () => DividendPlan,
  walls: [heldAt('industry.read')],
  filter: {
    id: anyId('id', 'id'),
    programme: anyId('programme', 'programme', { isRelation: true }),
    within: withinStation('station'),
    state: anyOf('state'),
  },
  orders: { YEAR: { property: 'year' }, CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};

/** Shares where `industry.read` is held, in the order of their list. */
export const dividendShareList: List<DividendShare, DividendShareFilter> = {
  name: 'dividendShares',
  entity: () => DividendShare,
  walls: [heldAt('industry.read')],
  filter: { id: anyId('id', 'id') },
  orders: { NO: { property: 'no' } },
  usually: OrderDirection.ASC,
};

/** The same as the file of a household has it. */
export const followedShares = followedList(dividendShareList, 'industry.read', 'household');
