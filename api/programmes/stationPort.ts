import { actorOf, type Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { Station, type StationPort } from '../tenancy/index.js';
import { entryOf } from './find.js';
import { reviseTo } from './history.js';
import { kindOf } from './kind.js';
import { Programme } from './programme.js';
import { isEnded } from './stateMachine.js';

/**
 * What closing or merging a station asks of programmes. Those still open are handed over at once to who will work on them; the
 * report counts them at the new station from the day on, and at the old one before.
 */
export const programmesPort: StationPort = {
  says: { zh: '项目', en: 'programmes' },
  are: 'programmes',

  async count(ctx, stationIds) {
    const found = await programmesAt(ctx, stationIds);
    return { all: found.length, open: found.filter((p) => !isEnded(p.state)).length };
  },

  async handOver(ctx: Context, fromId: string, toId: string, day: Day, reason: string) {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    const open = (await programmesAt(ctx, [fromId])).filter((p) => !isEnded(p.state));
    for (const programme of open) {
      programme.station = em.getReference(Station, [tenantId, toId] as never, { wrapped: true }) as never;
      await reviseTo(em, kindOf(programme), programme, reason, { ...entryOf(ctx), day });
    }
    await em.flush();
    return open.length;
  },
};

async function programmesAt(ctx: Context, stationIds: readonly string[]): Promise<Programme[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const where = { tenantId, station: { tenantId, id: { $in: [...stationIds] } } };
  return em.find(Programme, where as never, { orderBy: { id: 'asc' } } as never) as Promise<Programme[]>;
}
