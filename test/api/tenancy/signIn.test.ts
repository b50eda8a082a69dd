import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { type Answer, ask, codes, data } from '../../support/app.js';
import { cluster } from '../../support/cluster.js';
import { asOwner } from '../../support/sql.js';

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) {
  me { user { account } } errors { path code message }
} }`;

function trySignIn(account: string, password: string, language: 'zh' | 'en' = 'zh'): Promise<Answer> {
  return ask(actors.anonymous, signIn, { input: { account, password } }, { language });
}

describe('signing in', () => {
  test('opens a session in a cookie that scripts cannot read', async () => {
    const answer = await trySignIn('Admin@620981 ', cluster().password);
    expect(answer.data.signIn).toEqual({ me: { user: { account: 'admin@620981' } }, errors: [] });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });

  test('keeps the token nowhere but in the cookie', async () => {
    const answer = await trySignIn('leader@620981', cluster().password);
    const token = /=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
    expect(token.length).toBeGreaterThan(40);
    const found = await asOwner('select id from session where position($1::bytea in token_hash) > 0', [
      Buffer.from(token),
    ]);
    expect(found).toEqual([]);
  });

  test('with a wrong password, an unknown account and a disabled one answers the same', async () => {
    await asOwner(`update "user" set is_disabled = true where account = 'finance@620981'`);
    const answers = [
      await trySignIn('admin@620981', 'wrong-password'),
      await trySignIn('nobody@620981', 'wrong-password'),
      await trySignIn('nobody@999999', 'wrong-password'),
      await trySignIn('finance@620981', cluster().password),
    ];
    const [first] = answers;
    expect(first?.data.signIn).toMatchObject({ me: null, errors: [{ code: 'WRONG_PASSWORD' }] });
    for (const answer of answers) expect([answer.data, answer.headers['set-cookie']]).toEqual([first?.data, undefined]);
  });

  test('is locked after eight failures, even with the right password, and says nothing of it', async () => {
    const account = 'director@450481';
    for (let failure = 0; failure < 8; failure += 1) await trySignIn(account, `wrong ${failure}`);
    const locked = await trySignIn(account, cluster().password);
    expect(locked.data.signIn).toMatchObject({ me: null, errors: [{ code: 'WRONG_PASSWORD' }] });
    await asOwner(`update account set locked_until = now() - interval '1 second' where login = $1`, [account]);
    expect((await trySignIn(account, cluster().password)).data.signIn.errors).toEqual([]);
  });

  test('speaks the language that is asked for', async () => {
    const [zh, en] = [await trySignIn('a@b', 'c', 'zh'), await trySignIn('a@b', 'c', 'en')];
    expect(zh.data.signIn.errors[0].message).toMatch(/账号或密码不正确/);
    expect(en.data.signIn.errors[0].message).toMatch(/do not fit/);
  });
});

describe('a session', () => {
  const me = '{ me { user { account } tenant { code } grants { role } mustChangePassword } }';

  test('answers who one is, and null to a stranger', async () => {
    expect(await data(actors.office('chijin'), me)).toEqual({
      me: {
        user: { account: 'office.chijin@620981' },
        tenant: { code: '620981' },
        grants: [{ role: 'OFFICE_DIRECTOR' }],
        mustChangePassword: false,
      },
    });
    expect(await data(actors.anonymous, me)).toEqual({ me: null });
  });

  test('ends on the server when one signs out', async () => {
    const answer = await trySignIn('inspector@620981', cluster().password);
    const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
    expect((await data(actors.anonymous, me, {}, { headers })).me.user.account).toBe('inspector@620981');
    await data(actors.anonymous, 'mutation { signOut { errors { code } } }', {}, { headers });
    expect(await data(actors.anonymous, me, {}, { headers })).toEqual({ me: null });
  });

  test('ends after 30 minutes without a request and after 12 hours in any case', async () => {
    for (const column of ['last_seen_at', 'started_at']) {
      const answer = await trySignIn('inspector@620981', cluster().password);
      const headers = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
      await asOwner(
        `update session set ${column} = now() - interval '${column === 'started_at' ? '12 hours' : '30 minutes'}'`,
      );
      expect(await data(actors.anonymous, me, {}, { headers })).toEqual({ me: null });
    }
  });

  test('that a first password opened may do nothing before it is changed', async () => {
    await asOwner(`update account set must_change = true where login = 'jobs@620981'`);
    const answer = await ask(actors.person('jobs@620981'), '{ stationTree { station { id } } }');
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.extensions?.reason).toBe('mustChangePassword');
  });
});
