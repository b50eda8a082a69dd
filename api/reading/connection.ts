import type { EntityClass, EntityMetadata, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, encodeCursor, type OrderDirection, type PageArgs, pageOf } from '../kernel/index.js';
import { isUuid, plain, seekAfter } from './seek.js';
import { selectedRelations } from './selection.js';

/** What a list is: its entity, its conditions (tenant, reach and filter among them) and one order. */
export interface Source<T extends object> {
  /** Name of the root field, which ties cursors to it. */
  list: string;
  entity: EntityClass<T>;
  tenantId: number;
  /** Conditions that all hold. */
  where: readonly FilterQuery<T>[];
  /** A property of the entity; rows without a value come last, ties are broken by id. */
  orderBy: { property: Extract<keyof T, string>; direction: OrderDirection; isNullable?: boolean };
}

/** A page of a list, with what its selection touches; counted only when `totalCount` is asked for. */
export async function readConnection<T extends { id: string }>(
  em: EntityManager,
  source: Source<T>,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<T>> {
  const page = pageOf(args);
  const { property, direction, isNullable } = source.orderBy;
  const list = `${source.list} ${property} ${direction}`;
  const conditions = [{ tenantId: source.tenantId } as FilterQuery<T>, ...source.where];
  const seek = page.after === null ? [] : [seekAfter(em, source, list, page.after)];
  const order = direction.toLowerCase();
  const rows = (await em.find(
    source.entity,
    { $and: [...conditions, ...seek] } as FilterQuery<T>,
    {
      populate: relations(em, source.entity, info, ['nodes', 'edges.node']),
      strategy: 'select-in',
      orderBy: [{ [property]: isNullable ? `${order} nulls last` : order }, { id: order }],
      limit: page.first + 1,
      offset: page.offset,
    } as never,
  )) as T[];
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(list, [plain(node[property]), node.id]), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.offset > 0 || page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return em.count(source.entity, { $and: conditions } as FilterQuery<T>);
    },
  };
}

/** One record by id under the same conditions as its list; null when it does not exist within them. */
export async function readOne<T extends { id: string }>(
  em: EntityManager,
  source: Pick<Source<T>, 'entity' | 'tenantId' | 'where'>,
  id: string,
  info: GraphQLResolveInfo,
): Promise<T | null> {
  if (!isUuid(id)) return null;
  const where = { $and: [{ tenantId: source.tenantId, id } as FilterQuery<T>, ...source.where] } as FilterQuery<T>;
  return (await em.findOne(source.entity, where, {
    populate: relations(em, source.entity, info, []),
    strategy: 'select-in',
  } as never)) as T | null;
}

function relations<T extends object>(
  em: EntityManager,
  entity: EntityClass<T>,
  info: GraphQLResolveInfo,
  steps: readonly string[],
): string[] {
  const metadata = em.getMetadata();
  const metaOf = (name: string): EntityMetadata | null =>
    (metadata.getByClassName(name as never, false) as EntityMetadata | undefined) ?? null;
  return selectedRelations(info, steps, metaOf, (entity as unknown as { name: string }).name);
}
