import { describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { type Answer, ask, codes, data } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const yumen = actors.admin();
const create = `mutation ($input: GrantCreateInput!) { grantCreate(input: $input) {
  grant { id version role isInForce station { code } } errors { path code message } } }`;
const end = `mutation ($id: ID!, $version: Int!, $input: GrantEndInput!) { grantEnd(id: $id, version: $version, input: $input) {
  grant { isInForce validTo } errors { path code message } } }`;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function idOf(account: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(`select id from "user" where account = $1`, [account]);
  return row?.id ?? '';
}

async function stationId(code: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>('select id from station where code = $1', [code]);
  return row?.id ?? '';
}

/** Gives a role, from today and without an end unless told otherwise. */
async function give(by: Actor, account: string, role: string, code: string, more: object = {}): Promise<Answer> {
  const input = { userId: await idOf(account), role, stationId: await stationId(code), validFrom: today, ...more };
  return ask(by, create, { input });
}

function mistakes(answer: Answer): unknown[] {
  return answer.data?.grantCreate?.errors.map((e: { path: string[]; code: string }) => [e.path?.at(-1), e.code]);
}

const mayTree = `mutation ($id: ID!) { stationRename(id: $id, version: 1, input: { name: "", from: "2026-01-01", reason: "" }) { errors { code } } }`;

describe('giving a role', () => {
  test('works on the next request, and ending it as well', async () => {
    const leader = actors.leader('620702');
    const id = await stationId('620702202');
    expect(codes(await ask(leader, mayTree, { id }))).toEqual(['FORBIDDEN']);
    const admin = actors.admin('620702');
    const given = await give(admin, 'leader@620702', 'TENANT_ADMIN', '620702');
    expect(given.data.grantCreate).toMatchObject({ grant: { role: 'TENANT_ADMIN', isInForce: true }, errors: [] });
    expect(codes(await ask(leader, mayTree, { id }))).not.toContain('FORBIDDEN');
    const { id: grantId, version } = given.data.grantCreate.grant;
    const ended = await data(admin, end, { id: grantId, version, input: { on: today, reason: '任期结束' } });
    expect(ended.grantEnd).toEqual({ grant: { isInForce: false, validTo: today }, errors: [] });
    expect(codes(await ask(leader, mayTree, { id }))).toEqual(['FORBIDDEN']);
  });

  test('ends by itself on its day', async () => {
    await asOwner(`update "grant" set valid_to = $1 where user_id = $2`, [today, await idOf('inspector@141034')]);
    const answer = await ask(actors.inspector('141034'), '{ auditCheck { isIntact } }');
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });

  test('to oneself is refused', async () => {
    expect(mistakes(await give(yumen, 'admin@620981', 'CENTRE_DIRECTOR', '620981'))).toEqual([['userId', 'FORBIDDEN']]);
  });

  test('that one’s own role does not give is refused', async () => {
    const office = actors.office('chijin');
    expect(mistakes(await give(office, 'clerk.chijin@620981', 'TRAINING_EDITOR', '620981102'))).toEqual([
      ['role', 'FORBIDDEN'],
    ]);
    const admin = await give(yumen, 'leader@620981', 'PLATFORM_OPERATOR', '620981');
    expect(mistakes(admin)).toContainEqual(['role', 'FORBIDDEN']);
  });

  test('outside one’s own stations is refused', async () => {
    const answer = await give(actors.office('chijin'), 'clerk.chijin@620981', 'HELPER', '620981105');
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ reason: 'reach' });
  });

  test('at a level where it is not held, or for a span that ends before it starts, is refused and named', async () => {
    const answer = await give(yumen, 'clerk.chijin@620981', 'STATION_LEAD', '620981', { validTo: '2020-01-01' });
    expect(mistakes(answer)).toEqual(
      expect.arrayContaining([
        ['stationId', 'INVALID'],
        ['validTo', 'OUT_OF_RANGE'],
      ]),
    );
  });

  test('lasts no longer than the giver’s own', async () => {
    await asOwner(`update "grant" set valid_to = '2027-01-01' where user_id = $1`, [
      await idOf('station.huangzhawan@620981'),
    ]);
    const lead = actors.station('huangzhawan');
    const forEver = await give(lead, 'volunteer.huangzhawan@620981', 'HELPER', '620981105202');
    expect(mistakes(forEver)).toEqual([['validTo', 'OUT_OF_RANGE']]);
    const within = await give(lead, 'volunteer.huangzhawan@620981', 'HELPER', '620981105202', {
      validTo: '2026-12-31',
    });
    expect(within.data.grantCreate.errors).toEqual([]);
  });
});

