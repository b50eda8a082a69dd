import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Command } from 'commander';
import pg from 'pg';
import { type Orm, openOrm, prepareAppRole } from '../../../api/database/index.js';
import { asPlatform } from '../../../api/database/seed/index.js';
import { commandLine } from '../../../api/start/commands.js';
import { createUser } from '../../../api/start/people.js';
import { cluster, makeDatabase } from '../../support/cluster.js';
import { dataFolder, lianxin, type Outcome, signIn, startLianxin } from '../../support/lianxin.js';

jest.setTimeout(60_000);

const secret = cluster().secret;
let empty: string;
let demo: string;
let demoOrm: Orm;

beforeAll(async () => {
  [empty, demo] = [await makeDatabase('empty'), await makeDatabase('demo')];
  demoOrm = await openOrm(await prepareAppRole(demo, secret));
});

afterAll(() => demoOrm.close(true));

function run(args: string, env: Record<string, string> = {}): Promise<Outcome> {
  return lianxin(args.split(' '), { DATABASE_URL: empty, LIANXIN_SECRET: secret, DATA_DIR: dataFolder(), ...env });
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

const passwordIn = (outcome: Outcome): string => /^Password {2}(\S+)$/m.exec(outcome.out)?.[1] ?? '';

describe('the command line', () => {
  test('every command and option explains itself', () => {
    const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
    const commands = all(commandLine());
    expect(commands.map((c) => c.name())).toEqual(
      expect.arrayContaining(['start', 'migrate', 'schema', 'load', 'create', 'reset-password', 'check']),
    );
    expect(commands.filter((c) => !/^[A-Z].*\.$/.test(c.description())).map((c) => c.name())).toEqual([]);
    expect(commands.flatMap((c) => c.options).filter((option) => !option.description)).toEqual([]);
  });

  test('a county is opened from the national codes, with its townships and an administrator who can sign in', async () => {
    const opened = await run('tenant create --code 420222 --admin 王芳');
    expect(opened).toMatchObject({ code: 0 });
    expect(opened.out).toContain('Opened 阳新县 (420222) with 22 stations.');
    const names = await rows(
      empty,
      `select name from station_name join station s on s.id = station_id where s.code = '420222100'`,
    );
    expect(names).toEqual([{ name: '兴国镇' }]);
    const server = await startLianxin({ DATABASE_URL: empty, LIANXIN_SECRET: secret, DATA_DIR: dataFolder() });
    const first = passwordIn(opened);
    expect(await signIn(server.url, 'admin@420222', first)).toEqual({ status: 200, me: 'admin@420222' });
    const reset = await run('user reset-password --account admin@420222');
    expect(await signIn(server.url, 'admin@420222', first)).toEqual({ status: 200, me: null });
    expect(await signIn(server.url, 'admin@420222', passwordIn(reset))).toMatchObject({ me: 'admin@420222' });
    expect(await rows(empty, `select act from audit_entry where record = 'Account' and act like 'user%'`)).toEqual([
      { act: 'userResetPassword' },
    ]);
    expect(await server.stop()).toBe(0);
    expect(await run('tenant create --code 420222')).toMatchObject({ code: 1, err: 'This county is open already.\n' });
  });

  test('villages come from a file', async () => {
    const file = join(dataFolder(), 'villages.csv');
    writeFileSync(file, '代码,名称\n420281001001,一社区居委会\n420281001201,二村村委会\n');
    const opened = await lianxin(['tenant', 'create', '--code', '420281', '--villages', file], {
      DATABASE_URL: empty,
      LIANXIN_SECRET: secret,
      DATA_DIR: dataFolder(),
    });
    expect(opened).toMatchObject({ code: 0 });
    expect(await rows(empty, `select count(*)::int from station where code like '420281______'`)).toEqual([
      { count: 2 },
    ]);
  });

  test.each([
    ['tenant create --code 999999', /^Not the national code of a county/m],
    ['user reset-password --account nobody@platform', /^There is no account nobody@platform\.$/m],
    ['sing', /unknown command 'sing'/],
  ])('%s is refused in a sentence', async (args, sentence) => {
    const { code, err } = await run(args);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    [{ tenant: '999999' }, 'There is no county 999999 here'],
    [{ tenant: 'platform', account: '9' }, '--account is "9"'],
    [{ tenant: 'platform', account: 'ops@620981' }, 'must be a name alone or end in @platform'],
    [{ tenant: 'platform', name: ' ' }, '--name must be'],
    [{ tenant: 'platform', role: 'KING' }, '--role is "KING"'],
    [{ tenant: 'platform', role: 'HELPER' }, 'PLATFORM_OPERATOR is held in'],
    [{ tenant: '620981', account: 'admin' }, 'admin@620981 exists already'],
    [{ tenant: '620981', role: 'OFFICE_CLERK' }, 'OFFICE_CLERK is held at TOWNSHIP level'],
    [{ tenant: '620981', station: '999' }, 'no station 999'],
  ])('a person with %j is refused', async (wrong, sentence) => {
    const person = { account: 'li.wei', name: '李伟', role: null, station: null, ...wrong };
    await expect(asPlatform(demoOrm, (work) => createUser(work, person))).rejects.toThrow(sentence);
  });
});

describe('a real server', () => {
  test('that does not answer is told in a sentence', async () => {
    const { code, err } = await run('migrate', { DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/lianxin' });
    expect([code, err]).toEqual([1, expect.stringMatching(/^The database does not answer.*\n$/)]);
  });

  test('has no demo unless asked; two that start at once with --demo load it once', async () => {
    const env = { DATABASE_URL: await makeDatabase('empty'), LIANXIN_SECRET: secret, DATA_DIR: dataFolder() };
    const plain = await startLianxin(env);
    expect(await rows(env.DATABASE_URL, 'select from tenant where id <> 0')).toEqual([]);
    expect(await plain.stop()).toBe(0);
    const both = await Promise.all([startLianxin(env, ['--demo']), startLianxin(env, ['--demo'])]);
    expect(await rows(env.DATABASE_URL, 'select count(*)::int from tenant where id <> 0')).toEqual([{ count: 5 }]);
    expect(both.map((one) => one.said().match(/Loading the five demo counties/g)?.length ?? 0).sort()).toEqual([0, 1]);
    for (const { url } of both) expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(await Promise.all(both.map((one) => one.stop()))).toEqual([0, 0]);
  });

  test('in production is refused without keys of personal data, with demo accounts, or a role that row security does not bind', async () => {
    const app = await prepareAppRole(demo, secret);
    const key = Buffer.alloc(32, 7).toString('base64');
    const real = { NODE_ENV: 'production', LIANXIN_SECRET: 'k3JxQ9vT2mWz8RbY5nLd', DATABASE_URL: demo };
    const withoutKeys = await run('start --no-build', { ...real, APP_DATABASE_URL: app });
    expect(withoutKeys).toMatchObject({ code: 1, err: expect.stringContaining('PII_KEY_FILE is missing') });
    const production = { ...real, PII_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key }, index: key }) };
    const withDemo = await run('start --no-build', { ...production, APP_DATABASE_URL: app });
    expect(withDemo).toMatchObject({ code: 1, err: expect.stringContaining('holds demo accounts') });
    const asOwner = await run('start --no-build', { ...production, APP_DATABASE_URL: demo });
    expect(asOwner).toMatchObject({ code: 1, err: expect.stringContaining('is a superuser') });
    expect((await run('demo load', { ...production, APP_DATABASE_URL: app })).err).toContain('not for production');
  });
});
