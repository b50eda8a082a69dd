import type { EntityClass } from '@mikro-orm/core';
import { Int } from 'type-graphql';
import { actorOf, type Context, type FieldFacts } from '../access/index.js';
import { expression, type Row, type Sql, sql, together } from '../reading/index.js';

/** What is counted of a record: which rows name it, and which of them count; the condition is said for plans and for resolvers. */
interface Counted {
  says: string;
  of: () => EntityClass<object>;
  by: string;
  meets(row: Row): Sql;
  /** The same in plain SQL: table, column of the relation, and condition. */
  plain: { table: string; column: string; where: string };
}

/** How many rows name a record and meet a condition; counted for all records of a list together. */
export function counted<T extends { id: string }>({ says, of, by, meets, plain }: Counted): FieldFacts<T> {
  return {
    type: () => Int,
    says,
    reads: expression(
      (row) => {
        const child = row.scope.table(of() as never);
        const names = sql`${child.column(by)} = ${row.column('id')}`;
        return sql`(select count(*)::int from ${child.from} where ${child.pin} and ${names} and ${meets(child)})`;
      },
      { isCertain: true },
    ),
    resolve: async (row, ctx) => {
      const { table, column, where } = plain;
      const statement = `select ${column} as id, count(*)::int as n from ${table}
        where tenant_id = ? and ${column} = any(?::uuid[]) and ${where} group by 1`;
      const load = (ids: string[]) => countsBy(ctx, statement, ids);
      return (await together(ctx, statement, row.id, load)) ?? 0;
    },
  };
}

async function countsBy(ctx: Context, statement: string, ids: readonly string[]): Promise<Map<string, number>> {
  const values = [actorOf(ctx).tenantId, `{${ids.join(',')}}`];
  const rows = (await (await ctx.em()).execute(statement, values)) as { id: string; n: number }[];
  return new Map(rows.map(({ id, n }) => [id, n]));
}
