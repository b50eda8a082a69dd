import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { cluster } from '../../support/cluster.js';
import { asOwner } from '../../support/database.js';

const admin = actors.admin('620981');
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const later = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

const createUser = `mutation ($input: UserCreateInput!, $key: String) { userCreate(input: $input, idempotencyKey: $key) {
  user { id account version } password errors { path code message } } }`;
const give = `mutation ($input: GrantCreateInput!) { grantCreate(input: $input) {
  grant { id version role isInForce station { code } validTo } errors { path code message } } }`;
const end = `mutation ($id: ID!, $version: Int!, $input: GrantEndInput!) { grantEnd(id: $id, version: $version, input: $input) {
  grant { id isInForce } errors { path code message } } }`;
const disable = `mutation ($id: ID!, $version: Int!) { userDisable(id: $id, version: $version, reason: "离任") {
  user { isDisabled } errors { code } } }`;
const reset = `mutation ($id: ID!, $version: Int!) { userResetPassword(id: $id, version: $version) { password errors { code message } } }`;
const find = `query ($search: String!) { users(where: { search: $search }) {
  nodes { id account version isDisabled grants { id version role } } totalCount } }`;
const explain = `query ($account: String!, $permission: Permission!, $stationId: ID, $recordId: ID) {
  explainAccess(account: $account, permission: $permission, stationId: $stationId, recordId: $recordId) { isAllowed sentence rule grant { role } } }`;

async function stationId(code: string, county = '620981'): Promise<string> {
  const query = `query ($code: String!) { stations(where: { code: { in: [$code] } }) { nodes { id } } }`;
  return (await data(actors.admin(county), query, { code })).stations.nodes[0].id;
}

async function person(
  account: string,
): Promise<{ id: string; version: number; grants: { id: string; version: number; role: string }[] }> {
  return (await data(admin, find, { search: account })).users.nodes[0];
}

let made = 0;

async function newPerson(
  code = '620981102',
): Promise<{ id: string; account: string; version: number; password: string }> {
  made += 1;
  const input = { account: `new.person${made}`, name: `新人${made}（示例）`, stationId: await stationId(code) };
  const { userCreate } = await data(admin, createUser, { input });
  expect(userCreate.errors).toEqual([]);
  return { ...userCreate.user, password: userCreate.password };
}

