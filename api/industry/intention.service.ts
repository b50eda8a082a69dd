import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, hold, idempotent } from '../access/index.js';
import { findHousehold, stationRef } from '../households/index.js';
import { Check, type Day, ErrorCode, mistake, newId, notFound, type QuantityInput } from '../kernel/index.js';
import { directory, StationLevel } from '../tenancy/index.js';
import { inThousandths, thousandths } from './amount.js';
import type { DistributionItem } from './distributionItem.js';
import { findItem, wrongUnit } from './find.js';
import type { IntentionCreateInput, IntentionUpdateInput, VillageSpecialtyCreateInput } from './intention.input.js';
import { Intention, SpecialtyItem, SpecialtyState, VillageSpecialty } from './intention.js';
import { intentionList, villageSpecialtyList } from './intention.list.js';
import { registerIntention } from './register.js';

/** Enters what a household would like; of each item once a year, and once per key. */
export async function createIntention(
  ctx: Context,
  input: IntentionCreateInput,
  key?: string | null,
): Promise<Intention> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const make = async (): Promise<Intention> => {
    const household = await findHousehold(ctx, input.householdId);
    demand(actorOf(ctx), 'industry.enrol', { stationId: household.station.id });
    const item = await findItem(ctx, input.itemId);
    const check = new Check();
    const note = check.optionalText('note', input.note, 200);
    checkYear(check, input.year, ctx.today);
    checkQuantity(check, item, input.quantity, { isZeroFine: false });
    const same = { tenantId, household: { tenantId, id: household.id }, item: { tenantId, id: item.id } };
    const isKnown = (await em.count(Intention, { ...same, year: input.year } as never)) > 0;
    check.that(!isKnown, 'itemId', ErrorCode.TAKEN, {
      zh: '这户该年度已登记过这个品目，请修改原记录。',
      en: 'The household was asked about this item for that year; change what was entered.',
    });
    check.done();
    ctx.note({ act: 'intentionCreate' });
    const { amount, unit } = input.quantity;
    const said = { year: input.year, amount: thousandths(amount), unit, note };
    const made = registerIntention(em, { household, item, ...said });
    await em.flush();
    return made;
  };
  const find = (id: string) => em.findOneOrFail(Intention, { tenantId, id });
  return idempotent(ctx, { key, act: 'intentionCreate', input, make, find });
}

/** Changes what a household would like. */
export async function updateIntention(
  ctx: Context,
  id: string,
  version: number,
  input: IntentionUpdateInput,
): Promise<Intention> {
  const says = { zh: '意愿', en: 'intention' };
  const intention = await hold(ctx, intentionList, { id, version, says, permission: 'industry.enrol' });
  const check = new Check();
  const item = await findItem(ctx, intention.item.id);
  checkQuantity(check, item, input.quantity, { isZeroFine: true });
  if (input.note !== undefined) intention.note = check.optionalText('note', input.note, 200);
  check.done();
  ctx.note({ act: 'intentionUpdate' });
  intention.amount = thousandths(input.quantity.amount);
  intention.unit = input.quantity.unit;
  await (await ctx.em()).flush();
  return intention;
}

function checkYear(check: Check, year: number, today: Day): void {
  check.range('year', year, 2010, Number(today.slice(0, 4)) + 2);
}

function checkQuantity(
  check: Check,
  item: DistributionItem,
  { amount, unit }: QuantityInput,
  { isZeroFine }: { isZeroFine: boolean },
): void {
  const wrong = wrongUnit(item, unit);
  if (wrong) check.add('quantity.unit', ErrorCode.INVALID, wrong);
  check.that(isZeroFine || inThousandths(amount) > 0n, 'quantity.amount', ErrorCode.OUT_OF_RANGE, {
    zh: '数量须大于零。',
    en: 'More than nothing.',
  });
}

/** Proposes what a village shall go in for; one specialty a year, of one item or several. Once per key. */
export async function createSpecialty(
  ctx: Context,
  input: VillageSpecialtyCreateInput,
  key?: string | null,
): Promise<VillageSpecialty> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const make = async (): Promise<VillageSpecialty> => {
    const village = (await directory(ctx)).get(input.stationId)?.station;
    if (!village) throw notFound({ zh: '单位', en: 'station' });
    demand(actorOf(ctx), 'industry.edit', { stationId: village.id });
    const items: DistributionItem[] = [];
    for (const id of new Set(input.itemIds)) items.push(await findItem(ctx, id));
    const check = new Check();
    const note = check.optionalText('note', input.note, 200);
    checkYear(check, input.year, ctx.today);
    check.that(village.level === StationLevel.VILLAGE, 'stationId', ErrorCode.INVALID, {
      zh: '特色产业按村居确定。',
      en: 'A specialty is a village’s.',
    });
    check.that(items.length > 0 && items.length <= 10, 'itemIds', ErrorCode.OUT_OF_RANGE, {
      zh: '请选择 1 至 10 个品目。',
      en: 'Choose 1 to 10 items.',
    });
    const sameYear = { tenantId, station: { tenantId, id: village.id } as never, year: input.year };
    check.that((await em.count(VillageSpecialty, sameYear)) === 0, 'year', ErrorCode.TAKEN, {
      zh: '该村居这一年度已有特色产业。',
      en: 'The village has a specialty for that year already.',
    });
    check.done();
    ctx.note({ act: 'villageSpecialtyCreate' });
    const station = stationRef(em, tenantId, village.id);
    const made = registerSpecialty(em, { tenantId, station, year: input.year, note, items });
    await em.flush();
    return made;
  };
  const find = (id: string) => em.findOneOrFail(VillageSpecialty, { tenantId, id });
  return idempotent(ctx, { key, act: 'villageSpecialtyCreate', input, make, find });
}

interface NewSpecialty {
  tenantId: number;
  station: never;
  year: number;
  note: string | null;
  items: readonly DistributionItem[];
  state?: SpecialtyState;
}

/** A village's specialty with its items; the caller flushes. */
export function registerSpecialty(em: EntityManager, { items, ...made }: NewSpecialty): VillageSpecialty {
  const specialty = em.create(VillageSpecialty, { id: newId(), ...made });
  em.persist(specialty);
  const { tenantId, station } = made;
  for (const item of items) {
    const relations = { specialty, item, station } as object;
    em.persist(em.create(SpecialtyItem, { tenantId, id: newId(), ...relations } as never) as SpecialtyItem);
  }
  return specialty;
}

/** Settles a specialty that was proposed. */
export async function adoptSpecialty(ctx: Context, id: string, version: number): Promise<VillageSpecialty> {
  const says = { zh: '特色产业', en: 'specialty' };
  const specialty = await hold(ctx, villageSpecialtyList, { id, version, says, permission: 'industry.edit' });
  if (specialty.state === SpecialtyState.ADOPTED)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '已经确定。', en: 'It is settled already.' });
  ctx.note({ act: 'villageSpecialtyAdopt' });
  specialty.state = SpecialtyState.ADOPTED;
  await (await ctx.em()).flush();
  return specialty;
}
