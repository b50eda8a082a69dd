import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { ReadPool } from '../../../api/database/index.js';
import { drain } from '../../../api/server/index.js';
import { actors } from '../../support/actors.js';
import { app, ask, codes, restart } from '../../support/app.js';
import { asSuperuser, cluster } from '../../support/cluster.js';

async function readiness(): Promise<[number, string]> {
  const response = await (await app()).server.inject({ method: 'GET', url: '/readyz' });
  return [response.statusCode, response.json().status];
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: (await app()).ownerUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Listens, and holds the stations' table so that whoever asks for the tree waits. */
async function slow(): Promise<{ url: string; holder: pg.Client }> {
  const { server, ownerUrl } = await restart();
  const holder = new pg.Client({ connectionString: ownerUrl });
  await holder.connect();
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, holder };
}

async function post(
  url: string,
  query: string,
  cookie = '',
  variables = {},
): Promise<{
  status: number;
  body: { errors?: { extensions: { code: string } }[] } & Record<string, unknown>;
  cookie: string;
}> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const set = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: response.status, body: (await response.json()) as never, cookie: set };
}

async function cookieOf(url: string, account: string): Promise<string> {
  const query = 'mutation ($i: SignInInput!) { signIn(input: $i) { errors { code } } }';
  return (await post(url, query, '', { i: { account, password: cluster().password } })).cookie;
}

describe('readiness', () => {
  test('is lost while a step of the code is missing in the database, and asked anew after a second', async () => {
    expect(await readiness()).toEqual([200, 'ok']);
    await asOwner(`update lianxin_migration set name = name || '?' where id = (select max(id) from lianxin_migration)`);
    expect(await readiness()).toEqual([200, 'ok']);
    await sleep(1_050);
    expect(await readiness()).toEqual([503, 'migrations missing']);
    await asOwner(`update lianxin_migration set name = rtrim(name, '?')`);
    await sleep(1_050);
    expect(await readiness()).toEqual([200, 'ok']);
  });

  test('is lost while the database refuses, questions are answered UNAVAILABLE, and both come back', async () => {
    await readiness();
    const database = new URL((await app()).ownerUrl).pathname.slice(1);
    await asSuperuser([
      `alter database ${database} allow_connections false`,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
    ]);
    await sleep(1_050);
    expect(await readiness()).toEqual([503, 'database unreachable']);
    const answer = await ask(actors.partner(`lx_abcdefgh_${'x'.repeat(43)}`), '{ __typename }');
    expect([answer.status, codes(answer)]).toEqual([503, ['UNAVAILABLE']]);
    expect((await (await app()).server.inject({ method: 'GET', url: '/livez' })).statusCode).toBe(200);
    await asSuperuser([`alter database ${database} allow_connections true`]);
    await sleep(1_050);
    expect(await readiness()).toEqual([200, 'ok']);
  });
});

describe('going down', () => {
  test('answers what is in flight, turns new questions away, and ends', async () => {
    const { url, holder } = await slow();
    const cookie = await cookieOf(url, 'admin@620981');
    await holder.query('begin; lock table station in access exclusive mode');
    const inFlight = post(url, '{ stationTree { station { name } } }', cookie);
    await sleep(300);
    const draining = drain((await app()).server);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const late = await post(url, '{ __typename }', cookie);
    expect([late.status, late.body.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    await holder.query('commit');
    expect((await inFlight).body).toEqual({ data: { stationTree: { station: { name: '玉门市' } } } });
    expect(await draining).toBe(true);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    await holder.end();
  });

  test('cuts what takes longer than it may', async () => {
    const { url, holder } = await slow();
    const cookie = await cookieOf(url, 'admin@620981');
    await holder.query('begin; lock table station in access exclusive mode');
    const inFlight = post(url, '{ stationTree { station { name } } }', cookie).catch(() => 'cut');
    await sleep(300);
    const draining = drain((await app()).server, 500);
    expect(await inFlight).toBe('cut');
    await holder.query('commit');
    expect(await draining).toBe(false);
    await holder.end();
  });

  afterEach(() => restart());
});

describe('the log', () => {
  test('tells of a request its operation, time and codes, and nothing that people typed', async () => {
    const lines: Record<string, unknown>[] = [];
    await restart({ logLevel: 'info', logTo: { write: (line) => lines.push(JSON.parse(line)) } });
    const query = 'mutation Enter($i: SignInInput!) { signIn(input: $i) { errors { code } } }';
    const variables = { i: { account: 'zhang.san@620981', password: 'a-secret-of-zhang' } };
    const answer = await ask(actors.anonymous, query, variables, { headers: { 'user-agent': 'Firefox of Zhang' } });
    await (await app()).server.inject({
      method: 'GET',
      url: '/graphql?query={stations(where:{search:"张三"}){totalCount}}',
    });
    const told = lines.filter((line) => line.msg === 'answered');
    expect(told).toMatchObject([
      { method: 'POST', path: '/graphql', status: 200, operation: 'Enter', kind: 'mutation', codes: [] },
      { method: 'GET', path: '/graphql', status: 400 },
    ]);
    expect(told[0]?.reqId).toBe(answer.headers['x-request-id']);
    expect(told[0]?.ms).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/zhang|张三|127\.0\.0\.1|620981/i);
  });

  test('tells of a fault of ours its place, and not the values that a database error quotes', async () => {
    const lines: Record<string, unknown>[] = [];
    await restart({ logLevel: 'info', logTo: { write: (line) => lines.push(JSON.parse(line)) } });
    const fault = Object.assign(new pg.DatabaseError('insert into person values (李四)', 0, 'error'), {
      code: 'XX000',
    });
    const failing = jest.spyOn(ReadPool.prototype, 'apart').mockRejectedValue(fault);
    const answer = await ask(actors.partner(`lx_abcdefgh_${'x'.repeat(43)}`), '{ __typename }');
    failing.mockRestore();
    expect([answer.status, codes(answer)]).toEqual([500, ['INTERNAL']]);
    const [line] = lines.filter((each) => each.level === 50);
    expect(line).toMatchObject({ reqId: answer.headers['x-request-id'], err: { code: 'XX000', message: 'database' } });
    expect(JSON.stringify(lines)).not.toContain('李四');
    expect(JSON.stringify(answer.errors)).not.toMatch(/李四|at /);
  });
});
