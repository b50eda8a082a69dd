import { actorOf, type Context, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, newId, notFound } from '../kernel/index.js';
import { fromElsewhere, tellMoved } from './followed.js';
import type { Household } from './household.js';
import { checkDay, checkedCode, holdHousehold, nextCode } from './household.service.js';
import type { HouseholdMergeInput, HouseholdSplitInput } from './householdChange.input.js';
import { type ChangedRows, HouseholdChange, HouseholdChangeKind } from './householdChange.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { findChange } from './householdUndo.service.js';
import type { MemberInput, SpanEndInput } from './membership.input.js';
import { type Membership, Relation } from './membership.js';
import { checkEnd, membersToday } from './membership.service.js';
import { join, leave, registerHousehold } from './register.js';

/** Lets some members found a household of their own at the same station; once per key. */
export async function splitHousehold(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdSplitInput,
  key?: string | null,
): Promise<HouseholdChange> {
  return idempotent(ctx, {
    key,
    act: 'householdSplit',
    input: { id, input },
    make: () => makeSplit(ctx, id, version, input),
    find: (changeId) => findChange(ctx, changeId),
  });
}

async function makeSplit(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdSplitInput,
): Promise<HouseholdChange> {
  const em = await ctx.em();
  const household = await holdHousehold(ctx, id, version);
  const { tenantId } = household;
  const members = await membersToday(ctx, household);
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const address = check.optionalText('address', input.address, 100);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  const asked = await checkedCode(em, check, tenantId, input.code);
  const going = goingOf(check, members, input.members);
  for (const [one] of going) checkEnd(check, 'from', from, one);
  check.done();
  ctx.note({ act: 'householdSplit', reason });
  const code = asked ?? (await nextCode(ctx, household.station.id));
  const founded = registerHousehold(em, {
    tenantId,
    stationId: household.station.id,
    code,
    address: address ?? household.address,
    from,
    isInvented: household.isInvented,
  });
  const rows = emptyRows();
  await transfer(ctx, household, founded, going, { from, reason, rows });
  return note(ctx, { kind: HouseholdChangeKind.SPLIT, household, other: founded, from, reason, rows });
}

/** Who goes and as what: members of today, each once, one of them the head, and not all of them. */
function goingOf(
  check: Check,
  members: readonly Membership[],
  asked: readonly MemberInput[],
): [Membership, Relation][] {
  const going = asked.map(({ personId, relation }): [Membership, Relation] => {
    const member = members.find((one) => one.person.id === personId);
    if (!member) throw notFound({ zh: '成员', en: 'member' });
    return [member, relation];
  });
  const heads = going.filter(([, relation]) => relation === Relation.HEAD);
  check.that(new Set(going.map(([one]) => one)).size === going.length, 'members', ErrorCode.INVALID, {
    zh: '同一成员只能填写一次。',
    en: 'A member is named twice.',
  });
  check.that(heads.length === 1, 'members', ErrorCode.INVALID, {
    zh: '分出成员中须有且只有一位户主。',
    en: 'One of those who go, and only one, is the head.',
  });
  check.that(going.length < members.length, 'members', ErrorCode.INVALID, {
    zh: '至少一位成员留在原户；全部迁出请用整户迁移。',
    en: 'At least one member stays; to move them all, move the household.',
  });
  return going;
}

/** Lets a household be taken in by another, and strikes it off. */
export async function mergeHousehold(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdMergeInput,
): Promise<HouseholdChange> {
  for (const one of [id, input.intoId].sort()) await holdHousehold(ctx, one, null);
  const absorbed = await holdHousehold(ctx, id, version);
  const into = await holdHousehold(ctx, input.intoId, null);
  const [members, there] = [await membersToday(ctx, absorbed), await membersToday(ctx, into)];
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  check.that(into !== absorbed, 'intoId', ErrorCode.INVALID, {
    zh: '不能并入本户。',
    en: 'A household is not taken in by itself.',
  });
  for (const { personId } of input.relations)
    if (!members.some((one) => one.person.id === personId)) throw notFound({ zh: '成员', en: 'member' });
  const going = members.map((one): [Membership, Relation] => {
    return [one, input.relations.find(({ personId }) => personId === one.person.id)?.relation ?? Relation.OTHER];
  });
  const heads = [...there.map((one) => one.relation), ...going.map(([, relation]) => relation)];
  check.that(heads.filter((one) => one === Relation.HEAD).length <= 1, 'relations', ErrorCode.INVALID, {
    zh: '户主只有一位。',
    en: 'There is but one head.',
  });
  for (const one of members) checkEnd(check, 'from', from, one);
  check.done();
  ctx.note({ act: 'householdMerge', reason });
  const rows = emptyRows();
  await transfer(ctx, absorbed, into, going, { from, reason, rows });
  await closeRows(ctx, absorbed, { from, reason, rows });
  return note(ctx, { kind: HouseholdChangeKind.MERGE, household: into, other: absorbed, from, reason, rows });
}

