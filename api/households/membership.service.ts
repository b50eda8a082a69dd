import { actorOf, askerOf, type Context, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, mistake, notFound } from '../kernel/index.js';
import { heldAt, isUuid } from '../reading/index.js';
import { fromElsewhere, tellMoved } from './followed.js';
import type { Household } from './household.js';
import { checkDay, holdHousehold } from './household.service.js';
import type { HouseholdHeadChangeInput, MembershipMoveInput, SpanEndInput } from './membership.input.js';
import { Membership, Relation } from './membership.js';
import { checkNoHead, holdPerson } from './person.service.js';
import { join, leave, takeHead } from './register.js';

/** The memberships of a household today, with their people. */
export async function membersToday(ctx: Context, household: Household): Promise<Membership[]> {
  const of = { tenantId: household.tenantId, household: [household.tenantId, household.id], validTo: null };
  return (await ctx.em()).find(
    Membership,
    of as never,
    { populate: ['person'], orderBy: { validFrom: 'asc', id: 'asc' } } as never,
  );
}

/** A day on which a membership may end: not before it began. */
export function checkEnd(check: Check, field: string, day: Day, membership: Membership): void {
  check.that(day >= membership.validFrom, field, ErrorCode.OUT_OF_RANGE, {
    zh: `不能早于加入日期 ${membership.validFrom}。`,
    en: `It cannot be before the day of joining, ${membership.validFrom}.`,
  });
}

/**
 * Lets a person join a household, who leaves another for it if need be. As with a household that moves, it takes the right to move at
 * both ends, which across towns the county's administrator holds; what is still to be done for the person goes with them.
 */
export async function moveMember(ctx: Context, input: MembershipMoveInput, key?: string | null): Promise<Membership> {
  return idempotent(ctx, {
    key,
    act: 'membershipMove',
    input,
    make: () => makeMembership(ctx, input),
    find: (id) => findMembership(ctx, id),
  });
}

async function makeMembership(ctx: Context, input: MembershipMoveInput): Promise<Membership> {
  const em = await ctx.em();
  const household = await holdHousehold(ctx, input.householdId, null, 'household.move');
  const person = await holdPerson(ctx, input.personId, null, 'household.move');
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  const open = await em.findOne(Membership, {
    tenantId: person.tenantId,
    person: [person.tenantId, person.id] as never,
    validTo: null,
  });
  check.that(open?.household.id !== household.id, 'personId', ErrorCode.WRONG_STATE, {
    zh: '此人已是该户成员。',
    en: 'The person belongs to this household already.',
  });
  if (open) checkEnd(check, 'from', from, open);
  if (input.relation === Relation.HEAD) await checkNoHead(ctx, check, household.id);
  check.done();
  ctx.note({ act: 'membershipMove', reason });
  if (open) {
    const left = await holdHousehold(ctx, open.household.id, null, 'household.move');
    leave(left, open, { on: from, reason });
    await em.flush();
  }
  const personIds = fromElsewhere([person], household);
  const made = join(em, household, person, { relation: input.relation, from, reason });
  await em.flush();
  await tellMoved(ctx, { householdIds: [], personIds, station: household.station as never });
  return made;
}

/** Ends a membership: the person belongs to no household from that day on. */
export async function endMembership(ctx: Context, id: string, input: SpanEndInput): Promise<Membership> {
  const em = await ctx.em();
  const found = await findMembership(ctx, id);
  const household = await holdHousehold(ctx, found.household.id, null);
  await em.refresh(found, { populate: ['person'] as never });
  if (found.validTo !== null)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '此人已离开该户。', en: 'The person has left already.' });
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const on = input.on ?? ctx.today;
  checkDay(check, 'on', on, ctx.today);
  checkEnd(check, 'on', on, found);
  check.done();
  ctx.note({ act: 'membershipEnd', reason });
  leave(household, found, { on, reason });
  await em.flush();
  return found;
}

/** Makes another member the head; relations are to the head, and so the others' may be said anew. */
export async function changeHead(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdHeadChangeInput,
): Promise<Household> {
  const em = await ctx.em();
  const household = await holdHousehold(ctx, id, version);
  const members = await membersToday(ctx, household);
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  const next = members.find((one) => one.person.id === input.personId);
  if (!next) throw notFound({ zh: '成员', en: 'member' });
  const former = members.find((one) => one.relation === Relation.HEAD);
  check.that(former !== next, 'personId', ErrorCode.WRONG_STATE, {
    zh: '此人已是户主。',
    en: 'This is the head already.',
  });
  const relations = relationsOf(check, members, next, input);
  if (former) {
    check.that(relations.has(former.person.id), 'relations', ErrorCode.REQUIRED, {
      zh: '请填写原户主与新户主的关系。',
      en: 'Say what the former head is to the new one.',
    });
  }
  for (const one of members) if (relations.has(one.person.id)) checkEnd(check, 'from', from, one);
  check.done();
  ctx.note({ act: 'householdHeadChange', reason });
  const changed = members.filter((one) => one !== next && relations.get(one.person.id) !== undefined);
  for (const one of [...changed, next]) leave(household, one, { on: from, reason });
  await em.flush();
  for (const one of changed) {
    join(em, household, one.person.unwrap(), { relation: relations.get(one.person.id) as Relation, from, reason });
  }
  join(em, household, next.person.unwrap(), { relation: Relation.HEAD, from, reason });
  takeHead(household, next.person.unwrap());
  await em.flush();
  return household;
}

/** What the others are said to be, each a member and none of them a second head; those who stay what they were are left out. */
function relationsOf(
  check: Check,
  members: readonly Membership[],
  next: Membership,
  { relations }: HouseholdHeadChangeInput,
): Map<string, Relation> {
  const said = new Map<string, Relation>();
  for (const { personId, relation } of relations) {
    const member = members.find((one) => one.person.id === personId);
    if (!member) throw notFound({ zh: '成员', en: 'member' });
    check.that(relation !== Relation.HEAD, 'relations', ErrorCode.INVALID, {
      zh: '户主只有一位。',
      en: 'There is but one head.',
    });
    if (member !== next && member.relation !== relation) said.set(personId, relation);
  }
  return said;
}

async function findMembership(ctx: Context, id: string): Promise<Membership> {
  const wall = await heldAt('household.read').query(askerOf(ctx));
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...(wall ? [wall] : [])] };
  const found = isUuid(id)
    ? await (await ctx.em()).findOne(Membership, where as never, { populate: ['person'] } as never)
    : null;
  if (!found) throw notFound({ zh: '成员记录', en: 'membership' });
  return found as Membership;
}
