import type { EntityClass } from '@mikro-orm/core';
import { actorOf, askerOf, type Context, demand, type Permission } from '../access/index.js';
import { type Message, notFound, stale } from '../kernel/index.js';
import { heldAt, isUuid } from '../reading/index.js';

type AtStation = { tenantId: number; id: string; station: { id: string } };

/** A record of training where the asker reads training; NOT_FOUND otherwise. */
export async function findRead<T extends AtStation>(
  ctx: Context,
  type: EntityClass<T>,
  id: string,
  noun: Message,
): Promise<T> {
  const wall = await heldAt('training.read').query(askerOf(ctx));
  const where = { $and: [{ tenantId: actorOf(ctx).tenantId, id }, ...(wall ? [wall] : [])] };
  const found = isUuid(id) ? await (await ctx.em()).findOne(type, where as never) : null;
  if (!found) throw notFound(noun);
  return found as T;
}

/** The same, in hand for an act: the right is held at its station, and the version is the one that was seen. */
export async function holdRead<T extends AtStation>(
  ctx: Context,
  type: EntityClass<T>,
  asked: { id: string; version?: number; permission: Permission; noun: Message },
): Promise<T> {
  const found = await findRead(ctx, type, asked.id, asked.noun);
  demand(actorOf(ctx), asked.permission, { stationId: found.station.id });
  const { version } = found as T & { version?: number };
  if (asked.version !== undefined && version !== undefined && version !== asked.version) throw stale(version);
  return found;
}

/** A record as the other end of a condition or of a relation. */
export function keyOf({ tenantId, id }: { tenantId: number; id: string }): never {
  return { tenantId, id } as never;
}
