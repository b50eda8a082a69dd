import { createHash } from 'node:crypto';
import { badInput, Refused } from '../kernel/index.js';
import { actorOf, type Context } from './context.js';

/** One create that may arrive twice. */
export interface Repeatable<T> {
  /** What the client gave as idempotencyKey; without one the create simply happens. */
  key: string | null | undefined;
  /** The mutation's name and arguments, which must be the same when the key comes again. */
  act: string;
  input: unknown;
  make(): Promise<T>;
  /** Reads the record that the first time made. */
  find(id: string): Promise<T>;
}

/** Makes a record once per key and actor: the same key with the same arguments answers the first record, with others CONFLICT. */
export async function idempotent<T extends { id: string }>(ctx: Context, create: Repeatable<T>): Promise<T> {
  if (!create.key) return create.make();
  if (create.key.length > 100)
    throw badInput({ zh: '幂等键最多 100 个字符。', en: 'An idempotency key is at most 100 characters.' }, [
      'idempotencyKey',
    ]);
  const em = await ctx.em();
  const { tenantId, id: actorId } = actorOf(ctx);
  const hash = createHash('sha256').update(stableText(create.input)).digest();
  const claimed = (await em.execute(
    `insert into idempotency_key (tenant_id, actor_id, key, act, arguments_hash) values (?, ?, ?, ?, ?) on conflict do nothing returning 1 as made`,
    [tenantId, actorId, create.key, create.act, hash],
  )) as unknown[];
  if (claimed.length > 0) {
    const made = await create.make();
    await em.execute(`update idempotency_key set record_id = ? where tenant_id = ? and actor_id = ? and key = ?`, [
      made.id,
      tenantId,
      actorId,
      create.key,
    ]);
    return made;
  }
  const [first] = (await em.execute(
    `select act, arguments_hash, record_id from idempotency_key where tenant_id = ? and actor_id = ? and key = ?`,
    [tenantId, actorId, create.key],
  )) as { act: string; arguments_hash: Buffer; record_id: string }[];
  if (!first || first.act !== create.act || !hash.equals(first.arguments_hash)) {
    throw new Refused('CONFLICT', {
      zh: '这个幂等键已用于另一次提交。',
      en: 'This idempotency key was used for another request already.',
    });
  }
  return create.find(first.record_id);
}

/** JSON with sorted keys, so that the order in which a client writes its fields does not matter. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
