import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, idempotent } from '../access/index.js';
import { findPerson, type Person, stationRef } from '../households/index.js';
import { Check, type Day, ErrorCode, mistake, newId, notFound, stale } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { directory, findStanding, StationLevel } from '../tenancy/index.js';
import { findRead, keyOf } from './found.js';
import { checkPast } from './knowHowHolder.service.js';
import type { TrainingDemandCreateInput, TrainingMenuItemCreateInput } from './trainingDemand.input.js';
import { TrainingDemand, TrainingDemandState, TrainingPriority } from './trainingDemand.js';
import { TrainingMenuItem } from './trainingMenuItem.js';

export const demandNoun = { zh: '需求', en: 'wish' };

/** Puts something on the menu of a county or town. */
export async function createMenuItem(
  ctx: Context,
  input: TrainingMenuItemCreateInput,
  key?: string | null,
): Promise<TrainingMenuItem> {
  const { station } = (await directory(ctx)).need(input.stationId);
  const { tenantId } = actorOf(ctx);
  demand(actorOf(ctx), 'training.edit', { stationId: station.id });
  const em = await ctx.em();
  const check = new Check();
  const title = check.text('title', input.title, 60);
  check.that(station.level !== StationLevel.VILLAGE, 'stationId', ErrorCode.INVALID, {
    zh: '菜单由县或镇提供，村居从中点菜。',
    en: 'A county or town offers the menu; villages choose from it.',
  });
  check.done();
  ctx.note({ act: 'trainingMenuItemCreate' });
  return idempotent(ctx, {
    key,
    act: 'trainingMenuItemCreate',
    input,
    make: async () => {
      const item = registerMenuItem(em, tenantId, station.id, { title, category: input.category });
      await em.flush().catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? titleTaken() : error;
      });
      return item;
    },
    find: (id) => findMenuItem(ctx, id),
  });
}

/** Enters something on the menu; the caller flushes. */
export function registerMenuItem(
  em: EntityManager,
  tenantId: number,
  stationId: string,
  made: Pick<TrainingMenuItem, 'title' | 'category'>,
): TrainingMenuItem {
  const station = stationRef(em, tenantId, stationId);
  const item = em.create(TrainingMenuItem, { tenantId, id: newId(), station, ...made });
  em.persist(item);
  return item;
}

/** Takes something off the menu; wishes that were made for it stay. */
export async function closeMenuItem(ctx: Context, given: { id: string; version: number }): Promise<TrainingMenuItem> {
  const item = await findMenuItem(ctx, given.id);
  demand(actorOf(ctx), 'training.edit', { stationId: item.station.id });
  if (item.version !== given.version) throw stale(item.version);
  if (item.isClosed)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '已经下架。', en: 'It is off the menu already.' });
  ctx.note({ act: 'trainingMenuItemClose' });
  item.isClosed = true;
  await (await ctx.em()).flush();
  return item;
}

/** Enters the wish of a person, or of a village for some of its people. */
export async function createDemand(
  ctx: Context,
  input: TrainingDemandCreateInput,
  key?: string | null,
): Promise<TrainingDemand> {
  const { person, stationId } = await whoAsks(ctx, input);
  demand(actorOf(ctx), 'training.enrol', { stationId });
  const item = await findMenuItem(ctx, input.itemId);
  const em = await ctx.em();
  const check = new Check();
  const askedOn = input.askedOn ?? ctx.today;
  checkPast(check, 'askedOn', askedOn, ctx.today);
  check.range('people', input.people, 1, person ? 1 : 10_000);
  check.that(!item.isClosed, 'itemId', ErrorCode.WRONG_STATE, {
    zh: '该菜单项已下架，不能再点。',
    en: 'It is off the menu and can no longer be asked for.',
  });
  const ofAsker = person ? { person: keyOf(person) } : { person: null, station: keyOf({ ...item, id: stationId }) };
  const open = { state: { $in: [TrainingDemandState.REQUESTED, TrainingDemandState.SCHEDULED] } };
  const isFree = async () =>
    (await em.count(TrainingDemand, { item: keyOf(item), ...ofAsker, ...open } as never)) === 0;
  check.done();
  ctx.note({ act: 'trainingDemandCreate' });
  return idempotent(ctx, {
    key,
    act: 'trainingDemandCreate',
    input,
    make: async () => {
      if (!(await isFree())) throw askedAlready();
      const priority = input.priority ?? TrainingPriority.USUAL;
      const made = { item, person, stationId, people: input.people ?? 1, priority, askedOn };
      const wish = registerDemand(em, made);
      await em.flush().catch((error: unknown) => {
        throw error instanceof UniqueConstraintViolationException ? askedAlready() : error;
      });
      return wish;
    },
    find: (id) => findRead(ctx, TrainingDemand, id, demandNoun),
  });
}

/** Enters a wish; the caller flushes. */
export function registerDemand(
  em: EntityManager,
  made: {
    item: TrainingMenuItem;
    person: Person | null;
    stationId: string;
    people: number;
    priority: TrainingPriority;
    askedOn: Day;
  },
): TrainingDemand {
  const { stationId, ...rest } = made;
  const { tenantId } = made.item;
  const station = stationRef(em, tenantId, stationId);
  const wish = em.create(TrainingDemand, { ...rest, tenantId, id: newId(), station } as never);
  em.persist(wish);
  return wish;
}

async function whoAsks(
  ctx: Context,
  input: TrainingDemandCreateInput,
): Promise<{ person: Person | null; stationId: string }> {
  if (Boolean(input.personId) === Boolean(input.stationId))
    throw mistake(['input', 'personId'], ErrorCode.REQUIRED, {
      zh: '请选择提出人，或提出需求的村居，二者取一。',
      en: 'Choose either the person or the village that asks.',
    });
  if (input.personId) {
    const person = await findPerson(ctx, input.personId);
    return { person, stationId: person.station.id };
  }
  const station = await findStanding(ctx, input.stationId ?? '');
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  return { person: null, stationId: station.id };
}

/** Something on the county's menu; NOT_FOUND otherwise. */
export async function findMenuItem(ctx: Context, id: string): Promise<TrainingMenuItem> {
  const { tenantId } = actorOf(ctx);
  const found = isUuid(id) ? await (await ctx.em()).findOne(TrainingMenuItem, { tenantId, id }) : null;
  if (!found) throw notFound({ zh: '菜单项', en: 'thing on the menu' });
  return found;
}

function titleTaken(): Error {
  return mistake(['input', 'title'], ErrorCode.TAKEN, {
    zh: '该单位的菜单上已有同名项目。',
    en: 'The station has something of this name on its menu already.',
  });
}

function askedAlready(): Error {
  return mistake(['input', 'itemId'], ErrorCode.TAKEN, {
    zh: '同一需求已经提出，尚未办结。',
    en: 'The same wish was made already and is still open.',
  });
}
