import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, idempotent } from '../access/index.js';
import { findPerson, type Household, type Person } from '../households/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, newId } from '../kernel/index.js';
import { findRead, holdRead } from './found.js';
import type { KnowHowHolderConfirmInput, KnowHowHolderCreateInput } from './knowHowHolder.input.js';
import { KnowHowHolder, KnowHowState } from './knowHowHolder.js';

const noun = { zh: '科技明白人', en: 'know-how holder' };

/** Marks a member of a household as its know-how holder; a household has one at a time. */
export async function createKnowHowHolder(
  ctx: Context,
  input: KnowHowHolderCreateInput,
  key?: string | null,
): Promise<KnowHowHolder> {
  const person = await findPerson(ctx, input.personId);
  demand(actorOf(ctx), 'training.enrol', { stationId: person.station.id });
  const em = await ctx.em();
  const check = new Check();
  const topic = check.text('topic', input.topic, 60);
  checkPast(check, 'trainedOn', input.trainedOn, ctx.today);
  const household = person.household ?? null;
  check.that(household !== null, 'personId', ErrorCode.INVALID, {
    zh: '干部不属于任何户，不能登记为科技明白人。',
    en: 'A cadre belongs to no household and cannot be its know-how holder.',
  });
  check.done();
  ctx.note({ act: 'knowHowHolderCreate' });
  return idempotent(ctx, {
    key,
    act: 'knowHowHolderCreate',
    input,
    make: async () => {
      const { tenantId } = actorOf(ctx);
      const ofHousehold = { tenantId, id: household?.id ?? '' };
      const standing = { tenantId, household: ofHousehold as never, state: { $ne: KnowHowState.ENDED } };
      if ((await em.count(KnowHowHolder, standing)) > 0) throw hasOne();
      const holder = registerKnowHowHolder(em, person, { topic, trainedOn: input.trainedOn });
      await em.flush().catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? hasOne() : error;
      });
      return holder;
    },
    find: (id) => findRead(ctx, KnowHowHolder, id, noun),
  });
}

/** Enters a mark for a member of a household; the caller flushes. */
export function registerKnowHowHolder(
  em: EntityManager,
  person: Person,
  made: { topic: string; trainedOn: Day; confirmedOn?: Day; assessor?: string },
): KnowHowHolder {
  const { confirmedOn = null, assessor = null, ...rest } = made;
  const state = confirmedOn === null ? KnowHowState.TRAINED : KnowHowState.CONFIRMED;
  const holder = em.create(KnowHowHolder, {
    ...rest,
    tenantId: person.tenantId,
    id: newId(),
    household: person.household as unknown as Household,
    person,
    station: person.station,
    state,
    confirmedOn,
    assessor,
  } as never);
  em.persist(holder);
  return holder;
}

/** An assessor's word makes a trained person the household's know-how holder. */
export async function confirmKnowHowHolder(
  ctx: Context,
  given: { id: string; version: number; input: KnowHowHolderConfirmInput },
): Promise<KnowHowHolder> {
  const holder = await holdRead(ctx, KnowHowHolder, { ...given, permission: 'training.edit', noun });
  const check = new Check();
  const assessor = check.text('assessor', given.input.assessor, 40);
  checkPast(check, 'on', given.input.on, ctx.today);
  check.that(given.input.on >= holder.trainedOn, 'on', ErrorCode.OUT_OF_RANGE, {
    zh: '认定日期不能早于培训日期。',
    en: 'It cannot be confirmed before the training.',
  });
  check.done();
  if (holder.state !== KnowHowState.TRAINED)
    throw wrongState({ zh: '只有“已培训”的可以认定。', en: 'Only a trained person can be confirmed.' });
  ctx.note({ act: 'knowHowHolderConfirm' });
  Object.assign(holder, { state: KnowHowState.CONFIRMED, assessor, confirmedOn: given.input.on });
  await (await ctx.em()).flush();
  return holder;
}

/** Ends a mark, for the person moved away or the household has somebody else. */
export async function endKnowHowHolder(
  ctx: Context,
  given: { id: string; version: number; reason: string },
): Promise<KnowHowHolder> {
  const holder = await holdRead(ctx, KnowHowHolder, { ...given, permission: 'training.enrol', noun });
  const check = new Check(null);
  const reason = check.text('reason', given.reason, 500);
  check.done();
  if (holder.state === KnowHowState.ENDED) throw wrongState({ zh: '已经终止。', en: 'It has ended already.' });
  ctx.note({ act: 'knowHowHolderEnd', reason });
  Object.assign(holder, { state: KnowHowState.ENDED, reason, endedOn: ctx.today });
  await (await ctx.em()).flush();
  return holder;
}

/** A day that has come. */
export function checkPast(check: Check, field: string, day: Day, today: Day): void {
  check.that(day <= today, field, ErrorCode.OUT_OF_RANGE, {
    zh: '日期不能晚于今天。',
    en: 'The day cannot be later than today.',
  });
}

function wrongState(says: Message): Error {
  return mistake(null, ErrorCode.WRONG_STATE, says);
}

function hasOne(): Error {
  return mistake(['input', 'personId'], ErrorCode.TAKEN, {
    zh: '该户已有科技明白人，一户一名；换人请先终止原来的。',
    en: 'The household has its know-how holder already, one to a household; end that mark first.',
  });
}
