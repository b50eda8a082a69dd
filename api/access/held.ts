import type { EntityClass } from '@mikro-orm/core';
import { type Message, notFound, stale } from '../kernel/index.js';
import { conditionsOf, isUuid, type List } from '../reading/index.js';
import { askerOf } from './asker.js';
import { actorOf, type Context } from './context.js';
import { demand, type Permission } from './permissions.js';

// biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own
type AnyList<T extends object> = List<T, any>;

/** A record of a list where the asker may see it, with the relations that are read along; NOT_FOUND otherwise. */
export async function findIn<T extends { id: string }>(
  ctx: Context,
  list: AnyList<T>,
  id: string | null | undefined,
  says: Message,
  populate: readonly string[] = [],
): Promise<T> {
  if (!id || !isUuid(id)) throw notFound(says);
  const walls = await conditionsOf({ ...list, always: [] }, askerOf(ctx), null);
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...walls] };
  const found = await (await ctx.em()).findOne(list.entity(), where as never, { populate } as never);
  if (!found) throw notFound(says);
  return found as T;
}

/** Makes whoever else takes the same record in hand wait until this operation ends. */
export async function lockRecord(ctx: Context, entity: EntityClass<object>, id: string): Promise<void> {
  if (!isUuid(id)) return;
  const em = await ctx.em();
  const { tableName } = em.getMetadata().get(entity);
  const sql = `select 1 from "${tableName}" where tenant_id = ? and id = ? for update`;
  await em.execute(sql, [actorOf(ctx).tenantId, id]);
}

/** What an act asks of a record before it may change it. */
export interface HoldAsked<T> {
  id: string;
  /** The version that was seen; null where the act does not hang on one. */
  version?: number | null;
  says: Message;
  /** What has to be held at the record's own station, or what is demanded instead. */
  permission: Permission | ((found: T) => void | Promise<void>);
  populate?: readonly string[];
}

/** A record in hand for a change: locked until the operation ends, within reach, with the right, in the version that was seen. */
export async function hold<T extends { id: string; station: { id: string }; version: number }>(
  ctx: Context,
  list: AnyList<T>,
  { id, version = null, says, permission, populate }: HoldAsked<T>,
): Promise<T> {
  await lockRecord(ctx, list.entity() as EntityClass<object>, id);
  const found = await findIn(ctx, list, id, says, populate);
  if (typeof permission === 'function') await permission(found);
  else demand(actorOf(ctx), permission, { stationId: found.station.id });
  if (version !== null && found.version !== version) throw stale(found.version);
  return found;
}