/** Strikes a household off the register: whoever still belongs to it leaves it, and what holds of it ends. */
export async function closeHousehold(
  ctx: Context,
  id: string,
  version: number,
  input: SpanEndInput,
): Promise<HouseholdChange> {
  const household = await holdHousehold(ctx, id, version);
  const members = await membersToday(ctx, household);
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const from = input.on ?? ctx.today;
  checkDay(check, 'on', from, ctx.today);
  for (const one of members) checkEnd(check, 'on', from, one);
  check.done();
  ctx.note({ act: 'householdClose', reason });
  const rows = emptyRows();
  for (const one of members) {
    rows.ended.push({ id: one.id, reason: one.reason });
    leave(household, one, { on: from, reason });
  }
  await closeRows(ctx, household, { from, reason, rows });
  return note(ctx, { kind: HouseholdChangeKind.CLOSE, household, other: null, from, reason, rows });
}

interface Doing {
  from: Day;
  reason: string;
  rows: ChangedRows;
}

function emptyRows(): ChangedRows {
  return { ended: [], made: [], statuses: [], places: [] };
}

/** Members leave one household and join another on a day; leaving is written first, for nobody belongs to two. */
async function transfer(
  ctx: Context,
  left: Household,
  joined: Household,
  going: readonly (readonly [Membership, Relation])[],
  { from, reason, rows }: Doing,
): Promise<void> {
  const em = await ctx.em();
  for (const [one] of going) {
    rows.ended.push({ id: one.id, reason: one.reason });
    leave(left, one, { on: from, reason });
  }
  await em.flush();
  const people = going.map(([one]) => one.person.unwrap());
  const personIds = fromElsewhere(people, joined);
  for (const [one, relation] of going)
    rows.made.push(join(em, joined, one.person.unwrap(), { relation, from, reason }).id);
  await em.flush();
  await tellMoved(ctx, { householdIds: [], personIds, station: joined.station as never });
}

/** Ends what still holds of a household that is struck off: its statuses and its place. */
async function closeRows(ctx: Context, household: Household, { from, reason, rows }: Doing): Promise<void> {
  const em = await ctx.em();
  const { tenantId, id } = household;
  const open = { tenantId, household: [tenantId, id] as never, validTo: null };
  const end = (one: HouseholdStatus | HouseholdPlace) => {
    const ended = { id: one.id, reason: one.reason };
    Object.assign(one, { validTo: from > one.validFrom ? from : one.validFrom, reason });
    return ended;
  };
  rows.statuses.push(...(await em.find(HouseholdStatus, open)).map(end));
  rows.places.push(...(await em.find(HouseholdPlace, open)).map(end));
  household.isClosed = true;
  household.changedAt = new Date();
  await em.flush();
}

async function note(
  ctx: Context,
  done: Doing & { kind: HouseholdChangeKind; household: Household; other: Household | null },
): Promise<HouseholdChange> {
  const em = await ctx.em();
  const { kind, household, other, from, reason, rows } = done;
  const change = em.create(HouseholdChange, {
    tenantId: household.tenantId,
    id: newId(),
    household: household as never,
    other: other as never,
    station: household.station as never,
    kind,
    validFrom: from,
    reason,
    rows,
    enteredBy: actorOf(ctx).account,
  });
  em.persist(change);
  await em.flush();
  return change;
}
