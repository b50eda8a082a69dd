import { type Actor, type Context, demand } from '../access/index.js';
import { addDays, type Check, type Day, ErrorCode, type Message, notFound, stale } from '../kernel/index.js';
import { type Directory, directory, type Placed } from './directory.js';
import { codeLength, levelBelow, Station } from './station.js';

/** How far ahead a change may be entered, in days. */
const furthestAhead = 366;

/** The managed station for an act: within the tenant, at the version read, with the right to change it. Tree changes of a county wait for one another. */
export async function stationToChange(ctx: Context, actor: Actor, id: string, version: number): Promise<Station> {
  const em = await ctx.em();
  await em.execute('select pg_advisory_xact_lock(?, ?)', [620_981, actor.tenantId]);
  const tree = await directory(ctx);
  const placed = tree.need(id);
  demand(actor, 'station.edit', { stationId: id });
  const station = await em.findOneOrFail(Station, { tenantId: actor.tenantId, id: placed.station.id });
  if (station.version !== version) throw stale(station.version);
  return station;
}

/** A station named in an input: it must exist, and the asker must have the right there as well. */
export function namedStation(tree: Directory, actor: Actor, id: string): Placed {
  const placed = tree.get(id);
  if (!placed) throw notFound({ zh: '单位', en: 'station' });
  demand(actor, 'station.edit', { stationId: id });
  return placed;
}

/** The day of a change: not before the station or its last dated row, and not absurdly far ahead. */
export function checkDay(
  check: Check,
  field: string,
  day: Day,
  bounds: { after: Day; today: Day; mayBeAhead: boolean },
): void {
  const latest = bounds.mayBeAhead ? addDays(bounds.today, furthestAhead) : bounds.today;
  check.that(day > bounds.after, field, ErrorCode.OUT_OF_RANGE, {
    zh: `须晚于 ${bounds.after}（此前最近一次变更的日期）。`,
    en: `Must be later than ${bounds.after}, the day of the latest change before it.`,
  });
  check.that(day <= latest, field, ErrorCode.OUT_OF_RANGE, {
    zh: bounds.mayBeAhead ? `不得晚于 ${latest}。` : '不得晚于今天；请到当日再办理。',
    en: bounds.mayBeAhead
      ? `Must not be later than ${latest}.`
      : 'Must not be later than today; please do it on the day.',
  });
}

/** What is wrong with a code under a parent, or null. */
export function codeFault(code: string, parent: Placed): Message | null {
  const level = levelBelow[parent.station.level];
  if (level === null) return { zh: '村级之下不能再设单位。', en: 'Nothing can stand under a village.' };
  const length = codeLength[level];
  if (!/^\d+$/.test(code) || code.length !== length)
    return { zh: `须为 ${length} 位数字。`, en: `Must be ${length} digits.` };
  if (!code.startsWith(parent.station.code)) {
    return {
      zh: `须以上级代码 ${parent.station.code} 开头。`,
      en: `Must begin with the parent’s code ${parent.station.code}.`,
    };
  }
  return null;
}

/** Why a station cannot come under a parent from a day, or null. */
export function moveFault(tree: Directory, placed: Placed, parent: Placed): Message | null {
  if (placed.station.level === 'COUNTY') return { zh: '县级单位没有上级。', en: 'The county has no parent.' };
  if (parent.station.id === placed.station.id || tree.path(parent.station.id).includes(placed)) {
    return { zh: '不能划到自己或自己的下级之下。', en: 'A station cannot come under itself or one of its own.' };
  }
  if (levelBelow[parent.station.level] !== placed.station.level)
    return { zh: '上级须恰好高一层。', en: 'The parent must be exactly one level higher.' };
  if (!parent.isOpen) return { zh: '该上级当日不在用。', en: 'That parent does not stand on that day.' };
  if (placed.parentId === parent.station.id)
    return { zh: '当日已在该上级之下。', en: 'It stands under that parent on that day already.' };
  return null;
}

/** Why a station cannot hand over to another, or null. */
export function successorFault(placed: Placed, successor: Placed): Message | null {
  if (successor.station.id === placed.station.id)
    return { zh: '不能并入自己。', en: 'A station cannot be merged into itself.' };
  if (successor.station.level !== placed.station.level)
    return { zh: '承接单位须与其同级。', en: 'The successor must be of the same level.' };
  if (!successor.isOpen) return { zh: '承接单位当日不在用。', en: 'The successor does not stand on that day.' };
  return null;
}

/** Why a closed station takes no further acts. */
export const closedFault: Message = { zh: '该单位已撤销。', en: 'This station is closed.' };
