import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, ID, Info, Query, Resolver } from 'type-graphql';
import {
  askingOf,
  type Context,
  RecordResolver,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { Household, Person } from '../households/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { askDerived, derivedRecord, reads } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { KnowHowCoverage, knowHowCoverage } from './knowHowCoverage.js';
import {
  KnowHowGapFilter,
  KnowHowGapOrder,
  KnowHowHolderConfirmInput,
  KnowHowHolderCreateInput,
  KnowHowHolderFilter,
  KnowHowHolderOrder,
} from './knowHowHolder.input.js';
import { KnowHowHolder } from './knowHowHolder.js';
import { knowHowGapList, knowHowHolderList } from './knowHowHolder.list.js';
import { confirmKnowHowHolder, createKnowHowHolder, endKnowHowHolder } from './knowHowHolder.service.js';

const permission = 'training.read';

/** Know-how holders, one to a household. */
export const knowHowHolders = new RecordResolver(KnowHowHolder, 'knowHowHolder')
  .list({
    list: knowHowHolderList,
    filter: KnowHowHolderFilter,
    order: KnowHowHolderOrder,
    permission,
    says: 'Know-how holders, those trained last first （科技明白人）.',
  })
  .act({
    name: 'knowHowHolderCreate',
    permission: 'training.enrol',
    says: 'Enters that a member of a household was trained in a technique （登记科技明白人）.',
    takes: { input: takesInput(KnowHowHolderCreateInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createKnowHowHolder(ctx, input, idempotencyKey),
  })
  .act({
    name: 'knowHowHolderConfirm',
    permission: 'training.edit',
    says: 'Enters that an assessor confirms a trained person （认定科技明白人）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(KnowHowHolderConfirmInput) },
    run: confirmKnowHowHolder,
  })
  .act({
    name: 'knowHowHolderEnd',
    permission: 'training.enrol',
    says: 'Ends a mark from today, so that the household may have another （终止科技明白人）.',
    takes: { id: takesId, version: takesVersion, reason: takesReason },
    run: endKnowHowHolder,
  })
  .field('station', stationField('Where the household stands （所在村居）.'))
  .reference('household', { type: () => Household, permission: 'household.read', says: 'The household （户）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who masters it （人）.' });

/** What the file of a household shows: its know-how holder, and those it had. */
export const knowHowOfHousehold = new RecordResolver(Household, 'household').children('knowHowHolders', {
  type: () => KnowHowHolder,
  by: 'household',
  order: [
    ['trainedOn', 'asc'],
    ['id', 'asc'],
  ],
  permission,
  says: 'Its know-how holder and those it had, in order of training （科技明白人）.',
});

/** Households that still lack one. */
export const knowHowGaps = new RecordResolver(Household, 'knowHowGap').list({
  list: knowHowGapList,
  filter: KnowHowGapFilter,
  order: KnowHowGapOrder,
  permission: 'household.read',
  says: 'Registered households of today without a confirmed know-how holder, by number （尚无科技明白人的户）.',
});

/** The share of households. */
@Resolver()
export class KnowHowCoverageResolver {
  @Authorized(permission)
  @Extensions(reads(derivedRecord(knowHowCoverage)))
  @Query(() => KnowHowCoverage, {
    description:
      'How many registered households have their know-how holder （科技明白人覆盖情况）. Needs training.read.',
  })
  async knowHowCoverage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
    within?: string,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out （截至日）.' })
    asOf?: Day,
  ): Promise<KnowHowCoverage> {
    const [found] = await askDerived<KnowHowCoverage>(await askingOf(ctx, info), knowHowCoverage, { within, asOf });
    return Object.assign(new KnowHowCoverage(), found);
  }
}
