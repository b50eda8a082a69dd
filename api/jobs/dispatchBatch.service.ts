import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, hold, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, mistake, newId, notFound } from '../kernel/index.js';
import { kindList } from '../programmes/index.js';
import { isUuid, type List } from '../reading/index.js';
import { demandEntry } from '../tenancy/index.js';
import { CheckIn, checkMonths } from './checkIn.js';
import type { DispatchBatchCreateInput } from './dispatch.input.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { Agreement, type Employer } from './employer.js';
import { employerSays } from './employer.service.js';
import { DispatchMemberState, DispatchState, LeavingReason } from './enums.js';
import { checkOpen } from './find.js';
import { JobKind, type JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';
import { dispatchBatchList, employerList } from './lists.js';
import type { Opening } from './opening.js';
import { holdOpening } from './opening.service.js';

export const batchSays = { zh: '批次', en: 'batch' };

/** A batch as it is entered. */
export type NewBatch = Pick<DispatchBatch, 'number' | 'day' | 'transport'> & {
  employer: Employer;
  agreement: Agreement | null;
  isInvented?: boolean;
};

/** Enters a batch; the caller flushes. */
export function registerBatch(em: EntityManager, opening: Opening, made: NewBatch): DispatchBatch {
  const { tenantId, station } = opening;
  const { employer, agreement, ...facts } = made;
  const relations = { opening, employer, agreement, station } as never as object;
  const batch = em.create(DispatchBatch, { tenantId, id: newId(), ...relations, ...facts } as never);
  em.persist(batch);
  return batch;
}

/** Begins a batch of an opening; once per key. Two at once are given two numbers. */
export async function createBatch(
  ctx: Context,
  input: DispatchBatchCreateInput,
  key?: string | null,
): Promise<DispatchBatch> {
  const em = await ctx.em();
  const opening = await holdOpening(ctx, input.openingId, null);
  const check = new Check();
  const isDispatch = opening.kind === JobKind.LABOUR_DISPATCH;
  check.that(isDispatch, 'openingId', ErrorCode.INVALID, {
    zh: '只有劳务输出岗位才分批输送。',
    en: 'Only openings of labour dispatch are filled by batches.',
  });
  checkOpen(
    check,
    'openingId',
    await findIn(ctx, kindList(jobKind) as List<JobProgramme>, opening.programme.id, jobKind.says),
  );
  const agreement = input.agreementId ? await findAgreement(ctx, check, opening, input.agreementId) : null;
  const make = async () => {
    const number = await numberOf(em, check, opening, input.number);
    check.done();
    const employer = await findIn(ctx, employerList, opening.employer?.id, employerSays);
    const batch = registerBatch(em, opening, {
      number,
      day: input.day,
      transport: input.transport,
      employer,
      agreement,
    });
    await em.flush();
    return batch;
  };
  if (!isDispatch) check.done();
  ctx.note({ act: 'dispatchBatchCreate' });
  const find = (id: string) => findIn(ctx, dispatchBatchList, id, batchSays);
  return idempotent(ctx, { key, act: 'dispatchBatchCreate', input, make, find });
}

async function findAgreement(ctx: Context, check: Check, opening: Opening, id: string): Promise<Agreement> {
  const { tenantId } = actorOf(ctx);
  const found = isUuid(id) ? await (await ctx.em()).findOne(Agreement, { tenantId, id }) : null;
  if (!found) throw notFound({ zh: '用工协议', en: 'agreement' });
  check.that(found.employer.id === opening.employer?.id, 'agreementId', ErrorCode.INVALID, {
    zh: '协议属于别的用工单位。',
    en: 'The agreement is with another employer.',
  });
  return found;
}

async function numberOf(em: EntityManager, check: Check, opening: Opening, asked?: number | null): Promise<number> {
  const { tenantId, id } = opening;
  const others = await em.find(DispatchBatch, { tenantId, opening: { tenantId, id } as never });
  const numbers = others.map(({ number }) => number);
  const number = asked ?? Math.max(0, ...numbers) + 1;
  check.range('number', number, 1, 10_000);
  check.that(!numbers.includes(number), 'number', ErrorCode.TAKEN, {
    zh: `已有第 ${number} 批。`,
    en: `There is a batch ${number} already.`,
  });
  return number;
}

/** A batch in hand; while it is, nobody joins it and it does not leave. */
export function holdBatch(
  ctx: Context,
  id: string,
  version: number | null,
  permission: 'jobs.edit' | 'jobs.enrol',
): Promise<DispatchBatch> {
  return hold(ctx, dispatchBatchList, { id, version, permission, says: batchSays });
}

/**
 * A batch to which people are added, by its own station or by one under it that sends its own; the gate holds it, for a station under
 * it may not change the row.
 */
export async function holdToJoin(ctx: Context, id: string): Promise<DispatchBatch> {
  const batch = await findIn(ctx, dispatchBatchList, id, batchSays);
  await demandEntry(ctx, 'jobs.enrol', batch.station.id);
  const em = await ctx.em();
  await em.execute('select gate.batch_hold(?, ?)', [batch.tenantId, batch.id]);
  await em.refresh(batch);
  return batch;
}

/** Refuses an act on a batch that stands elsewhere. */
export function demandState(batch: DispatchBatch, state: DispatchState): void {
  if (batch.state === state) return;
  const words = { PLANNED: '组织中', DEPARTED: '已出发', RETURNED: '已返回', CANCELLED: '已取消' };
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: `该批次${words[batch.state as DispatchState]}，现在不能办理。`,
    en: `The batch is ${batch.state.toLowerCase()}; this cannot be done now.`,
  });
}

