import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, ID, Info, Query, Resolver } from 'type-graphql';
import {
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { Person } from '../households/index.js';
import { DayFilter } from '../kernel/index.js';
import { derivedRows, reads } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { CourseSession } from './courseSession.js';
import { DemandBatch } from './demandBatch.js';
import { demandBoard, demandBoardOf, TrainingDemandLine } from './demandBoard.js';
import { declineDemand, meetDemands, scheduleDemands } from './demandSettle.service.js';
import {
  TrainingDemandCreateInput,
  TrainingDemandFilter,
  TrainingDemandOrder,
  TrainingMenuItemCreateInput,
  TrainingMenuItemFilter,
  TrainingMenuItemOrder,
} from './trainingDemand.input.js';
import { TrainingDemand } from './trainingDemand.js';
import { trainingDemandList, trainingMenuItemList } from './trainingDemand.list.js';
import { closeMenuItem, createDemand, createMenuItem } from './trainingDemand.service.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

const permission = 'training.read';
const takesIds = takes<string[]>(() => [ID], 'The wishes, at most 500.');
const answers = { field: 'result', type: DemandBatch };

/** The menu. */
export const trainingMenuItems = new RecordResolver(TrainingMenuItem, 'trainingMenuItem')
  .list({
    list: trainingMenuItemList,
    filter: TrainingMenuItemFilter,
    order: TrainingMenuItemOrder,
    permission,
    says: 'The menu of training, by name （培训菜单）.',
  })
  .act({
    name: 'trainingMenuItemCreate',
    permission: 'training.edit',
    says: 'Puts something on the menu of a county or town （新增菜单项）.',
    takes: { input: takesInput(TrainingMenuItemCreateInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createMenuItem(ctx, input, idempotencyKey),
  })
  .act({
    name: 'trainingMenuItemClose',
    permission: 'training.edit',
    says: 'Takes something off the menu; wishes made before stay （下架菜单项）.',
    takes: { id: takesId, version: takesVersion },
    run: closeMenuItem,
  })
  .field('station', stationField('The county or town that offers it （提供单位）.'));

/** Wishes, from asking to a session that was held. */
export const trainingDemands = new RecordResolver(TrainingDemand, 'trainingDemand')
  .list({
    list: trainingDemandList,
    filter: TrainingDemandFilter,
    order: TrainingDemandOrder,
    permission,
    says: 'Wishes to be taught, the latest first （点菜需求）.',
  })
  .act({
    name: 'trainingDemandCreate',
    permission: 'training.enrol',
    says: 'Enters the wish of a person or of a village （登记需求）.',
    takes: { input: takesInput(TrainingDemandCreateInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createDemand(ctx, input, idempotencyKey),
  })
  .act({
    name: 'trainingDemandsSchedule',
    permission: 'training.edit',
    says: 'Links wishes to a session, each answered for itself （需求排课）.',
    takes: { ids: takesIds, sessionId: takes<string>(() => ID, 'The session.') },
    answers,
    isUnread: true,
    run: scheduleDemands,
  })
  .act({
    name: 'trainingDemandsMeet',
    permission: 'training.edit',
    says: 'Marks wishes as met whose session was held, each answered for itself （需求办结）.',
    takes: { ids: takesIds },
    answers,
    isUnread: true,
    run: meetDemands,
  })
  .act({
    name: 'trainingDemandDecline',
    permission: 'training.edit',
    says: 'Says no to a wish （不予采纳）.',
    takes: { id: takesId, version: takesVersion, reason: takesReason },
    run: declineDemand,
  })
  .field('station', stationField('The village that asks, or where the person lives （村居）.'))
  .reference('item', { type: () => TrainingMenuItem, says: 'What is wished for （菜单项）.' })
  .reference('person', {
    type: () => Person,
    permission: 'household.read',
    says: 'Who wishes it; null where a village does （提出人）.',
  })
  .reference('session', { type: () => CourseSession, permission, says: 'The session that answers it （课次）.' });

/** Demand against delivery. */
@Resolver()
export class DemandBoardResolver {
  @Authorized(permission)
  @Extensions(reads(derivedRows(demandBoard)))
  @Query(() => [TrainingDemandLine], {
    description: 'Demand against delivery by item and village, in people （供需对照）. Needs training.read.',
  })
  trainingDemandBoard(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('within', () => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
    within?: string,
    @Arg('askedOn', () => DayFilter, { nullable: true, description: 'Wishes made on these days （提出日期）.' })
    askedOn?: DayFilter,
  ): Promise<TrainingDemandLine[]> {
    return demandBoardOf(ctx, info, { within, askedOn });
  }
}
