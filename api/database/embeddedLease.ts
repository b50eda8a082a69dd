import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { SUPERUSER } from './embeddedCluster.js';
import { EmbeddedFailure } from './embeddedFailure.js';
import { findPostmaster } from './embeddedServer.js';

const JOIN_LIMIT_MS = 60_000;
const LEASE_NAME = 'lianxin lease';

/**
 * An idle connection that says "this process uses the server". The server itself counts the leases, and one whose
 * holder was killed is gone with its connection. It does not keep Node running.
 */
export interface Lease {
  port: number;
  /** Makes the database if the cluster has none of this name; true when it was made now. */
  ensureDatabase(name: string): Promise<boolean>;
  /** How many other processes use the server now. */
  countOthers(): Promise<number>;
  end(): Promise<void>;
}

/** The URL of a database of the embedded server, as its superuser. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/**
 * Takes a lease on the server that runs on this cluster, waiting while it starts or recovers; undefined when none runs,
 * or the one that did ended meanwhile.
 */
export async function joinRunning(cluster: string, password: string): Promise<Lease | undefined> {
  const deadline = Date.now() + JOIN_LIMIT_MS;
  for (;;) {
    const running = findPostmaster(cluster);
    if (!running) return undefined;
    const lease = running.status === 'ready' ? await tryLease(running.port, password) : undefined;
    if (lease) return lease;
    if (Date.now() > deadline) {
      throw new EmbeddedFailure(
        `PostgreSQL (process ${running.pid}) holds ${cluster} but does not answer on port ${running.port}: ` +
          `run "kill ${running.pid}" and start again.`,
      );
    }
    await sleep(50);
  }
}

async function tryLease(port: number, password: string): Promise<Lease | undefined> {
  const client = new Client({
    connectionString: urlOf(port, password, 'postgres'),
    application_name: LEASE_NAME,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('set idle_session_timeout = 0');
  } catch (error) {
    await client.end().catch(() => undefined);
    if ((error as { code?: unknown }).code !== '28P01') return undefined;
    throw new EmbeddedFailure(
      `PostgreSQL on port ${port} refuses the password in embedded.json: put back the file made with this data.`,
      { cause: error },
    );
  }
  (client as Client & { unref(): void }).unref();
  return leaseOn(client, port);
}

function leaseOn(client: Client, port: number): Lease {
  return {
    port,
    ensureDatabase: async (name) => {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
      if (rowCount) return false;
      await client.query(`create database ${escapeIdentifier(name)}`);
      return true;
    },
    countOthers: async () => {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [LEASE_NAME],
      );
      return rows[0]?.count ?? 0;
    },
    end: () => client.end(),
  };
}
