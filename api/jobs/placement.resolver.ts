import { RecordResolver, takes, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { Household, heldWhereLives, Person } from '../households/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { stationField } from '../tenancy/index.js';
import { DispatchMember } from './dispatchBatch.js';
import { LeavingReason } from './enums.js';
import { placementList } from './lists.js';
import { Opening } from './opening.js';
import { PlacementCreateInput, PlacementFilter, PlacementOrder } from './placement.input.js';
import { Placement } from './placement.js';
import { createPlacement, endPlacement } from './placement.service.js';

const permission = 'jobs.read';

/** Holders of posts and workers of workshops. */
export const placements = new RecordResolver(Placement, 'placement')
  .list({
    list: placementList,
    filter: PlacementFilter,
    order: PlacementOrder,
    permission,
    says: 'Holders of posts and workers of workshops, by the end of their term （上岗清单）.',
  })
  .act({
    name: 'placementCreate',
    permission: 'jobs.edit',
    says: 'Somebody takes up a post or work in a workshop （上岗）.',
    takes: { input: takesInput(PlacementCreateInput, 'Who, where and how long.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createPlacement(ctx, input, idempotencyKey),
  })
  .act({
    name: 'placementEnd',
    permission: 'jobs.edit',
    says: 'Ends it on a day, saying why where that is before its time; a later day prolongs the term （离岗、续期）.',
    takes: {
      id: takesId,
      version: takesVersion,
      validTo: takes<Day>(() => DateScalar, 'First day no longer in it （期满日期）.'),
      reason: takes<LeavingReason | null>(() => LeavingReason, 'Why （离岗原因）.', { isNullable: true }),
    },
    run: (ctx, given) => endPlacement(ctx, given),
  })
  .field('station', stationField('Where the person lives （所在村居）.'))
  .reference('opening', { type: () => Opening, permission, says: 'The post or workshop （岗位）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who （人员）.' });

/** What somebody worked as stays where they lived then, and is seen where they live now as well. */
const wall = heldWhereLives(permission, 'person');

const inOrder = [
  ['createdAt', 'asc'],
  ['id', 'asc'],
] as const;

/** The ways from the register to what its people worked as: of a person, and of those who belonged to a household then. */
export const jobsOfPersons = new RecordResolver(Person, 'person')
  .children('dispatches', {
    type: () => DispatchMember,
    by: 'person',
    order: inOrder,
    permission,
    wall,
    says: 'Batches with which they went （劳务输出）.',
  })
  .children('placements', {
    type: () => Placement,
    by: 'person',
    order: inOrder,
    permission,
    wall,
    says: 'Posts and workshops in which they worked （上岗记录）.',
  });

export const jobsOfHouseholds = new RecordResolver(Household, 'household')
  .children('dispatches', {
    type: () => DispatchMember,
    by: 'household',
    order: inOrder,
    permission,
    wall,
    says: 'Batches with which its members went （劳务输出）.',
  })
  .children('placements', {
    type: () => Placement,
    by: 'household',
    order: inOrder,
    permission,
    wall,
    says: 'Posts and workshops in which its members worked （上岗记录）.',
  });
