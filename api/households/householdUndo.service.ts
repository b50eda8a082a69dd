import type { EntityMetadata } from '@mikro-orm/core';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { Check, ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { heldAt, isUuid } from '../reading/index.js';
import { fromElsewhere, tellMoved } from './followed.js';
import { Household } from './household.js';
import { holdAnyHousehold } from './household.service.js';
import { HouseholdChange, HouseholdChangeKind } from './householdChange.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { Membership, Relation } from './membership.js';
import { Person } from './person.js';
import { takeHead } from './register.js';

const hangs: Message = {
  zh: '此后又有与之相关的登记，不能撤销；请另行办理。',
  en: 'Something later hangs on it, and so it cannot be undone; enter what holds now instead.',
};

/** A change of households within the asker's reach; NOT_FOUND otherwise. */
export async function findChange(ctx: Context, id: string): Promise<HouseholdChange> {
  const wall = await heldAt('household.read').query(askerOf(ctx));
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...(wall ? [wall] : [])] };
  const found = isUuid(id) ? await (await ctx.em()).findOne(HouseholdChange, where as never) : null;
  if (!found) throw notFound({ zh: '户变更记录', en: 'change of a household' });
  return found;
}

/** Undoes a split, merger or striking off, as long as nothing that came later hangs on it. */
export async function undoChange(ctx: Context, id: string, reasonGiven: string): Promise<HouseholdChange> {
  const em = await ctx.em();
  const change = await findChange(ctx, id);
  const ids = [change.household.id, ...(change.other ? [change.other.id] : [])].sort();
  const held = new Map<string, Household>();
  for (const one of ids) held.set(one, await holdAnyHousehold(ctx, one, null));
  await em.refresh(change);
  const check = new Check(null);
  const reason = check.text('reason', reasonGiven, 200);
  check.done();
  if (change.undoneAt !== null)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '此变更已撤销。', en: 'It has been undone already.' });
  if (await isHungOn(ctx, change)) throw mistake(null, ErrorCode.WRONG_STATE, hangs);
  ctx.note({ act: 'householdChangeUndo', reason });
  const household = held.get(change.household.id) as Household;
  const other = change.other ? (held.get(change.other.id) as Household) : null;
  await putBack(ctx, change, household, other);
  change.undoneAt = new Date();
  change.undoneBy = actorOf(ctx).account;
  await em.flush();
  return change;
}

/** Puts the dated rows back as they were; what the act had made keeps no day. */
async function putBack(
  ctx: Context,
  change: HouseholdChange,
  household: Household,
  other: Household | null,
): Promise<void> {
  const em = await ctx.em();
  const { tenantId, rows, kind } = change;
  const of = (ids: readonly string[]) => ({ tenantId, id: { $in: [...ids] } });
  for (const made of await em.find(Membership, of(rows.made))) made.validTo = made.validFrom;
  const isFounded = kind === HouseholdChangeKind.SPLIT;
  if (isFounded && other) {
    const open = { tenantId, household: [tenantId, other.id] as never, validTo: null };
    for (const place of await em.find(HouseholdPlace, open)) place.validTo = place.validFrom;
    other.isClosed = true;
  }
  await em.flush();
  const back = kind === HouseholdChangeKind.MERGE ? (other as Household) : household;
  const ended = await em.find(Membership, of(rows.ended.map((row) => row.id)), { populate: ['person'] });
  const people = ended.map((one) => one.person.unwrap());
  const personIds = fromElsewhere(people, back);
  for (const person of people) {
    person.household = back as never;
    person.station = back.station;
  }
  reopen(ended, rows.ended);
  reopen(await em.find(HouseholdStatus, of(rows.statuses.map((row) => row.id))), rows.statuses);
  reopen(await em.find(HouseholdPlace, of(rows.places.map((row) => row.id))), rows.places);
  if (!isFounded) back.isClosed = false;
  await em.flush();
  await tellMoved(ctx, { householdIds: [], personIds, station: back.station as never });
  for (const one of other ? [household, other] : [household]) await takeHeadToday(ctx, one);
  household.changedAt = new Date();
}

function reopen(
  found: readonly { id: string; validTo: string | null; reason: string | null }[],
  rows: readonly { id: string; reason: string | null }[],
): void {
  for (const one of found) {
    one.validTo = null;
    one.reason = rows.find(({ id }) => id === one.id)?.reason ?? null;
  }
}

async function takeHeadToday(ctx: Context, household: Household): Promise<void> {
  const { tenantId, id } = household;
  const head = await (await ctx.em()).findOne(
    Membership,
    { tenantId, household: [tenantId, id] as never, relation: Relation.HEAD, validTo: null },
    { populate: ['person'] },
  );
  takeHead(household, head ? head.person.unwrap() : null);
}

/** Whether something was entered since that the households as they were would contradict, here or in any room above. */
async function isHungOn(ctx: Context, change: HouseholdChange): Promise<boolean> {
  const em = await ctx.em();
  const { tenantId, rows, createdAt, kind } = change;
  const ids = [change.household.id, ...(change.other ? [change.other.id] : [])];
  const of = (one: readonly string[]) => ({ tenantId, household: { tenantId, id: { $in: [...one] } } }) as never;
  const since = { createdAt: { $gt: createdAt } };
  const undone = { id: { $ne: change.id }, undoneAt: null, ...since };
  const asOther = { tenantId, other: { tenantId, id: { $in: ids } } } as never;
  const counts = [
    await em.count(HouseholdChange, { $and: [of(ids), undone] } as never),
    await em.count(HouseholdChange, { $and: [asOther, undone] } as never),
    await em.count(HouseholdPlace, { $and: [of(ids), since] } as never),
    await em.count(HouseholdStatus, { $and: [of(ids), since] } as never),
    await em.count(Membership, { $and: [of(ids), since, { id: { $nin: rows.made } }] } as never),
  ];
  if (counts.some((count) => count > 0)) return true;
  const made = await em.find(Membership, { tenantId, id: { $in: rows.made } });
  if (made.some((one) => one.validTo !== null)) return true;
  const ended = await em.find(Membership, { tenantId, id: { $in: rows.ended.map(({ id }) => id) } });
  const people = ended.map((one) => one.person.id);
  const elsewhere = { tenantId, person: { tenantId, id: { $in: people } }, validTo: null, id: { $nin: rows.made } };
  if ((await em.count(Membership, elsewhere as never)) > 0) return true;
  const touched = kind === HouseholdChangeKind.SPLIT && change.other ? [change.other.id] : ids;
  return isNamedAbove(ctx, touched, createdAt);
}

/** Whether a record of a room above that was made since names one of the households: what was given, owed or entered for it. */
async function isNamedAbove(ctx: Context, ids: readonly string[], since: Date): Promise<boolean> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const own = new Set<unknown>([HouseholdPlace, HouseholdStatus, HouseholdChange, Membership, Person]);
  for (const meta of em.getMetadata().getAll().values() as Iterable<EntityMetadata>) {
    if (own.has(meta.class)) continue;
    for (const relation of meta.relations.filter((one) => one.targetMeta?.class === Household)) {
      const named = { tenantId, [relation.name]: { tenantId, id: { $in: [...ids] } } };
      const later = 'createdAt' in meta.properties ? { createdAt: { $gt: since } } : {};
      if ((await em.count(meta.class as never, { ...named, ...later } as never)) > 0) return true;
    }
  }
  return false;
}
