import type { EntityClass } from '@mikro-orm/core';
import { Int } from 'type-graphql';
import { actorOf, type Context, type FieldFacts } from '../access/index.js';
import { expression, joined, literal, type Row, type Sql, sql, together } from '../reading/index.js';

import type { EnrolmentState } from './enrolment.js';

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

/**
 * How many are enrolled in a course or class group in some states. The gate counts, for whoever sees a course sees how many places are
 * taken, though of who took them only their own people.
 */
export function enrolledIn<T extends { id: string }>(
  says: string,
  states: readonly EnrolmentState[],
  of: 'course' | 'classGroup' = 'course',
): FieldFacts<T> {
  const named = joined(states.map(literal), ', ');
  return {
    type: () => Int,
    says,
    reads: expression(
      (row) => {
        const ends =
          of === 'course' ? sql`${row.column('id')}, null` : sql`${row.column('course')}, ${row.column('id')}`;
        return sql`gate.enrolled_in(${row.scope.tenant}, ${ends}, array[${named}])`;
      },
      { isCertain: true },
    ),
    resolve: async (row, ctx) => {
      const { id, course } = row as T & { course?: { id: string } };
      const given = [actorOf(ctx).tenantId, course?.id ?? id, course ? id : null, `{${states.join(',')}}`];
      const sent = 'select gate.enrolled_in(?, ?, ?, ?::text[]) as n';
      const [found] = (await (await ctx.em()).execute(sent, given)) as { n: number }[];
      return found?.n ?? 0;
    },
  };
}
