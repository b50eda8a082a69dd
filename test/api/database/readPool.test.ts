import { afterEach, describe, expect, test } from '@jest/globals';
import { ReadPool, type TenantScope } from '../../../api/database/index.js';
import { inOneRoundTrip, type Pipelined } from '../../../api/database/pipeline.js';
import type { PlannedBy } from '../../../api/reading/index.js';
import { app } from '../../support/app.js';
import { statement } from '../../support/plans.js';
import { asOwner } from '../../support/sql.js';

const pools: ReadPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

async function poolOf(size: number, longest?: number): Promise<ReadPool> {
  const pool = new ReadPool((await app()).appUrl, size, longest);
  pools.push(pool);
  return pool;
}

async function yumen(): Promise<TenantScope> {
  const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
  return { tenantId: tenant?.id ?? -1, reach: '*', isPlatform: false };
}

const stations = statement('select count(*)::text from station');
const self = statement('select pg_backend_pid()::text');

/** The driver's connection, as the pool hands it out next. */
async function clientOf(pool: ReadPool): Promise<Pipelined> {
  return (await (pool as unknown as { pool: { connect(): Promise<Pipelined> } }).pool.connect()) as Pipelined;
}

/** Waits until the database runs a statement that holds these words, and answers its process. */
async function running(words: string): Promise<number> {
  for (;;) {
    const [found] = await asOwner<{ pid: number }>(
      `select pid from pg_stat_activity where state = 'active' and query like $1 and pid <> pg_backend_pid()`,
      [`%${words}%`],
    );
    if (found) return found.pid;
  }
}

async function isConnected(pid: number): Promise<boolean> {
  return (await asOwner('select from pg_stat_activity where pid = $1', [pid])).length > 0;
}

const planMode = statement(`select current_setting('plan_cache_mode')`);

describe('a read', () => {
  test('is planned with its values where it filters a list, and once where any values would do', async () => {
    const pool = await poolOf(1);
    const scope = await yumen();
    const asked: PlannedBy[] = ['cost', 'values', 'once', 'once', 'cost'];
    const modes = await pool.read(
      scope,
      asked.map((plannedBy) => ({ ...planMode, plannedBy })),
    );
    const [any, values, once] = ['auto', 'force_custom_plan', 'force_generic_plan'];
    expect(modes.flat()).toEqual([any, values, once, once, any]);
    expect((await pool.read(scope, [planMode])).flat()).toEqual([any]);
  });

  test('is one round trip, however many statements it has', async () => {
    const pool = await poolOf(1);
    await pool.read(await yumen(), [stations]);
    const client = await clientOf(pool);
    const { stream } = client.connection;
    const heard: string[] = [];
    const { _writev, _write } = stream;
    stream._writev = function (...args) {
      heard.push('sent');
      return _writev?.apply(this, args);
    };
    stream._write = function (...args) {
      heard.push('sent');
      return _write.apply(this, args);
    };
    stream.on('data', () => heard.push('heard'));
    client.release();
    await pool.read(await yumen(), [stations, self, statement('select $1::text', ['x'])]);
    expect(heard).toEqual(['sent', ...heard.slice(1).map(() => 'heard')]);
    expect(heard.length).toBeGreaterThan(1);
  });

  test('answers each row as text, in the order of the columns', async () => {
    const odd = statement('select 1::text as "2", null::text as a, true::text as a, $1::text as "1"', ['木']);
    expect(await (await poolOf(1)).read(await yumen(), [odd, self])).toEqual([
      ['1', null, 'true', '木'],
      [expect.stringMatching(/^\d+$/)],
    ]);
  });

  test('sees its own county, and nothing without one', async () => {
    const pool = await poolOf(1);
    const [[all]] = (await pool.read(await yumen(), [stations])) as [[string]];
    const nobody = { tenantId: -1, reach: new Set<string>(), isPlatform: false };
    expect(Number(all)).toBeGreaterThan(50);
    expect(await pool.read(nobody, [stations])).toEqual([['0']]);
    expect(await pool.read(await yumen(), [stations])).toEqual([[all]]);
  });

  test('may not write', async () => {
    const write = statement(`with gone as (delete from station returning 1) select count(*)::text from gone`);
    await expect((await poolOf(1)).read(await yumen(), [write])).rejects.toMatchObject({ code: '25006' });
  });

  test('fails as a whole when it could not begin, and does not answer the emptiness that it then sees', async () => {
    const pool = await poolOf(1);
    const client = await clientOf(pool);
    await expect(inOneRoundTrip(client, 'begin isolation level whatever', [stations])).rejects.toThrow(/syntax/);
    await expect(inOneRoundTrip(client, `begin; set local app.tenant = 'x`, [stations])).rejects.toThrow();
    client.release(true);
  });

  test('is refused when a statement answers more than its one row', async () => {
    const two = statement('select * from (values (1::text), (2::text)) as t');
    await expect((await poolOf(1)).read(await yumen(), [two])).rejects.toThrow('answered 2 rows');
  });
});

