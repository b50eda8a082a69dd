import { describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const yumen = actors.admin();
const create = `mutation ($input: UserCreateInput!, $key: String) { userCreate(input: $input, idempotencyKey: $key) {
  user { id version account name isDisabled station { code } } password errors { path code message } } }`;
const reset = `mutation ($id: ID!, $version: Int!) { userResetPassword(id: $id, version: $version) {
  user { version } password errors { code } } }`;
const change = `mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { isChanged errors { path code } } }`;

async function stationId(code: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>('select id from station where code = $1', [code]);
  return row?.id ?? '';
}

async function userOf(account: string): Promise<{ id: string; version: number }> {
  const [row] = await asOwner<{ id: string; version: number }>(`select id, version from "user" where account = $1`, [
    account,
  ]);
  return row ?? { id: '', version: 0 };
}

async function newPerson(account: string, by: Actor = yumen, code = '620981102') {
  const input = { account, name: '孙岚', stationId: await stationId(code) };
  return (await data(by, create, { input })).userCreate;
}

describe('a new person', () => {
  test('gets a first password that must be changed before anything else', async () => {
    const { user, password, errors } = await newPerson('first');
    expect([errors, user.account]).toEqual([[], 'first@620981']);
    const person = actors.person('first@620981', password);
    expect(codes(await ask(person, '{ stationTree { station { id } } }'))).toEqual(['FORBIDDEN']);
    const next = '一条新的长密码-2026';
    expect((await data(person, change, { input: { current: password, next } })).passwordChange).toEqual({
      isChanged: true,
      errors: [],
    });
    expect((await data(person, '{ me { mustChangePassword grants { role } } }')).me).toEqual({
      mustChangePassword: false,
      grants: [],
    });
  });

  test('whose account is taken or ill-formed is not entered, and every mistake is named', async () => {
    const input = { account: 'Not An Account!', name: '  ', stationId: await stationId('620981102') };
    const { userCreate } = await data(yumen, create, { input });
    expect(userCreate).toMatchObject({ user: null, password: null });
    expect(userCreate.errors.map((e: { path: string[] }) => e.path.join('.')).sort()).toEqual([
      'input.account',
      'input.name',
    ]);
    expect((await newPerson('leader')).errors).toMatchObject([{ path: ['input', 'account'], code: 'TAKEN' }]);
  });

  test('asked for twice with one key is entered once, and the key serves for nothing else', async () => {
    const input = { account: 'twice', name: '孙岚', stationId: await stationId('620981102') };
    const [first, second] = [
      await data(yumen, create, { input, key: 'k-1' }),
      await data(yumen, create, { input, key: 'k-1' }),
    ];
    expect(second.userCreate.user.id).toBe(first.userCreate.user.id);
    expect(second.userCreate.password).toBeNull();
    const other = await ask(yumen, create, { input: { ...input, account: 'thrice' }, key: 'k-1' });
    expect(codes(other)).toEqual(['CONFLICT']);
    expect(await userOf('thrice@620981')).toEqual({ id: '', version: 0 });
  });

  test('is entered by an office director in the own town only', async () => {
    expect((await newPerson('clerk2', actors.office('chijin'))).errors).toEqual([]);
    const elsewhere = { account: 'clerk3', name: '孙岚', stationId: await stationId('620981105') };
    expect(codes(await ask(actors.office('chijin'), create, { input: elsewhere }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.helper('chijin'), create, { input: elsewhere }))).toEqual(['FORBIDDEN']);
  });
});

describe('a password', () => {
  test.each([
    ['too short', 'bamboo', 'short-1'],
    ['known to every guesser', 'larch', 'password1234'],
    ['the account itself', 'grapevine12', 'grapevine12'],
  ])('that is %s is refused', async (_why, account, next) => {
    const { password } = (await newPerson(account)) as { password: string };
    const person = actors.person(`${account}@620981`, password);
    const { passwordChange } = await data(person, change, { input: { current: password, next } });
    expect(passwordChange).toMatchObject({ isChanged: null, errors: [{ code: 'WEAK' }] });
  });

  test('is changed only by who knows the old one', async () => {
    const input = { current: 'not the password', next: '一条新的长密码-2026' };
    const { passwordChange } = await data(actors.volunteer('chijin'), change, { input });
    expect(passwordChange.errors).toMatchObject([{ path: ['input', 'current'], code: 'WRONG_PASSWORD' }]);
  });

  test('is reset by the administrator above, and ends every session', async () => {
    const helper = actors.helper('huangzhawan');
    expect((await data(helper, '{ me { user { id } } }')).me).not.toBeNull();
    const user = await userOf('helper.huangzhawan@620981');
    const { userResetPassword } = await data(actors.office('huangzhawan'), reset, { ...user });
    expect(userResetPassword).toMatchObject({ errors: [], password: expect.any(String) });
    expect((await data(helper, '{ me { user { id } } }')).me).toBeNull();
    const twice = await ask(actors.office('huangzhawan'), reset, { ...user });
    expect(codes(twice)).toEqual(['STALE']);
    expect(twice.errors?.[0]?.extensions).toMatchObject({ currentVersion: user.version + 1 });
  });

  test('is not reset from below: a station lead cannot become an office director', async () => {
    const village = await stationId('620981102200');
    await asOwner(`update "user" set station_id = $1 where account = 'office.chijin@620981'`, [village]);
    const director = await userOf('office.chijin@620981');
    const answer = await ask(actors.station('chijin'), reset, { ...director });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.extensions?.reason).toBe('above');
    await asOwner(`update "user" set station_id = $1 where id = $2`, [await stationId('620981102'), director.id]);
  });

  test('of somebody in a sibling town is not there to reset', async () => {
    const sibling = await userOf('clerk.huangzhawan@620981');
    expect(codes(await ask(actors.office('chijin'), reset, { ...sibling }))).toEqual(['NOT_FOUND']);
  });
});

