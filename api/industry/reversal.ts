import type { EntityClass } from '@mikro-orm/core';
import { actorOf, type Context, type FieldFacts } from '../access/index.js';
import { expression, sql, together } from '../reading/index.js';

/** Whether a line takes another back. The relation's key has the county in it, so that it is there, though empty, also where there is none. */
export function takesBack(line: { reverses: { id: string } | null }): boolean {
  return Boolean(line.reverses?.id);
}

/** Whether a line of a ledger was taken back by a later one. */
export function isReversed<T extends { id: string; reverses: unknown }>(entity: EntityClass<T>): FieldFacts<T> {
  return {
    type: () => Boolean,
    says: 'Whether a later line takes it back （已冲销）.',
    reads: expression(
      (row) => {
        const later = row.scope.table(entity as never);
        return sql`exists (select 1 from ${later.from} where ${later.pin} and ${later.column('reverses')} = ${row.column('id')})`;
      },
      { isCertain: true },
    ),
    resolve: async (row: T, ctx: Context) => {
      const { tenantId } = actorOf(ctx);
      const load = async (ids: string[]) => {
        const of = { tenantId, reverses: { tenantId, id: { $in: ids } } };
        const found = (await (await ctx.em()).find(entity, of as never)) as unknown as { reverses: { id: string } }[];
        return new Map(found.map((line) => [line.reverses.id, true]));
      };
      return (await together(ctx, `reversals of ${(entity as { name: string }).name}`, row.id, load)) ?? false;
    },
  };
}
