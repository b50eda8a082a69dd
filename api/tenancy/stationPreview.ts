import { actorOf, type Context, demand } from '../access/index.js';
import type { Day, Message } from '../kernel/index.js';
import { type Directory, directory } from './directory.js';
import { Grant } from './grant.js';
import { closedFault, moveFault, successorFault } from './station.rules.js';
import { StationAct, type StationActPreview } from './stationAct.input.js';
import { type CountedRecords, countRecords } from './stationPort.js';
import { User } from './user.js';

/** Counts what an act from a day would touch, and says why it cannot be done if so; writes nothing. */
export async function previewAct(
  ctx: Context,
  id: string,
  act: StationAct,
  from: Day,
  intoId: string | null,
): Promise<StationActPreview> {
  const actor = actorOf(ctx);
  const tree = await directory(ctx, from);
  tree.need(id);
  demand(actor, 'station.edit', { stationId: id });
  const ids = [...tree.subtree(id)];
  const em = await ctx.em();
  const { tenantId } = actor;
  const at = { tenantId, station: ids.map((one) => [tenantId, one]) } as never;
  const users = await em.find(User, at, { fields: ['id'] as never });
  const grants = await em.find(Grant, at, { fields: ['id', 'user'] as never });
  const people = new Set([...users.map((u) => u.id), ...grants.map((g) => g.user.id)]);
  const records = await countRecords(ctx, ids);
  const own = await countRecords(ctx, [id]);
  const refusal = refusalOf(tree, id, act, intoId, own);
  return {
    stations: ids.length - 1,
    users: people.size,
    programmes: records.all,
    openProgrammes: records.open,
    households: records.households,
    openRecords: records.others,
    reportsFrom: from,
    refusal: refusal?.[ctx.language] ?? null,
  };
}

function refusalOf(
  tree: Directory,
  id: string,
  act: StationAct,
  intoId: string | null,
  { isClear, says }: Pick<CountedRecords, 'isClear' | 'says'>,
): Message | null {
  const placed = tree.need(id);
  if (placed.station.closedOn !== null) return closedFault;
  if (act === StationAct.RENAME) return null;
  if (placed.station.level === 'COUNTY')
    return { zh: '县级单位不能划转或撤并。', en: 'The county itself cannot be moved, merged or closed.' };
  if (act === StationAct.MOVE) return intoId ? moveFault(tree, placed, tree.need(intoId)) : null;
  if (intoId) return successorFault(placed, tree.need(intoId));
  if (act === StationAct.MERGE || (isClear && placed.children.length === 0)) return null;
  return {
    zh: `还有 ${placed.children.length} 个下级单位、${says.zh}，须有承接单位。`,
    en: `There are ${placed.children.length} stations below and ${says.en}, which another station must take over.`,
  };
}