/** The batch leaves, all that are to go at once; from the day on it is due to ask them after one, three and six months. */
export async function departBatch(
  ctx: Context,
  given: { id: string; version: number; day?: Day | null },
): Promise<DispatchBatch> {
  const em = await ctx.em();
  const batch = await holdBatch(ctx, given.id, given.version, 'jobs.edit');
  demandState(batch, DispatchState.PLANNED);
  const day = given.day ?? batch.day;
  const members = await membersIn(em, batch, DispatchMemberState.PLANNED);
  const check = new Check(null);
  check.that(day <= ctx.today, 'day', ErrorCode.OUT_OF_RANGE, {
    zh: '出发日期不能晚于今天。',
    en: 'The day of departure cannot be later than today.',
  });
  check.that(members.length > 0, 'id', ErrorCode.INVALID, {
    zh: '批次里还没有人。',
    en: 'Nobody is to go with the batch yet.',
  });
  check.done();
  ctx.note({ act: 'dispatchBatchDepart' });
  letDepart(em, batch, members, day);
  await em.flush();
  return batch;
}

/** Writes down that a batch left on a day; the caller flushes. */
export function letDepart(em: EntityManager, batch: DispatchBatch, members: readonly DispatchMember[], day: Day): void {
  batch.state = DispatchState.DEPARTED;
  batch.day = day;
  for (const member of members) {
    member.state = DispatchMemberState.DEPARTED;
    member.departedOn = day;
    const { tenantId, station } = member;
    for (const months of checkMonths) {
      const dueOn = monthsLater(day, months);
      const relations = { member, batch, station } as never as object;
      em.persist(em.create(CheckIn, { tenantId, id: newId(), ...relations, months, dueOn } as never));
    }
  }
}

/** The same day some months later, or the last of that month where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Gives up a batch that has not left; nobody of it goes. */
export async function cancelBatch(
  ctx: Context,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<DispatchBatch> {
  const em = await ctx.em();
  const batch = await holdBatch(ctx, id, version, 'jobs.edit');
  demandState(batch, DispatchState.PLANNED);
  const check = new Check(null);
  const why = check.text('reason', reason, 500);
  check.done();
  ctx.note({ act: 'dispatchBatchCancel', reason: why });
  batch.state = DispatchState.CANCELLED;
  batch.reason = why;
  for (const member of await membersIn(em, batch, DispatchMemberState.PLANNED)) {
    member.state = DispatchMemberState.WITHDRAWN;
    member.endedOn = ctx.today;
    member.reason = LeavingReason.OTHER;
  }
  await em.flush();
  return batch;
}

/** Members of a batch in one state, locked until the operation ends. */
export async function membersIn(
  em: EntityManager,
  batch: DispatchBatch,
  state: DispatchMemberState,
): Promise<DispatchMember[]> {
  const { tenantId, id } = batch;
  const lock = 'select 1 from dispatch_member where tenant_id = ? and batch_id = ? order by id for update';
  await em.execute(lock, [tenantId, id]);
  return em.find(DispatchMember, { tenantId, batch: { tenantId, id } as never, state }, { orderBy: { id: 'asc' } });
}