describe('a new person', () => {
  test('signs in with the password shown once, and must change it before anything else', async () => {
    const { account, password } = await newPerson();
    const newcomer = actors.person(account, password);
    expect((await data(newcomer, '{ me { mustChangePassword user { account } } }')).me).toEqual({
      mustChangePassword: true,
      user: { account },
    });
    const answer = await ask(newcomer, '{ stationTree { station { name } } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'mustChangePassword' });
    const change = `mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { isChanged errors { path code } } }`;
    const weak = await data(newcomer, change, { input: { current: password, next: 'password123' } });
    expect(weak.passwordChange.errors).toEqual([{ path: ['input', 'next'], code: 'WEAK' }]);
    const wrong = await data(newcomer, change, { input: { current: 'not-the-one', next: 'a-better-one-4-me' } });
    expect(wrong.passwordChange.errors).toEqual([{ path: ['input', 'current'], code: 'WRONG_PASSWORD' }]);
    expect(
      (await data(newcomer, change, { input: { current: password, next: 'a-better-one-4-me' } })).passwordChange
        .isChanged,
    ).toBe(true);
    expect((await data(newcomer, '{ me { mustChangePassword abilities { permission } } }')).me).toEqual({
      mustChangePassword: false,
      abilities: [],
    });
  });

  test('is entered once per key, and an account belongs to one person', async () => {
    const input = { account: 'only.once', name: '一人（示例）', stationId: await stationId('620981102') };
    const first = await data(admin, createUser, { input, key: 'person-1' });
    const second = await data(admin, createUser, { input, key: 'person-1' });
    expect(second.userCreate).toMatchObject({ user: { id: first.userCreate.user.id }, password: null, errors: [] });
    const third = await data(admin, createUser, { input });
    expect(third.userCreate.errors).toMatchObject([{ path: ['input', 'account'], code: 'TAKEN' }]);
  });

  test('of a town is entered by its office director, and by no other town’s', async () => {
    const at = await stationId('620981105');
    const input = { account: 'from.afar', name: '远人（示例）', stationId: at };
    expect(codes(await ask(actors.office('chijin'), createUser, { input }))).toEqual(['FORBIDDEN']);
    expect((await data(actors.office('huangzhawan'), createUser, { input })).userCreate.errors).toEqual([]);
  });
});

describe('a grant', () => {
  test('works on the next request and ends by itself on its day', async () => {
    const { id, account, password } = await newPerson();
    const at = await stationId('620981102');
    await asOwner('update account set must_change = false where login = $1', [account]);
    const newcomer = actors.person(account, password);
    expect(codes(await ask(newcomer, '{ trainingProgrammes { totalCount } }'))).toEqual(['FORBIDDEN']);
    const input = {
      userId: id,
      role: 'TRAINING_EDITOR',
      stationId: at,
      validFrom: today,
      validTo: later(1),
      reason: '驻村',
    };
    const { grantCreate } = await data(admin, give, { input });
    expect(grantCreate).toMatchObject({ errors: [], grant: { isInForce: true, role: 'TRAINING_EDITOR' } });
    expect((await ask(newcomer, '{ trainingProgrammes { totalCount } }')).errors).toBeUndefined();
    await asOwner('update "grant" set valid_from = valid_from - 5, valid_to = $2 where id = $1', [
      grantCreate.grant.id,
      today,
    ]);
    expect(codes(await ask(newcomer, '{ trainingProgrammes { totalCount } }'))).toEqual(['FORBIDDEN']);
  });

  test('is given within one’s own roles, stations and levels, never to oneself', async () => {
    const office = actors.office('chijin');
    const { id } = await newPerson();
    const [town, village, sibling] = [
      await stationId('620981102'),
      await stationId('620981102201'),
      await stationId('620981105'),
    ];
    const base = { userId: id, validFrom: today };
    const refused = async (input: object): Promise<unknown[]> => {
      const answer = await ask(office, give, { input: { ...base, ...input } });
      return answer.errors
        ? codes(answer)
        : answer.data.grantCreate.errors.map((e: { path: string[] }) => e.path.join('.'));
    };
    expect(await refused({ role: 'TRAINING_EDITOR', stationId: town })).toEqual(['input.role']);
    expect(await refused({ role: 'TENANT_ADMIN', stationId: town })).toEqual(['input.role', 'input.stationId']);
    expect(await refused({ role: 'OFFICE_CLERK', stationId: sibling })).toEqual(['FORBIDDEN']);
    expect(await refused({ role: 'OFFICE_CLERK', stationId: village })).toEqual(['input.stationId']);
    expect(await refused({ role: 'OFFICE_CLERK', stationId: town, validTo: today })).toEqual(['input.validTo']);
    const self = await person('office.chijin');
    expect(await refused({ userId: self.id, role: 'OFFICE_CLERK', stationId: town })).toEqual(['input.userId']);
    const { grantCreate } = await data(office, give, { input: { ...base, role: 'OFFICE_CLERK', stationId: town } });
    expect(grantCreate.errors).toEqual([]);
    expect(await refused({ role: 'OFFICE_CLERK', stationId: town })).toEqual(['input.role']);
  });

  test('does not outlast the grant of who gives it', async () => {
    const { id } = await newPerson('620981105');
    const giver = await person('office.huangzhawan');
    await asOwner('update "grant" set valid_to = $2 where user_id = $1', [giver.id, later(30)]);
    const input = { userId: id, role: 'OFFICE_CLERK', stationId: await stationId('620981105'), validFrom: today };
    const open = await data(actors.office('huangzhawan'), give, { input });
    expect(open.grantCreate.errors).toMatchObject([{ path: ['input', 'validTo'], code: 'OUT_OF_RANGE' }]);
    const bounded = await data(actors.office('huangzhawan'), give, { input: { ...input, validTo: later(20) } });
    expect(bounded.grantCreate.errors).toEqual([]);
  });

  test('of the last administrator is not ended, nor is the last administrator switched off', async () => {
    const self = await person('admin@');
    const [grant] = self.grants;
    const ended = await data(admin, end, {
      id: grant?.id,
      version: grant?.version,
      input: { on: today, reason: '离任' },
    });
    expect(ended.grantEnd.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    const { userDisable } = await data(admin, disable, { id: self.id, version: self.version });
    expect(userDisable.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await data(admin, '{ me { user { isDisabled } } }')).me.user.isDisabled).toBe(false);
  });
});

describe('who is above', () => {
  test('an office director resets a clerk’s password and not an administrator’s who works in the town', async () => {
    const office = actors.office('chijin');
    const clerk = await person('clerk.chijin');
    expect((await data(office, reset, clerk)).userResetPassword.password).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    const { id, version } = await newPerson();
    const input = { userId: id, role: 'TENANT_ADMIN', stationId: await stationId('620981'), validFrom: today };
    expect((await data(admin, give, { input })).grantCreate.errors).toEqual([]);
    const answer = await ask(office, reset, { id, version });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'above' });
  });

  test('switching somebody off ends their sessions at once', async () => {
    const volunteer = actors.volunteer('huangzhawan');
    expect((await data(volunteer, '{ me { user { account } } }')).me.user.account).toBe('volunteer.huangzhawan@620981');
    const { id, version } = await person('volunteer.huangzhawan');
    expect((await data(admin, disable, { id, version })).userDisable).toEqual({
      user: { isDisabled: true },
      errors: [],
    });
    expect(codes(await ask(volunteer, '{ mySessions { id } }'))).toEqual(['UNAUTHENTICATED']);
    await asOwner('update "user" set is_disabled = false where id = $1', [id]);
  });

  test('an office director sees the people of the own town alone', async () => {
    const { users } = await data(actors.office('chijin'), '{ users(first: 100) { nodes { station { code } } } }');
    expect(users.nodes.length).toBeGreaterThan(5);
    expect(
      users.nodes.every(({ station }: { station: { code: string } }) => station.code.startsWith('620981102')),
    ).toBe(true);
  });
});

