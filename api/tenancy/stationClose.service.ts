import { type Actor, actorOf, type Context } from '../access/index.js';
import { Check, type Day, ErrorCode, mistake, newId } from '../kernel/index.js';
import { type Directory, directory } from './directory.js';
import { Grant } from './grant.js';
import { Station, StationParent } from './station.js';
import { checkDay, namedStation, stationToChange, successorFault } from './station.rules.js';
import { refuseClosed } from './station.service.js';
import type { StationCloseInput, StationMergeInput } from './stationAct.input.js';
import { countRecords, stationPorts } from './stationPort.js';

interface Ending {
  as: 'MERGED' | 'CLOSED';
  /** The input field that names the successor. */
  field: 'intoId' | 'handOverToId';
  successorId: string | null;
  from: Day;
  reason: string;
}

/** Merges a station into another of its level, which takes over what hangs under it and its open records. */
export function mergeStation(ctx: Context, id: string, version: number, input: StationMergeInput): Promise<Station> {
  return endStation(ctx, id, version, {
    as: 'MERGED',
    field: 'intoId',
    successorId: input.intoId,
    from: input.from,
    reason: input.reason,
  });
}

/** Closes a station; with stations or open records under it only when another takes them over. */
export function closeStation(ctx: Context, id: string, version: number, input: StationCloseInput): Promise<Station> {
  const successorId = input.handOverToId ?? null;
  return endStation(ctx, id, version, {
    as: 'CLOSED',
    field: 'handOverToId',
    successorId,
    from: input.from,
    reason: input.reason,
  });
}

async function endStation(ctx: Context, id: string, version: number, ending: Ending): Promise<Station> {
  const actor = actorOf(ctx);
  const station = await stationToChange(ctx, actor, id, version);
  const tree = await directory(ctx, ending.from);
  const reason = await checkEnding(ctx, actor, tree, station, ending);
  ctx.note({ act: ending.as === 'MERGED' ? 'stationMerge' : 'stationClose', reason });
  if (ending.successorId)
    await handOver(ctx, actor, tree, station, { ...ending, successorId: ending.successorId, reason });
  await endGrants(ctx, actor, station, ending.from);
  const em = await ctx.em();
  Object.assign(station, {
    closedOn: ending.from,
    closedAs: ending.as,
    closedReason: reason,
    closedBy: actor.account,
    changedAt: new Date(),
  });
  if (ending.successorId) em.assign(station, { successor: [actor.tenantId, ending.successorId] } as never);
  await em.flush();
  ctx.forget();
  return station;
}

async function checkEnding(
  ctx: Context,
  actor: Actor,
  tree: Directory,
  station: Station,
  ending: Ending,
): Promise<string> {
  const placed = tree.need(station.id);
  const check = new Check();
  const reason = check.text('reason', ending.reason, 200);
  refuseClosed(check, station);
  check.that(station.level !== 'COUNTY', 'from', ErrorCode.INVALID, {
    zh: '县级单位不能撤并。',
    en: 'The county itself cannot be closed.',
  });
  const em = await ctx.em();
  const last = await em.findOne(StationParent, {
    tenantId: actor.tenantId,
    station: [actor.tenantId, station.id] as never,
    validTo: null,
  });
  checkDay(check, 'from', ending.from, {
    after: last?.validFrom ?? station.openedOn,
    today: ctx.today,
    mayBeAhead: false,
  });
  if (ending.successorId) {
    const fault = successorFault(placed, namedStation(tree, actor, ending.successorId));
    if (fault) check.add(ending.field, ErrorCode.INVALID, fault);
  } else {
    const { open, says } = await countRecords(ctx, [station.id]);
    check.that(open === 0 && placed.children.length === 0, ending.field, ErrorCode.WRONG_STATE, {
      zh: `还有 ${placed.children.length} 个下级单位、${says.zh}，请指定承接单位。`,
      en: `There are still ${placed.children.length} stations below and ${says.en}; please name the station that takes them over.`,
    });
  }
  check.done();
  return reason;
}

async function handOver(
  ctx: Context,
  actor: Actor,
  tree: Directory,
  station: Station,
  to: { successorId: string; from: Day; reason: string },
): Promise<void> {
  const em = await ctx.em();
  for (const child of tree.need(station.id).children) {
    const last = await em.findOneOrFail(StationParent, {
      tenantId: actor.tenantId,
      station: [actor.tenantId, child.station.id] as never,
      validTo: null,
    });
    if (last.validFrom >= to.from) {
      throw mistake(['input', 'from'], ErrorCode.WRONG_STATE, {
        zh: `下级单位“${child.name}”在此日之后已有划转安排，请先处理。`,
        en: `${child.name}, which stands below, has a later move entered; please settle that first.`,
      });
    }
    last.validTo = to.from;
    await em.flush();
    em.create(StationParent, {
      tenantId: actor.tenantId,
      id: newId(),
      station: em.getReference(Station, [actor.tenantId, child.station.id]),
      parent: em.getReference(Station, [actor.tenantId, to.successorId]),
      validFrom: to.from,
      reason: to.reason,
      enteredBy: actor.account,
    });
    await em.flush();
  }
  for (const port of stationPorts()) await port.handOver(ctx, station.id, to.successorId, to.from, to.reason);
}

/** Nobody holds anything at a station that is no more; whoever goes on elsewhere is given a grant there. */
async function endGrants(ctx: Context, actor: Actor, station: Station, from: Day): Promise<void> {
  const em = await ctx.em();
  const grants = await em.find(Grant, {
    tenantId: actor.tenantId,
    station: [actor.tenantId, station.id] as never,
    $or: [{ validTo: null }, { validTo: { $gt: from } }],
  });
  for (const grant of grants) grant.validTo = grant.validFrom > from ? grant.validFrom : from;
  await em.flush();
}
