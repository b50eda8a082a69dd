import { afterAll } from '@jest/globals';
import pg from 'pg';
import { app } from './app.js';

const pools = new Map<string, pg.Pool>();

/** A test file asks by the same few connections: to make one anew for each question costs more than most questions. */
function poolOf(url: string): pg.Pool {
  const known = pools.get(url) ?? new pg.Pool({ connectionString: url, max: 4 });
  // A test may cut every connection of its database off; the next question makes another.
  if (!pools.has(url)) known.on('error', () => {});
  pools.set(url, known);
  return known;
}

afterAll(async () => {
  for (const pool of pools.values()) await pool.end();
  pools.clear();
});

/** Asks the test file's database as its owner, who sees everything. */
export async function asOwner<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await poolOf((await app()).ownerUrl).query(sql, values);
  return rows as Row[];
}

/** What row security is told, as any client could say it. */
export interface SqlContext {
  tenant: number;
  /** `*`, or station ids with commas between. */
  stations: string;
}

/** Works as the application role in a transaction that is rolled back, with a context or without one. */
export async function asApplication<T>(
  context: SqlContext | null,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withClient((await app()).appUrl, async (client) => {
    await client.query('begin');
    if (context) {
      await client.query(`set local app.tenant = '${context.tenant}'; set local app.stations = '${context.stations}'`);
    }
    try {
      return await work(client);
    } finally {
      await client.query('rollback');
    }
  });
}

/** The SQLSTATE and words that a statement is refused with, or null when it is not; the transaction goes on. */
export async function refusalOf(client: pg.Client, sql: string, values: unknown[] = []): Promise<string | null> {
  await client.query('savepoint attempt');
  try {
    await client.query(sql, values);
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `${code} ${message}`;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
