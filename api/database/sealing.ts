import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { checkTenant, type SealCheck, type Sealed, sealNext } from '../audit/index.js';
import type { Orm } from './orm.js';
import { TenantSession } from './tenantSession.js';

/** How long a sealing waits for transactions that are still writing; those that take longer are left to the next one. */
const patienceMs = 2000;

/** A seal with the county it is of. */
export interface TenantSeal extends Sealed {
  tenantId: number;
}

/** Seals every audit row that is settled, county by county, and answers the seals made. */
export async function sealAll(orm: Orm): Promise<TenantSeal[]> {
  const upto = await settledNumber(orm);
  if (upto === null) return [];
  const tenants = (await statement(orm, 'select tenant_id from gate.audit_unsealed(?)', [upto])) as {
    tenant_id: number;
  }[];
  const made: TenantSeal[] = [];
  for (const { tenant_id: tenantId } of tenants) {
    const next = (): Promise<Sealed | null> => inCounty(orm, tenantId, (em) => sealNext(em, tenantId, upto));
    for (let seal = await next(); seal; seal = await next()) made.push({ tenantId, ...seal });
  }
  return made;
}

/** Recomputes the seals of one county by code, or of all; the platform's own log goes by `platform`. */
export async function checkSeals(
  orm: Orm,
  county?: string,
): Promise<(SealCheck & { tenantId: number; code: string })[]> {
  const tenants = await asCounty(orm, { tenantId: 0, isPlatform: true }, async (em) => {
    return (await em.execute('select id, code from tenant order by id')) as { id: number; code: string }[];
  });
  const wanted = tenants.filter(({ code }) => county === undefined || code === county);
  const checks: (SealCheck & { tenantId: number; code: string })[] = [];
  for (const { id, code } of wanted)
    checks.push({ tenantId: id, code, ...(await inCounty(orm, id, (em) => checkTenant(em, id))) });
  return checks;
}

/** Transactions that have written audit rows, or are about to, hold this lock until they end. */
const writersSql = `
  select distinct virtualtransaction as writer from pg_locks
  where locktype = 'relation' and relation = 'audit_entry'::regclass and mode = 'RowExclusiveLock' and granted
    and database = (select oid from pg_database where datname = current_database())`;

/**
 * A number in line below which every audit row is either committed or gone for good; null when somebody is still writing after a
 * while. Whoever was given a number holds the lock of a writer since before; so once all who held it when the newest number was
 * read have ended, no row up to that number can still appear.
 */
async function settledNumber(orm: Orm): Promise<string | null> {
  const [given] = (await statement(orm, 'select last_value::text as upto from audit_entry_seq_seq')) as {
    upto: string;
  }[];
  let unsettled = new Set(await writers(orm));
  for (const end = Date.now() + patienceMs; unsettled.size > 0; ) {
    if (Date.now() > end) return null;
    await wait(50);
    unsettled = new Set((await writers(orm)).filter((writer) => unsettled.has(writer)));
  }
  return given?.upto ?? null;
}

async function writers(orm: Orm): Promise<string[]> {
  return ((await statement(orm, writersSql)) as { writer: string }[]).map(({ writer }) => writer);
}

function statement(orm: Orm, sql: string, values: unknown[] = []): Promise<unknown> {
  return orm.em.getConnection().execute(sql, values, 'all');
}

function inCounty<T>(orm: Orm, tenantId: number, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return asCounty(orm, { tenantId, isPlatform: false }, work);
}

async function asCounty<T>(
  orm: Orm,
  scope: { tenantId: number; isPlatform: boolean },
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const session = new TenantSession(orm, { reach: '*', ...scope }, false);
  let hasFailed = true;
  try {
    const result = await work(await session.em());
    hasFailed = false;
    return result;
  } finally {
    await session.finish(hasFailed);
  }
}
