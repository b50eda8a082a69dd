import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand, idempotent, lockRecord, type Permission } from '../access/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, notFound, stale } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { directory, findStanding } from '../tenancy/index.js';
import type { HouseholdCreateInput } from './household.input.js';
import { Household } from './household.js';
import type { HouseholdUpdateInput } from './householdChange.input.js';
import { householdList } from './lists.js';
import { registerHousehold } from './register.js';

/** Enters a household at a station where the asker keeps the register; once per key. */
export async function createHousehold(
  ctx: Context,
  input: HouseholdCreateInput,
  key?: string | null,
): Promise<Household> {
  const { tenantId } = actorOf(ctx);
  const station = await findStanding(ctx, input.stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'household.edit', { stationId: station.id });
  const em = await ctx.em();
  const check = new Check();
  const address = check.optionalText('address', input.address, 100);
  const from = input.from ?? ctx.today;
  checkDay(check, 'from', from, ctx.today);
  check.that(station.closedOn === null || station.closedOn > ctx.today, 'stationId', ErrorCode.INVALID, {
    zh: `该单位已于 ${station.closedOn} 撤销，请选择承接单位。`,
    en: `This station was closed on ${station.closedOn}; choose the one that took over.`,
  });
  const asked = await checkedCode(em, check, tenantId, input.code);
  check.done();
  ctx.note({ act: 'householdCreate' });
  return idempotent(ctx, {
    key,
    act: 'householdCreate',
    input,
    make: async () => {
      const code = asked ?? (await nextCode(ctx, station.id));
      const household = registerHousehold(em, { tenantId, stationId: station.id, code, address, from });
      await em.flush();
      return household;
    },
    find: (id) => findHousehold(ctx, id),
  });
}

/** A household of the register within the asker's reach, which is not struck off; NOT_FOUND otherwise. */
export async function findHousehold(ctx: Context, id: string): Promise<Household> {
  const household = await findAnyHousehold(ctx, id);
  if (household.isClosed) throw notFound(noun);
  return household;
}

/** A household within the asker's reach, struck off or not. */
export async function findAnyHousehold(ctx: Context, id: string): Promise<Household> {
  const walls = await Promise.all(householdList.walls.map((wall) => wall.query(askerOf(ctx))));
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...walls.filter((wall) => wall !== null)] };
  const found = isUuid(id) ? await (await ctx.em()).findOne(Household, where as never) : null;
  if (!found) throw notFound(noun);
  return found;
}

/** A household in hand for a change: within reach, not struck off, where the asker has the right, in the version that was seen. */
export async function holdHousehold(
  ctx: Context,
  id: string,
  version: number | null,
  permission: Permission = 'household.edit',
): Promise<Household> {
  const household = await holdAnyHousehold(ctx, id, version, permission);
  if (household.isClosed) throw mistake(null, ErrorCode.WRONG_STATE, struckOff);
  return household;
}

/** As `holdHousehold`, of a household that may be struck off. */
export async function holdAnyHousehold(
  ctx: Context,
  id: string,
  version: number | null,
  permission: Permission = 'household.edit',
): Promise<Household> {
  await lockHousehold(ctx, id);
  const household = await findAnyHousehold(ctx, id);
  demand(actorOf(ctx), permission, { stationId: household.station.id });
  if (version !== null && household.version !== version) throw stale(household.version);
  return household;
}

/** Makes whoever else changes the household wait until this operation ends. */
export async function lockHousehold(ctx: Context, id: string): Promise<void> {
  await lockRecord(ctx, Household, id);
}

/** What is said of a household that is struck off where it may be named. */
export const struckOff: Message = { zh: '该户已注销。', en: 'It is struck off the register.' };

const noun: Message = { zh: '户', en: 'household' };

/** Corrects what stands in the household's row; where it stands and who belongs to it have acts of their own. */
export async function updateHousehold(
  ctx: Context,
  id: string,
  version: number,
  input: HouseholdUpdateInput,
): Promise<Household> {
  const em = await ctx.em();
  const household = await holdHousehold(ctx, id, version);
  const check = new Check();
  if (input.code !== undefined && input.code !== household.code) {
    check.text('code', input.code, 20);
    const code = await checkedCode(em, check, household.tenantId, input.code);
    if (code !== null) household.code = code;
  }
  if (input.address !== undefined) household.address = check.optionalText('address', input.address, 100);
  check.done();
  ctx.note({ act: 'householdUpdate' });
  await em.flush();
  return household;
}

/** A day of the register is neither in the future nor before living memory. */
export function checkDay(check: Check, field: string, day: Day, today: Day): void {
  check.that(day <= today, field, ErrorCode.OUT_OF_RANGE, {
    zh: '日期不能晚于今天。',
    en: 'The day cannot be later than today.',
  });
  check.that(day >= '1900-01-01', field, ErrorCode.OUT_OF_RANGE, { zh: '日期过早。', en: 'The day is too early.' });
}

/** The number that is asked for, which nobody has; null where none is asked for. */
export async function checkedCode(
  em: EntityManager,
  check: Check,
  tenantId: number,
  given: string | null | undefined,
): Promise<string | null> {
  const code = check.optionalText('code', given, 20);
  if (code === null) return null;
  check.that(/^[\dA-Za-z-]+$/.test(code), 'code', ErrorCode.INVALID, {
    zh: '户编号只用字母、数字和连字符。',
    en: 'The number of a household is made of letters, digits and hyphens.',
  });
  const [taken] = await em.execute('select 1 from household where tenant_id = ? and code = ?', [tenantId, code]);
  check.that(!taken, 'code', ErrorCode.TAKEN, {
    zh: '本县已有这个户编号。',
    en: 'The county has this number already.',
  });
  return code;
}

/** The next free number of a station: its code and four digits. Two clerks at once are given two. */
export async function nextCode(ctx: Context, stationId: string): Promise<string> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const { code } = (await directory(ctx)).need(stationId).station;
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [tenantId, code]);
  const sql = `select max(code) as last from household where tenant_id = ? and code >= ? and code < ? and length(code) = ?`;
  const [row] = (await em.execute(sql, [tenantId, code, `${code}:`, code.length + 4])) as { last: string | null }[];
  const number = Number(row?.last?.slice(code.length) ?? 0) || 0;
  return `${code}${String(number + 1).padStart(4, '0')}`;
}
