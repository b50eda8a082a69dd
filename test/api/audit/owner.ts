import pg from 'pg';
import { app } from '../../support/app.js';

/** Runs one statement past row security, as only the owner of the database can. */
export async function asOwner<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return connected((await app()).ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
}

/** Runs work as the application role, with the context of a county. */
export async function asApplication<T>(tenantId: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return connected((await app()).appUrl, async (client) => {
    await client.query(`begin; set local app.tenant = '${tenantId}'; set local app.stations = '*'`);
    return work(client);
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** The number of a demo county. */
export async function countyNumber(code = '620981'): Promise<number> {
  const [row] = await asOwner<{ id: number }>('select id from tenant where code = $1', [code]);
  return row?.id ?? -1;
}