describe('the last administrator', () => {
  test('cannot end the own grant', async () => {
    const sql = `select id, version from "grant" where user_id = $1 and role = 'TENANT_ADMIN'`;
    const [grant] = await asOwner<{ id: string; version: number }>(sql, [await idOf('admin@450481')]);
    const answer = await ask(actors.admin('450481'), end, { ...grant, input: { on: today, reason: '离任' } });
    const said = answer.errors ? codes(answer) : answer.data.grantEnd.errors.map((e: { code: string }) => e.code);
    expect(['FORBIDDEN', 'WRONG_STATE']).toContain(said[0]);
    expect((await data(actors.admin('450481'), '{ me { grants { role } } }')).me.grants).toEqual([
      { role: 'TENANT_ADMIN' },
    ]);
  });
});

describe('explaining access', () => {
  const explain = `query ($account: String!, $permission: Permission!, $stationId: ID, $recordId: ID) {
    explainAccess(account: $account, permission: $permission, stationId: $stationId, recordId: $recordId) {
      isAllowed sentence rule grant { role station { code } } } }`;

  test('answers with the grant that allows', async () => {
    const asked = {
      account: 'training.chijin@620981',
      permission: 'TRAINING_EDIT',
      stationId: await stationId('620981102200'),
    };
    const { explainAccess } = await data(yumen, explain, asked);
    expect(explainAccess).toMatchObject({
      isAllowed: true,
      rule: null,
      grant: { role: 'TRAINING_EDITOR', station: { code: '620981102' } },
    });
  });

  test('answers with the rule that refuses, in the language of the asker', async () => {
    const asked = {
      account: 'training.chijin@620981',
      permission: 'JOBS_EDIT',
      stationId: await stationId('620981102'),
    };
    const { explainAccess } = await data(yumen, explain, asked, { language: 'en' });
    expect(explainAccess).toMatchObject({ isAllowed: false, rule: 'reach', grant: null });
    expect(explainAccess.sentence).toMatch(/^[\x20-\x7e]+$/);
  });

  test('applies the rules of a record: nobody approves their own entry', async () => {
    const query = '{ trainingProgrammes(where: { state: { in: [SUBMITTED] } }, first: 1) { nodes { id } } }';
    const { trainingProgrammes } = await data(actors.editor('training', 'chijin'), query);
    const asked = {
      account: 'office.chijin@620981',
      permission: 'TRAINING_APPROVE',
      recordId: trainingProgrammes.nodes[0].id,
    };
    expect((await data(yumen, explain, asked)).explainAccess).toMatchObject({ isAllowed: true });
    const office = await idOf('office.chijin@620981');
    await asOwner('update programme set author_ids = author_ids || $2::uuid where id = $1', [asked.recordId, office]);
    const { explainAccess } = await data(yumen, explain, asked);
    expect(explainAccess).toMatchObject({ isAllowed: false, grant: null });
    expect(explainAccess.rule).not.toBe('reach');
  });

  test('reaches where the permission is held, and not where its holder has some other grant', async () => {
    const account = 'training.chijin@620981';
    expect((await give(yumen, account, 'OFFICE_CLERK', '620981105')).data.grantCreate.errors).toEqual([]);
    const asked = { account, permission: 'TRAINING_EDIT', stationId: await stationId('620981105') };
    expect((await data(yumen, explain, asked)).explainAccess).toMatchObject({ isAllowed: false, rule: 'reach' });
  });
});

describe('who sees whom', () => {
  const list = 'query ($where: UserFilter) { users(where: $where, first: 100) { nodes { account } totalCount } }';

  test('an office director sees the people of the own town', async () => {
    const { users } = await data(actors.office('chijin'), list);
    const accounts = (users.nodes as { account: string }[]).map((node) => node.account);
    expect(accounts).toContain('clerk.chijin@620981');
    expect(accounts.filter((account) => account.includes('huangzhawan'))).toEqual([]);
    expect(users.totalCount).toBe(accounts.length);
  });

  test('a volunteer sees nobody', async () => {
    expect(codes(await ask(actors.volunteer('chijin'), list))).toEqual(['FORBIDDEN']);
  });

  test('me tells what may be done, and where', async () => {
    const me = await data(
      actors.editor('training', 'huangzhawan'),
      '{ me { abilities { permission isEverywhere stations { code } } } }',
    );
    expect(me.me.abilities).toContainEqual({
      permission: 'TRAINING_EDIT',
      isEverywhere: false,
      stations: [{ code: '620981105' }],
    });
    expect(me.me.abilities.map((a: { permission: string }) => a.permission)).not.toContain('JOBS_EDIT');
  });
});
