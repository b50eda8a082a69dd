import { RecordResolver, takesId, takesInput, takesKey, takesReason, takesVersion } from '../access/index.js';
import { Household } from './household.js';
import { HouseholdMergeInput, HouseholdSplitInput } from './householdChange.input.js';
import { HouseholdChange } from './householdChange.js';
import { closeHousehold, mergeHousehold, splitHousehold } from './householdSplit.service.js';
import { HouseholdStatusGiveInput } from './householdStatus.input.js';
import { HouseholdStatus } from './householdStatus.js';
import { endHouseholdStatus, giveHouseholdStatus } from './householdStatus.service.js';
import { undoChange } from './householdUndo.service.js';
import { SpanEndInput } from './membership.input.js';

const permission = 'household.edit';
const whole = { id: takesId, version: takesVersion };

/** Splits, mergers and strikings off, and how they are undone. */
export const householdChanges = new RecordResolver(HouseholdChange, 'householdChange')
  .act({
    name: 'householdSplit',
    permission,
    says: 'Lets some members found a household of their own, which is the other of the change （分户）.',
    takes: { ...whole, input: takesInput(HouseholdSplitInput), idempotencyKey: takesKey },
    run: (ctx, { id, version, input, idempotencyKey }) => splitHousehold(ctx, id, version, input, idempotencyKey),
  })
  .act({
    name: 'householdMerge',
    permission,
    says: 'Lets a household be taken in by another, and strikes it off （合户）.',
    takes: { ...whole, input: takesInput(HouseholdMergeInput) },
    run: (ctx, { id, version, input }) => mergeHousehold(ctx, id, version, input),
  })
  .act({
    name: 'householdClose',
    permission,
    says: 'Strikes a household off the register （注销户）.',
    takes: { ...whole, input: takesInput(SpanEndInput) },
    run: (ctx, { id, version, input }) => closeHousehold(ctx, id, version, input),
  })
  .act({
    name: 'householdChangeUndo',
    permission,
    says: 'Undoes a split, merger or striking off while nothing later hangs on it （撤销户变更）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, { id, reason }) => undoChange(ctx, id, reason),
  })
  .reference('household', {
    type: () => Household,
    permission: 'household.read',
    says: 'The household that goes on, or was struck off （户）.',
  })
  .reference('other', {
    type: () => Household,
    permission: 'household.read',
    says: 'The household that was founded, or taken in （另一户）.',
  });

/** Statuses given and ended. */
export const householdStatuses = new RecordResolver(HouseholdStatus, 'householdStatus', 'householdStatuses')
  .act({
    name: 'householdStatusGive',
    permission,
    says: 'Gives a household a status from a day （认定户类别）.',
    takes: { input: takesInput(HouseholdStatusGiveInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => giveHouseholdStatus(ctx, input, idempotencyKey),
  })
  .act({
    name: 'householdStatusEnd',
    permission,
    says: 'Ends a status of a household from a day on （终止户类别）.',
    takes: { id: takesId, input: takesInput(SpanEndInput) },
    run: (ctx, { id, input }) => endHouseholdStatus(ctx, id, input),
  });