describe('prepared statements', () => {
  test('are kept by name, and no more than two hundred on a connection', async () => {
    const pool = await poolOf(1);
    const scope = await yumen();
    const numbered = (i: number) => statement(`select '${i}'::text`);
    for (let i = 0; i < 230; i += 1) await pool.read(scope, [numbered(i)]);
    const kept = statement('select count(*)::text from pg_prepared_statements');
    expect(await pool.read(scope, [kept])).toEqual([['200']]);
    expect(await pool.read(scope, [numbered(0), numbered(229), numbered(0)])).toEqual([['0'], ['229'], ['0']]);
    expect(await pool.read(scope, [kept])).toEqual([['200']]);
  });

  test('that cannot be parsed are asked anew', async () => {
    const pool = await poolOf(1);
    const wrong = statement('select nothing::text');
    for (const _ of [1, 2]) await expect(pool.read(await yumen(), [wrong])).rejects.toMatchObject({ code: '42703' });
    expect(await pool.read(await yumen(), [stations])).toHaveLength(1);
  });
});

describe('a connection', () => {
  test('outlives a statement that took too long', async () => {
    const pool = await poolOf(1);
    const before = await pool.read(await yumen(), [self]);
    const short = statement(`select set_config('statement_timeout', '20', true)`);
    const slow = statement('select pg_sleep(20)::text');
    await expect(pool.read(await yumen(), [short, slow])).rejects.toMatchObject({ code: '57014' });
    expect(await pool.read(await yumen(), [self])).toEqual(before);
  });

  test('is given up with its statement when the asker hangs up, and another takes its place', async () => {
    const pool = await poolOf(1);
    const left = new AbortController();
    const reading = pool.read(await yumen(), [statement(`select pg_sleep(25)::text as hung`)], left.signal);
    const pid = await running('as hung');
    left.abort();
    await expect(reading).rejects.toMatchObject({ code: '57014' });
    while (await isConnected(pid));
    const [[next]] = (await pool.read(await yumen(), [self])) as [[string]];
    expect(Number(next)).not.toBe(pid);
  });

  test('is not even asked for when the asker has gone already', async () => {
    const pool = await poolOf(1);
    const before = await pool.read(await yumen(), [self]);
    await expect(pool.read(await yumen(), [stations], AbortSignal.abort())).rejects.toMatchObject({ code: '57014' });
    expect(await pool.read(await yumen(), [self])).toEqual(before);
  });

  test('that the database ends is told as lost, and another takes its place', async () => {
    const pool = await poolOf(1);
    const reading = pool.read(await yumen(), [statement('select pg_sleep(25)::text as ended')]);
    const refusal = expect(reading).rejects.toMatchObject({ code: '57P01' });
    await asOwner('select pg_terminate_backend($1)', [await running('as ended')]);
    await refusal;
    expect(await pool.read(await yumen(), [stations])).toHaveLength(1);
  });

  test('on which nothing is heard any more is cut', async () => {
    const pool = await poolOf(1, 200);
    const reading = pool.read(await yumen(), [statement('select pg_sleep(25)::text as dead')]);
    await expect(reading).rejects.toThrow('Connection terminated');
    await asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%as dead%' and pid <> pg_backend_pid()`,
    );
    expect(await pool.read(await yumen(), [stations])).toHaveLength(1);
  });
});
