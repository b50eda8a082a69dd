import { MikroORM, type PostgreSqlDriver } from '@mikro-orm/postgresql';
import { entities } from '../areas.js';
import { auditSubscriber } from '../audit/index.js';
import { OrmClient } from './ormClient.js';
import { flushSubscriber, OrmDriver } from './ormDriver.js';

/** How many connections one API process holds at most; PostgreSQL's own limit must allow it for every instance. */
const poolSize = Number(process.env.DATABASE_POOL ?? 12);

/** Half for planned reads, which hold a connection for one round trip, and half for the ORM, which holds it for several. */
export const shares = { reading: Math.max(1, Math.floor(poolSize / 2)), orm: Math.max(1, Math.ceil(poolSize / 2)) };

/** A database that has stopped answering is told from a slow one, which its own bound of 10 s stops first; keepalive finds dead lines. */
export const patience = { connectionTimeoutMillis: 5_000, query_timeout: 12_000, keepAlive: true };

/** Opens the ORM as the application role, with the entities of every area and audit on every flush. */
export async function openOrm(url: string): Promise<Orm> {
  return MikroORM.init({
    driver: OrmDriver as typeof PostgreSqlDriver,
    clientUrl: url,
    entities: [...entities],
    subscribers: [auditSubscriber, flushSubscriber],
    pool: { min: 1, max: shares.orm, idleTimeoutMillis: 60_000 },
    driverOptions: { ...patience, Client: OrmClient, pipeline: true },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    ensureDatabase: false,
  });
}

export type Orm = MikroORM;
