import { setTimeout as wait } from 'node:timers/promises';
import { type EntityMetadata, LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Orm } from '../database/index.js';
import { asPlatform } from '../database/seed/index.js';
import { allSealed, currentKey, keysHoldMs, sealed, sealedWith, unsealed } from '../kernel/index.js';
import { Tenant } from '../tenancy/index.js';

/** Records sealed anew in one transaction: few enough that nobody waits for them. */
const portion = 200;

type Sealed = { id: string } & Record<string, unknown>;

/**
 * Seals every value with the newest key, county by county in small transactions, so that it can be broken off and run again. Other
 * instances may go on sealing with the key before for a moment; so it looks again after that, until nothing is left.
 */
export async function resealAll(orm: Orm, say: (line: string) => void, patienceMs = keysHoldMs): Promise<number> {
  const begun = Date.now();
  let all = 0;
  for (;;) {
    const pass = await resealOnce(orm, say);
    all += pass;
    const left = begun + patienceMs + 1000 - Date.now();
    if (pass === 0 && left <= 0) return all;
    if (pass === 0) await wait(left);
  }
}

async function resealOnce(orm: Orm, say: (line: string) => void): Promise<number> {
  let all = 0;
  for (const { id, code } of await counties(orm)) {
    for (const [record, properties] of allSealed()) {
      let count = 0;
      for (let after: string | null = firstId; after !== null; ) {
        const done: Portion = await resealSome(orm, { tenantId: id, record, properties, after });
        count += done.count;
        after = done.last;
      }
      if (count > 0) say(`${code}: ${count} of ${record}`);
      all += count;
    }
  }
  return all;
}

const firstId = '00000000-0000-0000-0000-000000000000';

interface Portion {
  count: number;
  /** The last id looked at; null when there was none. */
  last: string | null;
}

/** One portion of the records of a county, in the order of their ids. */
function resealSome(
  orm: Orm,
  {
    tenantId,
    record,
    properties,
    after,
  }: { tenantId: number; record: string; properties: readonly string[]; after: string },
): Promise<Portion> {
  return asPlatform(
    orm,
    async ({ enter }) => {
      const em = await enter(tenantId);
      const isOld = (property: string) => ({
        $and: [{ [property]: { $ne: null } }, { $not: { [property]: { $like: `${currentKey()}.%` } } }],
      });
      const found = (await em.find(
        metaOf(em, record).class as never,
        { tenantId, id: { $gt: after }, $or: properties.map(isOld) } as never,
        { orderBy: { id: 'asc' }, limit: portion, lockMode: LockMode.PESSIMISTIC_WRITE } as never,
      )) as Sealed[];
      for (const one of found) for (const property of properties) one[property] = anew(one[property]);
      await em.flush();
      return { count: found.length, last: found.at(-1)?.id ?? null };
    },
    { act: 'personalKeysRotate' },
  );
}

function anew(value: unknown): unknown {
  const isOld = typeof value === 'string' && sealedWith(value) !== currentKey();
  return isOld ? sealed(unsealed(value)) : value;
}

/** How many values lie under which key. */
export interface KeyUse {
  code: string;
  record: string;
  property: string;
  key: string;
  values: number;
}

/** How many values lie sealed under which key, county by county. */
export async function keysInUse(orm: Orm): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const { id, code } of await counties(orm)) {
    await asPlatform(orm, async ({ enter }) => {
      const em = await enter(id);
      for (const [record, properties] of allSealed()) {
        const meta = metaOf(em, record);
        for (const property of properties) {
          const column =
            (meta.properties as Record<string, { fieldNames: string[] }>)[property]?.fieldNames[0] ?? property;
          const counted = (await em.execute(
            `select split_part("${column}", '.', 1) as key, count(*)::int as "values" from "${meta.tableName}"
             where tenant_id = ? and "${column}" is not null group by 1 order by 1`,
            [id],
          )) as Pick<KeyUse, 'key' | 'values'>[];
          uses.push(...counted.map((one) => ({ code, record, property, ...one })));
        }
      }
    });
  }
  return uses;
}

function counties(orm: Orm): Promise<{ id: number; code: string }[]> {
  return asPlatform(orm, async ({ em }) => {
    const found = await em.find(Tenant, { id: { $gt: 0 } }, { orderBy: { id: 'asc' } });
    return found.map(({ id, code }) => ({ id, code }));
  });
}

function metaOf(em: EntityManager, record: string): EntityMetadata {
  const found = [...em.getMetadata().getAll().values()].find((meta) => meta.className === record);
  if (!found) throw new Error(`There is no record ${record} to seal anew.`);
  return found as EntityMetadata;
}
