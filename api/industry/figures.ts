import { Arg, type ClassType, Ctx } from 'type-graphql';
import { addOperation, askerOf, type Context, RecordResolver } from '../access/index.js';
import {
  all,
  conditionsOf,
  type Given,
  type List,
  many,
  type Reads,
  type Relation,
  type Row,
  record,
  type Scope,
  Sql,
  sql,
} from '../reading/index.js';

/** Figures over the rows of a list, grouped: whoever asks the list with the same `where` gets the rows that make them. */
export interface FiguresFacts<T extends { id: string }> {
  name: string;
  permission: 'industry.read';
  says: string;
  // biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own
  list: List<T, any>;
  filter: ClassType<object>;
  /** The answer, which has the groups as `nodes`. */
  type: ClassType<object>;
  node: ClassType<object>;
  nodeSays: string;
  /** The select of the groups over the rows that meet a condition. */
  groups(row: Row, condition: Sql, given: Given): Sql;
  /** The columns of that select by property, each with its SQL type. */
  columns: Readonly<Record<string, readonly [column: string, type: string]>>;
  order: readonly (readonly [string, 'asc' | 'desc'])[];
  /** The same out of the rows themselves, where no statement is planned. */
  count(rows: readonly T[], ctx: Context, where: object | null): Promise<object[]>;
}

/** The root field of figures, and their nodes. */
export function figuresOf<T extends { id: string }>(facts: FiguresFacts<T>): new () => object {
  const { name, permission, says, type, node, nodeSays } = facts;
  const resolver = new RecordResolver(type as never, name).field('nodes', {
    type: () => [node],
    says: nodeSays,
    reads: nodesOf(facts),
    resolve: (answer: object) => (answer as { nodes: object[] }).nodes,
  }).resolver;
  const where = Arg('where', () => facts.filter, {
    nullable: true,
    description: 'Which rows are counted; all together.',
  });
  addOperation(resolver, {
    as: 'query',
    name,
    permission,
    type: () => type,
    says,
    takes: [Ctx() as ParameterDecorator, where as ParameterDecorator],
    run: async (ctx: Context, asked: object | null) => {
      const conditions = await conditionsOf(facts.list, askerOf(ctx), asked);
      const rows = await (await ctx.em()).find(facts.list.entity(), { $and: conditions } as never);
      return { nodes: await facts.count(rows as T[], ctx, asked) };
    },
    reads: record(
      (given) => root(facts, given),
      () => sql`true`,
      undefined,
      (scope, given) => missingOf(facts.list, scope, given),
    ),
  });
  return resolver;
}

/** The conditions of the list that are asked for, each with what it was given. */
function asked(list: List, given: Given): (readonly [List['filter'][string], Given])[] {
  const where = given.get('where');
  return Object.entries(list.filter)
    .map(([name, condition]) => [condition, where.get(name)] as const)
    .filter(([, value]) => value.isSet);
}

function missingOf(list: List, scope: Scope, given: Given) {
  return asked(list, given).flatMap(([condition, value]) => condition.missing?.(scope, value) ?? []);
}

function root<T extends { id: string }>({ list, groups }: FiguresFacts<T>, given: Given): Relation {
  const from = (scope: Scope): Sql => {
    const row = scope.table(list.entity() as never);
    const walls = list.walls.map((wall) => wall.sql(row));
    const condition = all([row.pin, ...walls, ...asked(list, given).map(([one, value]) => one.sql(row, value))]);
    return sql`(select (select coalesce(jsonb_agg(to_jsonb(f0)), '[]') from (${groups(row, condition, given)}) f0) as figures)`;
  };
  return { from, columns: { figures: 'figures' } };
}

function nodesOf<T extends { id: string }>({ columns, order }: FiguresFacts<T>): Reads {
  const defined = Object.values(columns).map(([column, type]) => `${column} ${type}`);
  const relation = (row: Row): Relation => ({
    from: () =>
      sql`(select * from jsonb_to_recordset(${row.column('figures')}) ${new Sql([`f1(${defined.join(', ')})`])})`,
    columns: Object.fromEntries(Object.entries(columns).map(([property, [column]]) => [property, column])),
  });
  return many(relation, () => sql`true`, order);
}
