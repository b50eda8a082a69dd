import { actorOf, type Context, idempotent } from '../access/index.js';
import { Check, ErrorCode, newId, pinyinOf } from '../kernel/index.js';
import { directory } from './directory.js';
import { levelBelow, Settlement, Station, StationLevel, StationName, StationParent } from './station.js';
import { checkDay, closedFault, codeFault, moveFault, namedStation, stationToChange } from './station.rules.js';
import type { StationCreateInput, StationMoveInput, StationRenameInput } from './stationAct.input.js';

/** Opens a station under a parent from a day. */
export async function createStation(ctx: Context, input: StationCreateInput, key?: string | null): Promise<Station> {
  const { tenantId } = actorOf(ctx);
  return idempotent(ctx, {
    key,
    act: 'stationCreate',
    input,
    make: () => makeStation(ctx, input),
    find: async (id) => (await ctx.em()).findOneOrFail(Station, { tenantId, id }),
  });
}

async function makeStation(ctx: Context, input: StationCreateInput): Promise<Station> {
  const actor = actorOf(ctx);
  const parent = namedStation(await directory(ctx, input.openedOn), actor, input.parentId);
  const em = await ctx.em();
  const check = new Check();
  const code = check.text('code', input.code, 12);
  const name = check.text('name', input.name, 60);
  const reason = check.text('reason', input.reason, 200);
  const fault = codeFault(code, parent);
  if (fault) check.add('code', ErrorCode.INVALID, fault);
  else if ((await em.count(Station, { tenantId: actor.tenantId, code })) > 0) {
    check.add('code', ErrorCode.TAKEN, { zh: '这个代码已有单位使用。', en: 'A station has this code already.' });
  }
  const level = levelBelow[parent.station.level] ?? StationLevel.VILLAGE;
  check.that(!input.settlement || level === StationLevel.VILLAGE, 'settlement', ErrorCode.INVALID, {
    zh: '只有村级才分村与社区。',
    en: 'Only the lowest level is a village or a community.',
  });
  check.that(parent.isOpen, 'parentId', ErrorCode.WRONG_STATE, {
    zh: '上级当日不在用。',
    en: 'The parent does not stand on that day.',
  });
  checkDay(check, 'openedOn', input.openedOn, { after: '1949-09-30', today: ctx.today, mayBeAhead: true });
  check.done();
  ctx.note({ act: 'stationCreate', reason });
  const settlement = level === StationLevel.VILLAGE ? (input.settlement ?? Settlement.VILLAGE) : null;
  const station = em.create(Station, {
    tenantId: actor.tenantId,
    id: newId(),
    code,
    level,
    settlement,
    openedOn: input.openedOn,
  });
  const dated = { tenantId: actor.tenantId, station, validFrom: input.openedOn, reason, enteredBy: actor.account };
  em.create(StationName, { ...dated, id: newId(), name, ...pinyinOf(name) });
  em.create(StationParent, {
    ...dated,
    id: newId(),
    parent: em.getReference(Station, [actor.tenantId, parent.station.id]),
  });
  await em.flush();
  ctx.forget();
  return station;
}

/** Gives a station a new name from a day; earlier days keep the old one. */
export async function renameStation(
  ctx: Context,
  id: string,
  version: number,
  input: StationRenameInput,
): Promise<Station> {
  const actor = actorOf(ctx);
  const station = await stationToChange(ctx, actor, id, version);
  const em = await ctx.em();
  const last = await em.findOneOrFail(StationName, {
    tenantId: actor.tenantId,
    station: [actor.tenantId, id] as never,
    validTo: null,
  });
  const check = new Check();
  const name = check.text('name', input.name, 60);
  const reason = check.text('reason', input.reason, 200);
  check.that(name !== last.name, 'name', ErrorCode.INVALID, { zh: '与现名相同。', en: 'This is its name already.' });
  checkDay(check, 'from', input.from, { after: last.validFrom, today: ctx.today, mayBeAhead: true });
  refuseClosed(check, station);
  check.done();
  ctx.note({ act: 'stationRename', reason });
  last.validTo = input.from;
  station.changedAt = new Date();
  await em.flush();
  em.create(StationName, {
    tenantId: actor.tenantId,
    id: newId(),
    station,
    name,
    ...pinyinOf(name),
    validFrom: input.from,
    reason,
    enteredBy: actor.account,
  });
  await em.flush();
  ctx.forget();
  return station;
}

/** Puts a station under a new parent from a day; reports as of earlier days find it where it was. */
export async function moveStation(
  ctx: Context,
  id: string,
  version: number,
  input: StationMoveInput,
): Promise<Station> {
  const actor = actorOf(ctx);
  const station = await stationToChange(ctx, actor, id, version);
  const em = await ctx.em();
  const tree = await directory(ctx, input.from);
  const parent = namedStation(tree, actor, input.parentId);
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const fault = moveFault(tree, tree.need(id), parent);
  if (fault) check.add('parentId', ErrorCode.INVALID, fault);
  const last = await em.findOne(StationParent, {
    tenantId: actor.tenantId,
    station: [actor.tenantId, id] as never,
    validTo: null,
  });
  if (last) checkDay(check, 'from', input.from, { after: last.validFrom, today: ctx.today, mayBeAhead: true });
  refuseClosed(check, station);
  check.done();
  ctx.note({ act: 'stationMove', reason });
  if (last) last.validTo = input.from;
  station.changedAt = new Date();
  await em.flush();
  em.create(StationParent, {
    tenantId: actor.tenantId,
    id: newId(),
    station,
    parent: em.getReference(Station, [actor.tenantId, parent.station.id]),
    validFrom: input.from,
    reason,
    enteredBy: actor.account,
  });
  await em.flush();
  ctx.forget();
  return station;
}

/** A closed station takes no further acts. */
export function refuseClosed(check: Check, station: Station): void {
  check.that(station.closedOn === null, 'from', ErrorCode.WRONG_STATE, closedFault);
}
