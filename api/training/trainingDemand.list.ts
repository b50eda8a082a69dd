import { OrderDirection } from '../kernel/index.js';
import { anyId, anyOf, flag, heldAt, type List } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { TrainingDemandFilter, TrainingMenuItemFilter } from './trainingDemand.input.js';
import { TrainingDemand } from './trainingDemand.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

/** The county's menu, which everybody who reads training may look up, also a village below the town that offers something. */
export const trainingMenuItemList: List<TrainingMenuItem, TrainingMenuItemFilter> = {
  name: 'trainingMenuItems',
  entity: () => TrainingMenuItem,
  walls: [],
  filter: {
    id: anyId('id', 'id'),
    isClosed: { ...flag('isClosed'), query: (value: boolean | undefined) => ({ isClosed: value ?? false }) },
  },
  always: ['isClosed'],
  orders: { TITLE: { property: 'title' } },
  usually: OrderDirection.ASC,
};

/** Wishes where `training.read` is held, the latest first. */
export const trainingDemandList: List<TrainingDemand, TrainingDemandFilter> = {
  name: 'trainingDemands',
  entity: () => TrainingDemand,
  walls: [heldAt('training.read')],
  filter: {
    within: withinStation('station'),
    item: anyId('item', 'item', { isRelation: true }),
    state: anyOf('state'),
  },
  orders: { ASKED_ON: { property: 'askedOn', each: ['item', 'state', 'within'] } },
  usually: OrderDirection.DESC,
};
