import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, can, findIn, idempotent, lockRecord } from '../access/index.js';
import type { Person } from '../households/index.js';
import { Check, type Day, ErrorCode, newId, stale } from '../kernel/index.js';
import { kindList } from '../programmes/index.js';
import { conditionsOf, type List } from '../reading/index.js';
import type { LeavingReason } from './enums.js';
import { checkFit, checkOpen, holdPerson } from './find.js';
import { JobKind, type JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';
import { settleSearches } from './jobSeeker.service.js';
import { followedPlacements, openingList, placementList } from './lists.js';
import { Opening } from './opening.js';
import { holdOpening, placesTaken } from './opening.service.js';
import type { PlacementCreateInput } from './placement.input.js';
import { Placement } from './placement.js';

const says = { zh: '上岗记录', en: 'placement' };

/** Enters that somebody takes up a post; the caller has checked it, and flushes. */
export function registerPlacement(
  em: EntityManager,
  opening: Opening,
  person: Person,
  made: Pick<Placement, 'validFrom' | 'validTo' | 'wage'> & { isInvented?: boolean },
): Placement {
  const { tenantId, kind, title } = opening;
  const { station, household } = person;
  const relations = { opening, person, station, household } as never as object;
  const placement = em.create(Placement, { tenantId, id: newId(), ...relations, kind, title, ...made } as never);
  em.persist(placement);
  return placement;
}

/** Somebody takes up a post or work in a workshop; once per key. Opening and person are held, so that two at once are counted in turn. */
export async function createPlacement(
  ctx: Context,
  input: PlacementCreateInput,
  key?: string | null,
): Promise<Placement> {
  const em = await ctx.em();
  const opening = await holdOpening(ctx, input.openingId, null);
  const person = await holdPerson(ctx, input.personId, 'jobs.edit');
  ctx.note({ act: 'placementCreate' });
  const make = async () => {
    const { validFrom, validTo = null } = input;
    const check = new Check();
    await checkPlacement(ctx, check, opening, person, { from: validFrom, to: validTo });
    const isPost = opening.kind === JobKind.PUBLIC_WELFARE;
    const isPaid = !isPost || input.wage === null || input.wage === undefined || input.wage === opening.monthlyPay;
    check.that(isPaid, 'wage', ErrorCode.INVALID, {
      zh: '公益岗按岗位的月补贴发放。',
      en: 'A public-welfare post pays what the post pays.',
    });
    check.done();
    const wage = isPost ? opening.monthlyPay : (input.wage ?? null);
    const placement = registerPlacement(em, opening, person, { validFrom, validTo, wage });
    await settleSearches(em, opening.tenantId, [person.id]);
    await em.flush();
    return placement;
  };
  const find = (id: string) => findIn(ctx, placementList, id, says);
  return idempotent(ctx, { key, act: 'placementCreate', input, make, find });
}

/** A span of days, the end not included; null: it has no end. */
interface Span {
  from: Day;
  to: Day | null;
}

async function checkPlacement(
  ctx: Context,
  check: Check,
  opening: Opening,
  person: Person,
  { from, to }: Span,
): Promise<void> {
  check.that(opening.kind !== JobKind.LABOUR_DISPATCH, 'openingId', ErrorCode.INVALID, {
    zh: '劳务输出岗位请按批次加入人员。',
    en: 'People join an opening of labour dispatch by a batch.',
  });
  const list = kindList(jobKind) as List<JobProgramme>;
  checkOpen(check, 'openingId', await findIn(ctx, list, opening.programme.id, jobKind.says));
  check.that(!opening.isClosed, 'openingId', ErrorCode.WRONG_STATE, {
    zh: '岗位已关闭。',
    en: 'The opening is closed.',
  });
  checkFit(check, 'personId', person, from);
  check.that(to === null || to > from, 'validTo', ErrorCode.INVALID, {
    zh: '期满日期须晚于上岗日期。',
    en: 'The term ends before it begins.',
  });
  check.done();
  await checkFree(ctx, check, opening, person.id, { from, to }, null, 'validTo');
}

/** The quota is not exceeded on any day of the span, and the person holds no other post in it. */
async function checkFree(
  ctx: Context,
  check: Check,
  opening: Opening,
  personId: string,
  span: Span,
  beside: string | null,
  field: string,
): Promise<void> {
  const taken = await placesTaken(ctx, opening, { ...span, beside });
  check.that(taken < opening.headcount, beside ? field : 'openingId', ErrorCode.OUT_OF_RANGE, {
    zh: `名额 ${opening.headcount} 个已满。`,
    en: `All ${opening.headcount} places are taken.`,
  });
  if (opening.kind !== JobKind.PUBLIC_WELFARE) return;
  const given = [actorOf(ctx).tenantId, personId, span.from, span.to, beside];
  const [row] = (await (await ctx.em()).execute('select gate.holds_post(?, ?, ?, ?, ?) as holds', given)) as {
    holds: boolean;
  }[];
  check.that(!row?.holds, beside ? field : 'personId', ErrorCode.TAKEN, {
    zh: '该人员在本县已有其他公益岗。',
    en: 'This person holds another post in this county.',
  });
}

/** Ends a placement before its time, or gives it another end: its term is as long as is then said. */
export async function endPlacement(
  ctx: Context,
  given: { id: string; version: number; validTo: Day; reason?: LeavingReason | null },
): Promise<Placement> {
  const em = await ctx.em();
  const { opening, placement } = await holdPlacement(ctx, given.id, given.version);
  const { validTo, reason = null } = given;
  const check = new Check(null);
  check.that(validTo > placement.validFrom, 'validTo', ErrorCode.INVALID, {
    zh: '结束日期须晚于上岗日期。',
    en: 'It ends before it begins.',
  });
  const isLonger = placement.validTo !== null && validTo > placement.validTo;
  check.that(isLonger || reason !== null, 'reason', ErrorCode.REQUIRED, {
    zh: '提前离岗请选择原因。',
    en: 'Say why it ends before its time.',
  });
  check.that(!isLonger || opening !== null, 'validTo', ErrorCode.WRONG_STATE, {
    zh: '延长期限由岗位所在单位办理。',
    en: 'The term is made longer by those whose post it is.',
  });
  check.done();
  const span = { from: placement.validTo ?? validTo, to: validTo };
  if (isLonger && opening) await checkFree(ctx, check, opening, placement.person.id, span, placement.id, 'validTo');
  check.done();
  ctx.note({ act: 'placementEnd' });
  Object.assign(placement, { validTo, reason: isLonger ? null : reason });
  await em.flush();
  return placement;
}

/**
 * Opening, person and placement are locked in this order, as when somebody takes up a post. Of who has moved the post may be out of
 * reach: where they live now it can be ended, and nothing else.
 */
async function holdPlacement(
  ctx: Context,
  id: string,
  version: number,
): Promise<{ opening: Opening | null; placement: Placement }> {
  const seen = await findIn(ctx, followedPlacements, id, says);
  const opening = await openingInHand(ctx, seen.opening.id);
  await holdPerson(ctx, seen.person.id, 'jobs.edit');
  await lockRecord(ctx, Placement, id);
  await (await ctx.em()).refresh(seen);
  if (seen.version !== version) throw stale(seen.version);
  return { opening, placement: seen };
}

async function openingInHand(ctx: Context, id: string): Promise<Opening | null> {
  const walls = await conditionsOf(openingList, askerOf(ctx), null);
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...walls] };
  const found = (await (await ctx.em()).findOne(Opening, where as never)) as Opening | null;
  const isOwn = found && can(actorOf(ctx), 'jobs.edit', { stationId: found.station.id }).isAllowed;
  return isOwn ? holdOpening(ctx, id, null) : null;
}
