import { RecordResolver, takesId, takesInput, takesKey, takesReason } from '../access/index.js';
import { Household } from '../households/index.js';
import { stationField } from '../tenancy/index.js';
import {
  DistributionFilter,
  DistributionOrder,
  DistributionsCreateInput,
  SurvivalCheckCreateInput,
} from './distribution.input.js';
import { Distribution, DistributionEntry, SurvivalCheck } from './distribution.js';
import { distributionList, followedDistributions } from './distribution.list.js';
import { createDistributions, createSurvivalCheck, reverseDistribution } from './distribution.service.js';
import { DistributionTotal } from './distribution.totals.js';
import { DistributionItem } from './distributionItem.js';
import { IndustryProgramme } from './industryProgramme.js';
import { isReversed } from './reversal.js';

const permission = 'industry.read';
const enrol = 'industry.enrol';

/** The ledger of distributions, and what is entered into it. */
export const distributions = new RecordResolver(Distribution, 'distribution')
  .list({
    list: distributionList,
    filter: DistributionFilter,
    order: DistributionOrder,
    permission,
    says: 'What households were given, the latest first （发放记录）.',
  })
  .act({
    name: 'distributionsCreate',
    permission: enrol,
    says: 'Enters what one item was given to many households on a day, and answers row by row （登记发放）.',
    takes: { input: takesInput(DistributionsCreateInput, 'The entry.'), idempotencyKey: takesKey },
    answers: { field: 'entry', type: DistributionEntry },
    isUnread: true,
    run: (ctx, { input, idempotencyKey }) => createDistributions(ctx, input, idempotencyKey),
  })
  .act({
    name: 'distributionReverse',
    permission: enrol,
    says: 'Takes a line back by a line that names it （冲销发放）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, { id, reason }) => reverseDistribution(ctx, id, reason),
  })
  .field('station', stationField('Where the household stood when it was given （所在村居）.'))
  .reference('programme', {
    type: () => IndustryProgramme as never,
    permission,
    says: 'Under which programme （产业项目）.',
  })
  .reference('item', { type: () => DistributionItem, says: 'What was given （品目）.' })
  .reference('household', { type: () => Household, permission: 'household.read', says: 'Who was given it （户）.' })
  .reference('reverses', { type: () => Distribution, says: 'The line that it takes back （冲销的记录）.' })
  .field('isReversed', isReversed(Distribution))
  .children('survivalChecks', {
    type: () => SurvivalCheck,
    by: 'distribution',
    order: [
      ['onDay', 'asc'],
      ['id', 'asc'],
    ],
    says: 'How much was alive later on, in order of day （成活核查）.',
  });

/** Survival checks. */
export const survivalChecks = new RecordResolver(SurvivalCheck, 'survivalCheck')
  .act({
    name: 'survivalCheckCreate',
    permission: enrol,
    says: 'Enters how much of what was given is alive on a day （成活核查）.',
    takes: { input: takesInput(SurvivalCheckCreateInput, 'The look.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createSurvivalCheck(ctx, input, idempotencyKey),
  })
  .reference('distribution', { type: () => Distribution, says: 'What was looked at （发放记录）.' });

/** What a sum answers beyond its figures. */
export const distributionTotalNodes = new RecordResolver(DistributionTotal as never, 'distributionTotal').reference(
  'item' as never,
  { type: () => DistributionItem as never, says: 'Of what （品目）.' } as never,
);

/** What a household has been given. */
export const householdDistributions = new RecordResolver(Household, 'household').page('distributions', {
  list: followedDistributions,
  filter: DistributionFilter,
  order: DistributionOrder,
  permission,
  by: 'household',
  says: 'What the household was given, the latest first （发放记录）.',
});
