import type { EntityClass } from '@mikro-orm/core';
import { askerOf, type Context } from '../access/index.js';
import { type Message, notFound } from '../kernel/index.js';
import { conditionsOf, isUuid, type List } from '../reading/index.js';

/** A record of a list within the asker's reach; NOT_FOUND otherwise. */
export async function findIn<T extends object>(ctx: Context, list: List<T>, id: string, what: Message): Promise<T> {
  if (!isUuid(id)) throw notFound(what);
  const walls = await conditionsOf(list, askerOf(ctx), null);
  const found = await (await ctx.em()).findOne(list.entity() as EntityClass<T>, { $and: [{ id }, ...walls] } as never);
  if (!found) throw notFound(what);
  return found as T;
}
