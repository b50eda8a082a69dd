import pg from 'pg';

/** Not the number of the migrations' own lock: whoever holds this one prepares the database, role to demo. */
const lock = 7_620_980;

/** Runs work while no other instance prepares the same database; says so when it has to wait. */
export async function inTurn<T>(
  ownerUrl: string,
  say: (line: string) => void,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'lianxin start',
    connectionTimeoutMillis: 15_000,
  });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ is: boolean }>('select pg_try_advisory_lock($1) as is', [lock]);
    if (!rows[0]?.is) {
      say('Another instance is preparing the database; waiting for it');
      await owner.query('set statement_timeout = 0');
      await owner.query('select pg_advisory_lock($1)', [lock]);
    }
    return await work(owner);
  } finally {
    await owner.end().catch(() => undefined);
  }
}
