import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Role } from '../../../api/access/index.js';
import { dataFolder, freePort, lianxin, type Running, signIn, startLianxin } from '../../support/lianxin.js';

jest.setTimeout(90_000);

const folder = dataFolder();
const env = { DATA_DIR: folder };
let first: Running;

interface Accounts {
  operator: { account: string; password: string };
  accounts: { account: string; password: string; tenant: string; role: string; station: string }[];
}

const accounts = (): Accounts => JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as Accounts;

const pidFile = (): string => join(folder, 'postgres', 'postmaster.pid');

function postmaster(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
}

/** What a question with an unknown session is answered, which the database must be asked about. */
async function askedAsNobody(url: string): Promise<number> {
  const headers = { 'content-type': 'application/json', cookie: 'lianxin=unknown' };
  const body = JSON.stringify({ query: '{ me { user { account } } }' });
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).status;
}

/** What a question and the readiness page answer. */
async function statuses(url: string): Promise<[number, number]> {
  const question = await signIn(url, 'nobody@620981', 'not the password');
  return [question.status, (await fetch(`${url}/readyz`)).status];
}

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/readyz`)).status === 200;
}

async function until(holds: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come true within ${milliseconds} ms.`);
    await sleep(100);
  }
}

beforeAll(async () => {
  first = await startLianxin(env);
});

describe('the embedded database', () => {
  test('gets the demo on its first start; its accounts are in a file for this user alone', async () => {
    expect(statSync(join(folder, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    const { operator, accounts: people } = accounts();
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['account', 'password', 'role', 'station', 'tenant']);
    const counties = [...new Set(people.map((p) => p.tenant))].sort();
    expect(counties).toEqual(['141034', '450481', '620702', '620981', '653123']);
    const roles = Object.values(Role).filter((role) => role !== Role.PLATFORM_OPERATOR);
    for (const county of counties) {
      expect(roles.filter((role) => !people.some((p) => p.tenant === county && p.role === role))).toEqual([]);
    }
    expect(people.every((p) => p.station.startsWith(p.tenant))).toBe(true);
    const [one] = people;
    expect(await signIn(first.url, one?.account ?? '', one?.password ?? '')).toEqual({ status: 200, me: one?.account });
    expect((await signIn(first.url, operator.account, operator.password)).me).toBe('operator@platform');
    expect(first.said()).toContain(operator.password);
  });

  test('is shared by a second instance, which loads no second demo, and outlives the first to stop', async () => {
    const print = (): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'demo-accounts.json')))
        .digest('hex');
    const before = print();
    const second = await startLianxin(env);
    expect(print()).toBe(before);
    expect(second.said()).toContain(accounts().operator.password);
    expect(await second.stop()).toBe(0);
    expect(await statuses(first.url)).toEqual([200, 200]);
  });

  test('that dies is started again by the API that needs it, and until then nothing but clear 503s is answered', async () => {
    const killed = postmaster();
    const seen = new Set<number>();
    process.kill(killed, 'SIGKILL');
    await until(async () => {
      const status = await askedAsNobody(first.url);
      seen.add(status);
      return existsSync(pidFile()) && postmaster() !== killed && status === 200 && (await isReady(first.url));
    }, 40_000);
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(first.child.exitCode).toBeNull();
  });

  test('that a killed instance left running is used again, and ends with the last one', async () => {
    first.child.kill('SIGKILL');
    const again = await startLianxin(env);
    expect(again.said()).toContain('Using the PostgreSQL that already runs');
    expect(await again.stop()).toBe(0);
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('says how to get in when the file of the accounts is lost', async () => {
    rmSync(join(folder, 'demo-accounts.json'));
    const again = await startLianxin(env);
    await until(async () => again.said().includes('user reset-password --account'), 2_000);
    expect(existsSync(join(folder, 'demo-accounts.json'))).toBe(false);
    expect(await again.stop()).toBe(0);
  });
});

test('a taken port is told in a sentence, before anything is started', async () => {
  const port = await freePort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const untouched = dataFolder();
  const { code, err } = await lianxin(['start', '--no-build'], { DATA_DIR: untouched, PORT: String(port) });
  taken.close();
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^Port ${port} .* is taken .*"PORT=${port + 1} npm start"\\.\\n$`)),
  ]);
  expect(existsSync(join(untouched, 'postgres'))).toBe(false);
});
