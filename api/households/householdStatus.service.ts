import { actorOf, askerOf, type Context, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { heldAt, isUuid } from '../reading/index.js';
import { checkDay, holdHousehold } from './household.service.js';
import type { HouseholdStatusGiveInput } from './householdStatus.input.js';
import { type BeneficiaryStatus, HouseholdStatus, statusYears } from './householdStatus.js';
import type { SpanEndInput } from './membership.input.js';
import { giveStatus } from './register.js';

/** Gives a household a status from a day, which it did not have then or after; once per key. */
export async function giveHouseholdStatus(
  ctx: Context,
  input: HouseholdStatusGiveInput,
  key?: string | null,
): Promise<HouseholdStatus> {
  return idempotent(ctx, {
    key,
    act: 'householdStatusGive',
    input,
    make: () => makeStatus(ctx, input),
    find: (id) => findStatus(ctx, id),
  });
}

async function makeStatus(ctx: Context, input: HouseholdStatusGiveInput): Promise<HouseholdStatus> {
  const em = await ctx.em();
  const household = await holdHousehold(ctx, input.householdId, null);
  const check = new Check();
  const { status, from, to = null } = input;
  const reason = check.optionalText('reason', input.reason, 200);
  checkDay(check, 'from', from, ctx.today);
  const fault = yearFault(status, from);
  if (fault) check.add('from', ErrorCode.OUT_OF_RANGE, fault);
  if (to !== null) {
    checkDay(check, 'to', to, ctx.today);
    check.that(to > from, 'to', ErrorCode.INVALID, {
      zh: '终止日期须晚于起始日期。',
      en: 'It must end after it begins.',
    });
  }
  const others = await em.find(HouseholdStatus, {
    tenantId: household.tenantId,
    household: [household.tenantId, household.id] as never,
    status,
  });
  const isTwice = others.some(
    (one) => (one.validTo === null || one.validTo > from) && (to === null || one.validFrom < to) && !isVoid(one),
  );
  check.that(!isTwice, 'status', ErrorCode.TAKEN, {
    zh: '该户在这段时间已有此类别。',
    en: 'The household has this status already in that time.',
  });
  check.done();
  ctx.note({ act: 'householdStatusGive', reason });
  const given = giveStatus(em, household, { status, from, to, reason });
  await em.flush();
  return given;
}

function isVoid({ validFrom, validTo }: HouseholdStatus): boolean {
  return validTo === validFrom;
}

/** What is wrong with the year in which a status is to begin, or null. */
export function yearFault(status: BeneficiaryStatus, from: Day): Message | null {
  const [first, last] = statusYears[status];
  const year = Number(from.slice(0, 4));
  if ((first === null || year >= first) && (last === null || year <= last)) return null;
  const [zh, en] =
    last === null ? [`${first} 年起`, `from ${first} on`] : [`${first} 至 ${last} 年`, `${first} to ${last}`];
  return { zh: `此类别只在${zh}认定。`, en: `This status begins in the years ${en} only.` };
}

/** Ends a status from a day on. */
export async function endHouseholdStatus(ctx: Context, id: string, input: SpanEndInput): Promise<HouseholdStatus> {
  const em = await ctx.em();
  const found = await findStatus(ctx, id);
  const household = await holdHousehold(ctx, found.household.id, null);
  await em.refresh(found);
  if (found.validTo !== null)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '此类别已终止。', en: 'This status has ended already.' });
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const on = input.on ?? ctx.today;
  checkDay(check, 'on', on, ctx.today);
  check.that(on > found.validFrom, 'on', ErrorCode.OUT_OF_RANGE, {
    zh: `须晚于起始日期 ${found.validFrom}。`,
    en: `It began on ${found.validFrom} and must end after that.`,
  });
  check.done();
  ctx.note({ act: 'householdStatusEnd', reason });
  household.changedAt = new Date();
  Object.assign(found, { validTo: on, reason });
  await em.flush();
  return found;
}

async function findStatus(ctx: Context, id: string): Promise<HouseholdStatus> {
  const wall = await heldAt('household.read').query(askerOf(ctx));
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...(wall ? [wall] : [])] };
  const found = isUuid(id) ? await (await ctx.em()).findOne(HouseholdStatus, where as never) : null;
  if (!found) throw notFound({ zh: '户类别记录', en: 'status of a household' });
  return found;
}