describe('explaining a right', () => {
  test('names the grant that allows, or the rule that refuses', async () => {
    const [own, other] = [await stationId('620981102'), await stationId('620981105')];
    const account = 'training.chijin@620981';
    const yes = await data(admin, explain, { account, permission: 'TRAINING_EDIT', stationId: own });
    expect(yes.explainAccess).toEqual({
      isAllowed: true,
      sentence: '可以：在赤金镇任培训专干。',
      rule: null,
      grant: { role: 'TRAINING_EDITOR' },
    });
    const no = await data(admin, explain, { account, permission: 'TRAINING_EDIT', stationId: other });
    expect(no.explainAccess).toMatchObject({ isAllowed: false, rule: 'reach', grant: null });
    const foreign = await ask(admin, explain, { account: 'admin@450481', permission: 'STATION_EDIT', stationId: own });
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
  });

  test('applies the rules of a record: nobody approves their own entry', async () => {
    const { trainingProgrammes } = await data(
      actors.editor('training', 'chijin'),
      '{ trainingProgrammes(first: 1) { nodes { id station { id } } } }',
    );
    const [programme] = trainingProgrammes.nodes;
    const { explainAccess } = await data(admin, explain, {
      account: 'office.chijin@620981',
      permission: 'TRAINING_APPROVE',
      recordId: programme.id,
    });
    expect(explainAccess.isAllowed).toBe(true);
    await asOwner('update programme set author_ids = author_ids || $2::uuid where id = $1', [
      programme.id,
      (await person('office.chijin')).id,
    ]);
    const own = await data(admin, explain, {
      account: 'office.chijin@620981',
      permission: 'TRAINING_APPROVE',
      recordId: programme.id,
    });
    expect(own.explainAccess).toMatchObject({ isAllowed: false });
    expect(own.explainAccess.rule).not.toBe('reach');
  });
});

describe('one’s own sessions', () => {
  test('are listed and ended on the server, and another’s cannot be', async () => {
    await app();
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }`;
    await ask(actors.anonymous, signIn, { input: { account: 'leader@620702', password: cluster().password } });
    const leader = actors.leader('620702');
    const { mySessions } = await data(leader, '{ mySessions { id isCurrent client } }');
    expect(mySessions.length).toBeGreaterThanOrEqual(2);
    expect(mySessions.filter((s: { isCurrent: boolean }) => s.isCurrent)).toHaveLength(1);
    const stop = `mutation ($id: ID!) { sessionEnd(id: $id) { sessions { id } errors { code } } }`;
    const [other] = mySessions.filter((s: { isCurrent: boolean }) => !s.isCurrent);
    expect(codes(await ask(admin, stop, { id: other.id }))).toEqual(['NOT_FOUND']);
    const left = await data(leader, stop, { id: other.id });
    expect(left.sessionEnd.sessions).toHaveLength(mySessions.length - 1);
    const { sessionsEndOthers } = await data(leader, 'mutation { sessionsEndOthers { sessions { isCurrent } } }');
    expect(sessionsEndOthers.sessions).toEqual([{ isCurrent: true }]);
  });
});
