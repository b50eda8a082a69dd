import { actorOf, type Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { together } from '../reading/index.js';
import { Membership } from './membership.js';

/** How many belong to a household on a day, counted for all households of a list together. */
export async function sizeOn(ctx: Context, householdId: string, day: Day): Promise<number> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => {
    const found = await (await ctx.em()).find(Membership, {
      tenantId,
      household: { tenantId, id: { $in: ids } } as never,
      validFrom: { $lte: day },
      $or: [{ validTo: null }, { validTo: { $gt: day } }],
    });
    const byHousehold = Map.groupBy(found, (one) => one.household.id);
    return new Map([...byHousehold].map(([id, members]) => [id, members.length]));
  };
  return (await together(ctx, `size of households on ${day}`, householdId, load)) ?? 0;
}
