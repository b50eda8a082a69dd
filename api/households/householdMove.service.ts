import { actorOf, type Context, demand } from '../access/index.js';
import { Check, type Day, ErrorCode, mistake, newId, notFound, stale } from '../kernel/index.js';
import { findStanding, type StationPort } from '../tenancy/index.js';
import { tellMoved } from './followed.js';
import { Household } from './household.js';
import { checkDay, findAnyHousehold, lockHousehold, struckOff } from './household.service.js';
import type { HouseholdMoveInput } from './householdChange.input.js';
import { HouseholdChange } from './householdChange.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { Membership } from './membership.js';
import { Person } from './person.js';
import { stationRef } from './register.js';

/**
 * Moves a household to another station from a day. Its dated rows and its people are seen from there at once, while every past day
 * still counts it where it stood then. It takes the right to move at both ends, which across towns the county's administrator holds.
 */
export async function moveHousehold(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdMoveInput,
): Promise<Household> {
  const em = await ctx.em();
  const actor = actorOf(ctx);
  const household = await lockedHousehold(ctx, id, version);
  const station = await findStanding(ctx, input.stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actor, 'household.move', { stationId: station.id });
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const address = input.address === undefined ? household.address : check.optionalText('address', input.address, 100);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  check.that(station.id !== household.station.id, 'stationId', ErrorCode.WRONG_STATE, {
    zh: '该户已在此处。',
    en: 'The household stands there already.',
  });
  check.that(station.closedOn === null || station.closedOn > ctx.today, 'stationId', ErrorCode.INVALID, {
    zh: '该单位已撤销，请选择承接单位。',
    en: 'This station was closed; choose the one that took over.',
  });
  const place = await openPlace(ctx, household);
  check.that(!place || from > place.validFrom, 'from', ErrorCode.OUT_OF_RANGE, {
    zh: `须晚于上次迁入日期 ${place?.validFrom}。`,
    en: `It must be after the last move, on ${place?.validFrom}.`,
  });
  check.done();
  ctx.note({ act: 'householdMove', reason });
  household.address = address;
  await relocate(ctx, [household], station.id, { from, reason });
  await em.flush();
  return household;
}

async function lockedHousehold(ctx: Context, id: string, version: number): Promise<Household> {
  await lockHousehold(ctx, id);
  const household = await findAnyHousehold(ctx, id);
  demand(actorOf(ctx), 'household.move', { stationId: household.station.id });
  if (household.version !== version) throw stale(household.version);
  if (household.isClosed) throw mistake(null, ErrorCode.WRONG_STATE, struckOff);
  return household;
}

async function openPlace(ctx: Context, household: Household): Promise<HouseholdPlace | null> {
  const of = { tenantId: household.tenantId, household: [household.tenantId, household.id] as never, validTo: null };
  return (await ctx.em()).findOne(HouseholdPlace, of);
}

/** Writes the station of households, of their dated rows and of their people, and where they stand from a day; the place before ends first. */
async function relocate(
  ctx: Context,
  households: readonly Household[],
  stationId: string,
  { from, reason }: { from: Day; reason: string },
): Promise<void> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const station = stationRef(em, tenantId, stationId);
  const of = { tenantId, household: { tenantId, id: { $in: households.map(({ id }) => id) } } } as never;
  const places = await em.find(HouseholdPlace, of);
  const people = await em.find(Person, of);
  for (const one of [
    ...households,
    ...places,
    ...(await em.find(Membership, of)),
    ...(await em.find(HouseholdStatus, of)),
    ...(await em.find(HouseholdChange, of)),
    ...people,
  ])
    one.station = station;
  for (const place of places)
    if (place.validTo === null) place.validTo = from > place.validFrom ? from : place.validFrom;
  await em.flush();
  for (const household of households) {
    em.persist(
      em.create(HouseholdPlace, {
        tenantId,
        id: newId(),
        household: household as never,
        station,
        place: station,
        validFrom: from,
        reason,
      }),
    );
  }
  const [householdIds, personIds] = [households, people].map((some) => some.map(({ id }) => id)) as [
    string[],
    string[],
  ];
  await tellMoved(ctx, { householdIds, personIds, station });
}

/** How many households are handed over in one flush. */
const portion = 200;

/** What closing or merging a station asks of the register: the households that stand there move to the station that takes over. */
export const householdsPort: StationPort = {
  says: { zh: '户', en: 'households' },
  are: 'households',
  counted: (open) => ({ zh: `${open} 户`, en: `${open} households` }),

  async count(ctx, stationIds) {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    const at = { tenantId, station: { tenantId, id: { $in: [...stationIds] } } } as never;
    const all = await em.count(Household, at);
    return { all, open: await em.count(Household, { $and: [at, { isClosed: false }] } as never) };
  },

  async handOver(ctx, fromId, toId, day, reason) {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    const at = { tenantId, station: { tenantId, id: fromId } } as never;
    const households = await em.find(Household, { $and: [at, { isClosed: false }] } as never, {
      orderBy: { code: 'asc' },
    });
    for (let start = 0; start < households.length; start += portion) {
      await relocate(ctx, households.slice(start, start + portion), toId, { from: day, reason });
      await em.flush();
    }
    const others = await em.find(Person, at);
    const station = stationRef(em, tenantId, toId);
    for (const person of others) person.station = station;
    await em.flush();
    await tellMoved(ctx, { householdIds: [], personIds: others.map(({ id }) => id), station });
    return households.length;
  },
};
