import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, notFound, stale } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory, findStanding } from '../tenancy/index.js';
import type { HouseholdCreateInput } from './household.input.js';
import { Household } from './household.js';
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

/** A household within the asker's reach; NOT_FOUND otherwise. */
export async function findHousehold(ctx: Context, id: string): Promise<Household> {
  const walls = await conditionsOf(householdList, askerOf(ctx), { isClosed: null });
  const found = isUuid(id) ? await (await ctx.em()).findOne(Household, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound({ zh: '户', en: 'household' });
  return found;
}

/** A household in hand for a change: within reach, where the asker keeps the register, in the version that was seen. */
export async function holdHousehold(ctx: Context, id: string, version: number | null): Promise<Household> {
  const em = await ctx.em();
  if (isUuid(id))
    await em.execute('select 1 from household where tenant_id = ? and id = ? for update', [actorOf(ctx).tenantId, id]);
  const household = await findHousehold(ctx, id);
  demand(actorOf(ctx), 'household.edit', { stationId: household.station.id });
  if (version !== null && household.version !== version) throw stale(household.version);
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

async function checkedCode(
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
