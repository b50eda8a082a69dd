import type { EntityMetadata, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, encodeCursor, OrderDirection, type PageArgs, pageOf } from '../kernel/index.js';
import { cursorValues } from './cursor.js';
import { conditionsAsked, type List, type Ordered, orderOf, wordOf } from './list.js';
import type { Asker } from './question.js';
import { selectedRelations } from './selection.js';
import { isUuid } from './uuid.js';

/** What is asked of a list: its page, its filter and its order, and conditions of the place that the list hangs on. */
export interface ListAsked<F> {
  page: PageArgs;
  where?: F | null;
  orderBy?: { field?: unknown; direction?: unknown } | null;
  also?: readonly object[];
}

/** A page of a list through the unit of work, as resolvers answer it; counted only when `totalCount` is asked for. */
export async function readConnection<T extends { id: string }, F extends object>(
  em: EntityManager,
  list: List<T, F>,
  asker: Asker,
  asked: ListAsked<F>,
  info: GraphQLResolveInfo,
): Promise<Connection<T>> {
  const page = pageOf(asked.page);
  const order = orderOf(list, asked.orderBy);
  const seek = page.after === null ? [] : [seekAfter(em, list, order, page.after)];
  const conditions = [...(await conditionsOf(list, asker, asked.where)), ...(asked.also ?? [])];
  const rows = (await em.find(
    list.entity(),
    { $and: [...conditions, ...seek] } as FilterQuery<T>,
    {
      populate: relations(em, list, info, ['nodes', 'edges.node']),
      strategy: 'select-in',
      orderBy: orderOfQuery(order),
      limit: page.first + 1,
      offset: page.offset,
    } as never,
  )) as T[];
  const placed = rows.map((node) => ({ value: plain(node[order.property as keyof T]), node }));
  return {
    ...shownOf(order, page, placed),
    get totalCount() {
      return em.count(list.entity(), { $and: conditions } as FilterQuery<T>);
    },
  };
}

/** A page out of its rows with the values they are ordered by; one row more than it shows says that there is a next. */
export function shownOf<T extends { id: string }>(
  order: Ordered,
  page: ReturnType<typeof pageOf>,
  rows: readonly { value: unknown; node: T }[],
): Omit<Connection<T>, 'totalCount'> {
  const edges = rows.slice(0, page.first).map(({ value, node }) => {
    return { cursor: encodeCursor(order.cursorOf, [value, node.id]), node };
  });
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.offset > 0 || page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** One record by id within the walls of its list, also one that the list leaves out unless asked; null when it does not exist within them. */
export async function readOne<T extends { id: string }, F extends object>(
  em: EntityManager,
  list: List<T, F>,
  asker: Asker,
  id: string,
  info: GraphQLResolveInfo,
): Promise<T | null> {
  if (!isUuid(id)) return null;
  const walls = await conditionsOf({ ...list, always: [] }, asker, null);
  const where = { $and: [{ id }, ...walls] } as FilterQuery<T>;
  return (await em.findOne(list.entity(), where, {
    populate: relations(em, list, info, []),
    strategy: 'select-in',
  } as never)) as T | null;
}

/**
 * The conditions of a list for the unit of work: the county, what always holds, and what the filter asks for. What is malformed is
 * told before what is missing, as the compiler does.
 */
export async function conditionsOf<T extends object, F extends object>(
  list: List<T, F>,
  asker: Asker,
  where: F | null | undefined,
): Promise<object[]> {
  const found: (object | null)[] = [{ tenantId: asker.tenantId }];
  for (const wall of list.walls) found.push(await wall.query(asker));
  const given = (where ?? {}) as Record<string, unknown>;
  const conditions = conditionsAsked(list, (field) => (given[field] ?? null) !== null);
  const named = conditions.filter(([, { missing }]) => missing);
  for (const [name, condition] of [...conditions.filter(([, { missing }]) => !missing), ...named])
    found.push(await condition.query(given[name] as never, asker));
  return found.filter((one) => one !== null);
}

function orderOfQuery({ property, direction, isNullable }: Ordered): object[] {
  const word = wordOf(direction);
  return [{ [property]: isNullable ? `${word} nulls last` : word }, { id: word }];
}

function seekAfter(em: EntityManager, list: List, order: Ordered, cursor: string): object {
  const { property, direction, isNullable } = order;
  const [value, id] = cursorValues(order, columnOf(em, list, property), cursor);
  const beyond = direction === OrderDirection.ASC ? '$gt' : '$lt';
  const tie = { [property]: value, id: { [beyond]: id } };
  if (value === null) return tie;
  return { $or: [{ [property]: { [beyond]: value } }, tie, ...(isNullable ? [{ [property]: null }] : [])] };
}

function columnOf(em: EntityManager, list: List, property: string): string {
  const properties = em.getMetadata().get(list.entity()).properties as Record<string, { columnTypes?: string[] }>;
  return properties[property]?.columnTypes?.[0] ?? 'text';
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function relations(em: EntityManager, list: List, info: GraphQLResolveInfo, steps: readonly string[]): string[] {
  const metadata = em.getMetadata();
  const metaOf = (name: string): EntityMetadata | null =>
    (metadata.getByClassName(name as never, false) as EntityMetadata | undefined) ?? null;
  return selectedRelations(info, steps, metaOf, (list.entity() as unknown as { name: string }).name);
}