describe('switching off', () => {
  const disable = `mutation ($id: ID!, $version: Int!) { userDisable(id: $id, version: $version, reason: "离岗") {
    user { isDisabled } errors { code message } } }`;

  test('ends the sessions at once, and switching on lets the person sign in again', async () => {
    const volunteer = actors.volunteer('huangzhawan');
    expect((await data(volunteer, '{ me { user { id } } }')).me).not.toBeNull();
    const user = await userOf('volunteer.huangzhawan@620981');
    expect((await data(yumen, disable, { ...user })).userDisable).toEqual({ user: { isDisabled: true }, errors: [] });
    expect((await data(volunteer, '{ me { user { id } } }')).me).toBeNull();
    const enable = `mutation ($id: ID!, $version: Int!) { userEnable(id: $id, version: $version) { user { isDisabled } errors { code } } }`;
    const now = await userOf('volunteer.huangzhawan@620981');
    expect((await data(yumen, enable, { ...now })).userEnable).toEqual({ user: { isDisabled: false }, errors: [] });
  });

  test('the last administrator is refused', async () => {
    const answer = await ask(yumen, disable, { ...(await userOf('admin@620981')) });
    const said = answer.errors ? codes(answer) : answer.data.userDisable.errors.map((e: { code: string }) => e.code);
    expect(['FORBIDDEN', 'WRONG_STATE']).toContain(said[0]);
    expect((await data(yumen, '{ me { user { isDisabled } } }')).me.user.isDisabled).toBe(false);
  });
});

describe('one’s sessions', () => {
  const mine = '{ mySessions { id isCurrent client } }';

  test('are listed, and ended one by one or all at once', async () => {
    const inspector = actors.inspector();
    const before = (await data(inspector, mine)).mySessions;
    expect(before.filter((s: { isCurrent: boolean }) => s.isCurrent)).toHaveLength(1);
    const { id } = before[0];
    const foreign = await ask(
      actors.finance(),
      'mutation ($id: ID!) { sessionEnd(id: $id) { sessions { id } errors { code } } }',
      { id },
    );
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    const { sessionsEndOthers } = await data(
      inspector,
      'mutation { sessionsEndOthers { sessions { isCurrent } errors { code } } }',
    );
    expect(sessionsEndOthers).toEqual({ sessions: [{ isCurrent: true }], errors: [] });
  });
});
