import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, ID, Info } from 'type-graphql';
import {
  addOperation,
  askingOf,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { heldWhereLives, Person } from '../households/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { derivedRecord, expression, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { CheckIn } from './checkIn.js';
import { enterCheckIn, returnMember } from './checkIn.service.js';
import {
  CheckInEnterInput,
  CheckInFilter,
  CheckInOrder,
  DispatchBatchCreateInput,
  DispatchBatchFilter,
  DispatchBatchOrder,
  DispatchMemberFilter,
  DispatchMemberOrder,
  DispatchMemberReturnInput,
  DispatchMembersAddInput,
} from './dispatch.input.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { cancelBatch, createBatch, departBatch } from './dispatchBatch.service.js';
import { addMembers } from './dispatchMember.service.js';
import { Agreement, Employer } from './employer.js';
import { checkInList, dispatchBatchList, dispatchMemberList } from './lists.js';
import { Opening } from './opening.js';
import { DispatchRetention, dispatchRetention } from './retention.js';
import { retention } from './retention.reads.js';

const permission = 'jobs.read';
const takesDay = (says: string) => takes<Day | null>(() => DateScalar, says, { isNullable: true });

/** Batches with who goes with them. */
export const batches = new RecordResolver(DispatchBatch, 'dispatchBatch', 'dispatchBatches')
  .list({
    list: dispatchBatchList,
    filter: DispatchBatchFilter,
    order: DispatchBatchOrder,
    permission,
    says: 'Batches, latest day first （批次清单）.',
  })
  .lookUp({ list: dispatchBatchList, permission, says: 'One batch, null when there is none within reach （批次）.' })
  .act({
    name: 'dispatchBatchCreate',
    permission: 'jobs.edit',
    says: 'Begins a batch of an opening （新建批次）.',
    takes: { input: takesInput(DispatchBatchCreateInput, 'The batch.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createBatch(ctx, input, idempotencyKey),
  })
  .act({
    name: 'dispatchMembersAdd',
    permission: 'jobs.enrol',
    says: 'Puts people into a batch that has not left, all of them or with one wrong line none （加入人员）.',
    takes: {
      id: takesId,
      input: takesInput(DispatchMembersAddInput, 'Who, by id or by name.'),
      idempotencyKey: takesKey,
    },
    run: (ctx, { id, input, idempotencyKey }) => addMembers(ctx, id, input, idempotencyKey),
  })
  .act({
    name: 'dispatchBatchDepart',
    permission: 'jobs.edit',
    says: 'The batch leaves, all that are to go at once; check-ins are due from then on （出发）.',
    takes: { id: takesId, version: takesVersion, day: takesDay('When; the planned day when left out （出发日期）.') },
    run: (ctx, given) => departBatch(ctx, given),
  })
  .act({
    name: 'dispatchBatchCancel',
    permission: 'jobs.edit',
    says: 'Gives up a batch that has not left, saying why （取消批次）.',
    takes: { id: takesId, version: takesVersion, reason: takesReason },
    run: (ctx, given) => cancelBatch(ctx, given),
  })
  .field('station', stationField('Where the opening stands （所在单位）.'))
  .reference('opening', { type: () => Opening, permission, says: 'The opening that it fills （岗位）.' })
  .reference('employer', { type: () => Employer, permission, says: 'To whom it goes （用工单位）.' })
  .reference('agreement', { type: () => Agreement, permission, says: 'What it goes by （用工协议）.' })
  .children('members', {
    type: () => DispatchMember,
    by: 'batch',
    order: [
      ['createdAt', 'asc'],
      ['id', 'asc'],
    ],
    permission,
    says: 'Who goes with it, where the asker sees them （人员）.',
  });

/** Members of batches. */
export const members = new RecordResolver(DispatchMember, 'dispatchMember')
  .list({
    list: dispatchMemberList,
    filter: DispatchMemberFilter,
    order: DispatchMemberOrder,
    permission,
    says: 'Members of batches, in order of entry （输出人员清单）.',
  })
  .act({
    name: 'dispatchMemberReturn',
    permission: 'jobs.enrol',
    says: 'A member is back, or will not go after all （返乡、退出）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(DispatchMemberReturnInput, 'When and why.') },
    run: (ctx, given) => returnMember(ctx, given),
  })
  .field('station', stationField('Where they live （所在村居）.'))
  .reference('batch', { type: () => DispatchBatch, permission, says: 'The batch （批次）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who （人员）.' })
  .children('checkIns', {
    type: () => CheckIn,
    by: 'member',
    order: [
      ['dueOn', 'asc'],
      ['id', 'asc'],
    ],
    says: 'After one, three and six months （回访）.',
  });

/** Check-ins. */
export const checkIns = new RecordResolver(CheckIn, 'checkIn')
  .list({
    list: checkInList,
    filter: CheckInFilter,
    order: CheckInOrder,
    permission,
    says: 'Check-ins, by the day on which they are due （回访清单）.',
  })
  .act({
    name: 'checkInEnter',
    permission: 'jobs.enrol',
    says: 'Writes down what was found; a second time corrects it （登记回访）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(CheckInEnterInput, 'What was found.') },
    run: (ctx, given) => enterCheckIn(ctx, given),
  })
  .field('isOverdue', {
    type: () => Boolean,
    says: 'Whether the day is past and nobody has asked （逾期）.',
    reads: expression((row) => sql`(not ${row.column('isDone')} and ${row.column('dueOn')} < ${row.scope.today})`, {
      isCertain: true,
    }),
    resolve: ({ isDone, dueOn }, ctx) => !isDone && dueOn < ctx.today,
  })
  .reference('member', {
    type: () => DispatchMember,
    permission,
    wall: heldWhereLives(permission, 'person'),
    says: 'Who is asked （输出人员）.',
  });

addOperation(batches.resolver, {
  as: 'query',
  name: 'dispatchRetention',
  permission,
  type: () => DispatchRetention,
  says: 'Who stayed in the job, by batch and by town, with the check-ins behind each figure （留岗统计）.',
  takes: [
    Ctx() as ParameterDecorator,
    takes<string | null>(() => ID, 'People of a station and everything below it.', { isNullable: true }).declare(
      'within',
    ),
    takesDay('What was due by this day is counted; today when left out （截至日）.').declare('asOf'),
    Info() as ParameterDecorator,
  ],
  run: async (ctx: Context, within: string | null, asOf: Day | null, info: GraphQLResolveInfo) =>
    dispatchRetention(await askingOf(ctx, info), { within, asOf }),
  reads: derivedRecord(retention),
});
