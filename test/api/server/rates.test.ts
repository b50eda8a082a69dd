import { beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { actors } from '../../support/actors.js';
import { type Answer, app, ask, codes, data, forgetSessions, restart } from '../../support/app.js';
import { cluster } from '../../support/cluster.js';

const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { me { user { account } } errors { code } } }';

function trySignIn(account: string, password: string, address = '127.0.0.1'): Promise<Answer> {
  return ask(actors.anonymous, signIn, { input: { account, password } }, { headers: { 'x-forwarded-for': address } });
}

async function asOwner(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: (await app()).ownerUrl });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

function expectTold(answer: Answer): void {
  expect(answer.status).toBe(429);
  expect(codes(answer)).toEqual(['RATE_LIMITED']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
}

describe('attempts to sign in', () => {
  beforeEach(async () => {
    await restart({ trustProxy: true, rates: { signInsPerAddress: 6, signInsPerAccount: 3 } });
    await asOwner('update account set failures = 0, locked_until = null');
  });

  test('are counted per account, known or unknown alike', async () => {
    for (const account of ['jobs@620981', 'nobody@620981']) {
      for (let i = 0; i < 3; i += 1) expect((await trySignIn(account, 'wrong')).data.signIn.me).toBeNull();
      expectTold(await trySignIn(account, 'wrong', '203.0.113.7'));
      expectTold(await trySignIn(account, cluster().password, '203.0.113.8'));
    }
  });

  test('are counted per address', async () => {
    for (let i = 0; i < 6; i += 1) await trySignIn(`guess${i}@620981`, 'wrong', '203.0.113.9');
    expectTold(await trySignIn('guess6@620981', 'wrong', '203.0.113.9'));
    expect((await trySignIn('leader@620981', cluster().password, '203.0.113.10')).data.signIn.me).not.toBeNull();
  });

  test('that succeed are not counted', async () => {
    for (let i = 0; i < 8; i += 1) {
      const answer = await trySignIn('leader@620981', cluster().password);
      expect(answer.data.signIn.errors).toEqual([]);
    }
  });

  test('at the same moment are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => trySignIn('training@620981', 'wrong')));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
  });
});

describe('requests', () => {
  test('of one session are limited, and others are not touched by it', async () => {
    await restart({ rates: { perSession: 5 } });
    forgetSessions();
    for (let i = 0; i < 5; i += 1) await data(actors.leader(), '{ me { user { name } } }');
    expectTold(await ask(actors.leader(), '{ me { user { name } } }'));
    await data(actors.director(), '{ me { user { name } } }');
  });
});

describe('a session', () => {
  const age = "update session set last_seen_at = now() - interval '20 minutes'";
  const minutes = 'select round(extract(epoch from now() - max(last_seen_at)) / 60)::int as idle from session';

  beforeEach(async () => {
    await restart();
    forgetSessions();
    await asOwner('delete from session');
    await data(actors.admin(), '{ me { user { name } } }');
    await asOwner(age);
  });

  test('is extended by what a person does', async () => {
    await data(actors.admin(), '{ me { user { name } } }');
    expect(await asOwner(minutes)).toEqual([{ idle: 0 }]);
  });

  test('is not extended by what the console does in the background', async () => {
    await data(actors.admin(), '{ me { user { name } } }', {}, { headers: { 'x-background': '1' } });
    expect(await asOwner(minutes)).toEqual([{ idle: 20 }]);
  });

  test('that was idle for half an hour has ended, and its cookie is left alone', async () => {
    await asOwner("update session set last_seen_at = now() - interval '31 minutes'");
    const answer = await ask(actors.admin(), '{ stationTree { station { name } } }');
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await ask(actors.admin(), '{ me { user { name } } }')).data).toEqual({ me: null });
  });
});
