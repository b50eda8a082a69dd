import { actorOf, type Context } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { together } from '../reading/index.js';
import { HouseholdChange } from './householdChange.js';
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

/** The changes that a household was part of, on either side, in order. */
export async function changesOf(ctx: Context, householdId: string): Promise<HouseholdChange[]> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => {
    const any = { tenantId, id: { $in: ids } };
    const where = { tenantId, $or: [{ household: any }, { other: any }] } as never;
    const found = await (await ctx.em()).find(HouseholdChange, where, { orderBy: { validFrom: 'asc', id: 'asc' } });
    const of = (id: string) => found.filter((one) => one.household.id === id || one.other?.id === id);
    return new Map(ids.map((id) => [id, of(id)]));
  };
  return (await together(ctx, 'changes of households', householdId, load)) ?? [];
}
