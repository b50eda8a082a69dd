import type { Context } from '../access/index.js';
import { hold } from '../access/index.js';
import { demandWhereLives } from '../households/index.js';
import { Check, type Day, ErrorCode, mistake } from '../kernel/index.js';
import { CheckIn } from './checkIn.js';
import type { CheckInEnterInput, DispatchMemberReturnInput } from './dispatch.input.js';
import { DispatchMember } from './dispatchBatch.js';
import { DispatchMemberState, DispatchState, type LeavingReason } from './enums.js';
import { checkInList, followedMembers } from './lists.js';

const says = { zh: '回访', en: 'check-in' };
const memberSays = { zh: '输出人员', en: 'member' };

/** Writes down what was found; a second time corrects it, and the audit keeps the first. */
export async function enterCheckIn(
  ctx: Context,
  { id, version, input }: { id: string; version: number; input: CheckInEnterInput },
): Promise<CheckIn> {
  const em = await ctx.em();
  const found = await hold(ctx, checkInList, { id, version, says, permission: 'jobs.enrol' });
  const member = await em.findOneOrFail(DispatchMember, { tenantId: found.tenantId, id: found.member.id });
  const check = new Check();
  const on = input.on ?? ctx.today;
  checkDay(check, 'on', on, member.departedOn ?? on, ctx.today);
  const { isEmployed, reason = null, wage = null } = input;
  check.that(isEmployed || reason !== null, 'reason', ErrorCode.REQUIRED, {
    zh: '请选择离岗原因。',
    en: 'Say why they are no longer in the job.',
  });
  check.that(!isEmployed || reason === null, 'reason', ErrorCode.INVALID, {
    zh: '在岗时不填离岗原因。',
    en: 'Somebody in the job has no reason for leaving.',
  });
  check.that(isEmployed || wage === null, 'wage', ErrorCode.INVALID, {
    zh: '不在岗时不填工资。',
    en: 'Somebody no longer in the job has no wage there.',
  });
  const note = check.optionalText('note', input.note, 200);
  check.done();
  ctx.note({ act: 'checkInEnter' });
  enter(found, { on, isEmployed, reason, wage, note });
  await em.flush();
  return found;
}

/** What was found of somebody on a day. */
export function enter(
  checkIn: CheckIn,
  said: {
    on: Day;
    isEmployed: boolean;
    reason?: LeavingReason | null;
    wage?: number | null;
    note?: string | null;
  },
): void {
  const { on, isEmployed, reason = null, wage = null, note = null } = said;
  Object.assign(checkIn, { doneOn: on, isDone: true, isEmployed, reason, wage, note });
}

function checkDay(check: Check, field: string, day: Day, first: Day, today: Day): void {
  check.that(day <= today, field, ErrorCode.OUT_OF_RANGE, {
    zh: '日期不能晚于今天。',
    en: 'The day cannot be later than today.',
  });
  check.that(day >= first, field, ErrorCode.OUT_OF_RANGE, {
    zh: `日期不能早于出发日期 ${first}。`,
    en: `The day cannot be before the departure on ${first}.`,
  });
}

/**
 * A member comes back, or will not go after all. Of who is back nothing more is to be asked: what was still due counts as no longer in
 * the job. With its last member the batch is back.
 */
export async function returnMember(
  ctx: Context,
  { id, version, input }: { id: string; version: number; input: DispatchMemberReturnInput },
): Promise<DispatchMember> {
  const em = await ctx.em();
  const asked = {
    id,
    version,
    says: memberSays,
    permission: (one: DispatchMember) => demandWhereLives(ctx, 'jobs.enrol', one),
  };
  const member = await hold(ctx, followedMembers, asked);
  const hasLeft = member.state === DispatchMemberState.DEPARTED;
  if (!hasLeft && member.state !== DispatchMemberState.PLANNED)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '该人员已返回或退出。',
      en: 'They are back or withdrew already.',
    });
  const check = new Check();
  const on = input.on ?? ctx.today;
  checkDay(check, 'on', on, member.departedOn ?? on, ctx.today);
  check.done();
  ctx.note({ act: 'dispatchMemberReturn' });
  member.state = hasLeft ? DispatchMemberState.RETURNED : DispatchMemberState.WITHDRAWN;
  member.endedOn = on;
  member.reason = input.reason;
  if (hasLeft) await endWith(ctx, member, on, input.reason);
  await em.flush();
  return member;
}

async function endWith(ctx: Context, member: DispatchMember, on: Day, reason: LeavingReason): Promise<void> {
  const em = await ctx.em();
  const { tenantId, id } = member;
  const due = await em.find(CheckIn, { tenantId, member: { tenantId, id } as never, isDone: false });
  for (const checkIn of due) if (checkIn.dueOn > on) enter(checkIn, { on, isEmployed: false, reason });
  await em.flush();
  await returnBatch(ctx, member);
}

/** The gate sees who else is away, and writes the batch; so it is audited here. */
async function returnBatch(ctx: Context, { tenantId, batch, station }: DispatchMember): Promise<void> {
  const sql = 'select gate.batch_return(?, ?) as is_back';
  const [row] = (await (await ctx.em()).execute(sql, [tenantId, batch.id])) as { is_back: boolean }[];
  if (!row?.is_back) return;
  const [before, after] = [{ state: DispatchState.DEPARTED }, { state: DispatchState.RETURNED }];
  await ctx.wrote({ record: 'DispatchBatch', recordId: batch.id, stationId: station.id, before, after });
}
