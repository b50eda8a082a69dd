import { actorOf, type Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';

/** That a station of the county exists, and until when it stands; null: it stands today and is not to be closed. */
export interface Standing {
  id: string;
  closedOn: Day | null;
}

/** One station by its id, for a write that needs no more of the tree than this; null when the county has none of that id. */
export async function findStanding(ctx: Context, id: string): Promise<Standing | null> {
  if (!isUuid(id)) return null;
  const em = await ctx.em();
  const statement = 'select id, closed_on::text as "closedOn" from station where tenant_id = ? and id = ?';
  const [found] = (await em.execute(statement, [actorOf(ctx).tenantId, id])) as Standing[];
  return found ?? null;
}
