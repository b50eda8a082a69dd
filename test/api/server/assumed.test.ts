import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ReadPool } from '../../../api/database/index.js';
import { actors } from '../../support/actors.js';
import { app, ask, codes, data, forgetSessions } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { asOwner } from '../../support/sql.js';

const admin = actors.admin();
const account = String(admin.account);
const helper = actors.helper('chijin');

const planned = '{ trainingProgrammes { totalCount } }';
const byResolvers = '{ auditCheck { __typename } }';
const together = `{ trainingProgrammes { totalCount } auditCheck { __typename } }`;
const write = 'mutation { signOut { errors { code } } }';
const questions = [
  ['planned', planned],
  ['answered by resolvers', byResolvers],
  ['answered by both', together],
] as const;

const sessionOf = (set: string, whose = account) =>
  asOwner(
    `update session set ${set} where (tenant_id, user_id) = (select tenant_id, id from account where login = $1)
     returning last_seen_at`,
    [whose],
  );

const lastSeen = async () => {
  const [row] = await asOwner<{ idle: number }>(
    `select extract(epoch from now() - max(s.last_seen_at))::int as idle from session s
     join account a on (a.tenant_id, a.id) = (s.tenant_id, s.user_id) where a.login = $1`,
    [account],
  );
  return row?.idle ?? -1;
};

beforeEach(async () => {
  forgetSessions();
  await data(admin, together);
});

describe('a session that is remembered', () => {
  test('is confirmed in the round trip of the question itself', async () => {
    const reading = jest.spyOn(ReadPool.prototype, 'read');
    const { orm } = await app();
    const other = jest.spyOn(orm.em.getConnection(), 'execute');
    await data(admin, planned);
    expect(reading.mock.calls.map(([, statements]) => statements.length)).toEqual([2]);
    expect(other).not.toHaveBeenCalled();
    reading.mockRestore();
    other.mockRestore();
  });

  test.each(questions)('is refused at the next question that is %s once it is over', async (_how, query) => {
    await asOwner('delete from session');
    expect(codes(await ask(admin, query))).toContain('UNAUTHENTICATED');
    expect(codes(await ask(admin, query))).toContain('UNAUTHENTICATED');
  });

  test.each(questions)(
    'is refused at the next question that is %s after half an hour’s idleness',
    async (_how, query) => {
      await sessionOf(`last_seen_at = now() - interval '31 minutes'`);
      expect(codes(await ask(admin, query))).toContain('UNAUTHENTICATED');
    },
  );

  test('is refused when the account was switched off elsewhere', async () => {
    await asOwner(`update "user" set is_disabled = true where account = $1`, [account]);
    expect(codes(await ask(admin, planned))).toEqual(['UNAUTHENTICATED']);
    await asOwner(`update "user" set is_disabled = false where account = $1`, [account]);
    expect((await data(admin, planned)).trainingProgrammes.totalCount).toBeGreaterThan(0);
  });

  test('changes nothing any more once it is over', async () => {
    await asOwner('delete from session');
    const change = `mutation { passwordChange(input: { current: "x", next: "y" }) { errors { code } } }`;
    expect(codes(await ask(admin, change))).toEqual(['UNAUTHENTICATED']);
    expect(codes(await ask(admin, write))).toContain('UNAUTHENTICATED');
  });

  test.each(questions)('holds what was granted a moment ago, asked by a question that is %s', async (_how, query) => {
    await asOwner(
      `delete from "grant" where role = 'INSPECTOR' and user_id = (select id from "user" where account = $1)`,
      [String(helper.account)],
    );
    const before = await data(helper, `{ me { grants { role } } }`);
    expect(JSON.stringify(before)).not.toContain('INSPECTOR');
    await ask(helper, query);
    await giveRole(String(helper.account), 'INSPECTOR', '620981');
    const after = await ask(helper, query);
    expect(after.errors).toBeUndefined();
    expect(JSON.stringify(await data(helper, `{ me { grants { role } } }`))).toContain('INSPECTOR');
  });

  test('loses at once what was taken away', async () => {
    const all = (await data(admin, planned)).trainingProgrammes.totalCount;
    const [grant] = await asOwner<{ id: string; station_id: string }>(
      `select id, station_id from "grant" where user_id = (select id from "user" where account = $1)`,
      [account],
    );
    await asOwner(
      `update "grant" set station_id = (select id from station where level = 'TOWNSHIP' and code like '620981%' order by code limit 1), valid_from = '2020-01-01' where id = $1`,
      [grant?.id],
    );
    const fewer = (await data(admin, planned)).trainingProgrammes.totalCount;
    await asOwner('update "grant" set station_id = $2 where id = $1', [grant?.id, grant?.station_id]);
    expect(fewer).toBeLessThan(all);
    expect((await data(admin, planned)).trainingProgrammes.totalCount).toBe(all);
  });

  test('is extended by what a person asks, and not by what the console asks by itself', async () => {
    await sessionOf(`last_seen_at = now() - interval '10 minutes'`);
    await data(admin, planned, {}, { headers: { 'x-background': '1' } });
    expect(await lastSeen()).toBeGreaterThan(500);
    await data(admin, planned);
    expect(await lastSeen()).toBeLessThan(60);
  });
});

test('many who write at once after a pause do not wait for each other', async () => {
  const editor = actors.editor('training', 'chijin');
  const own = await data(editor, '{ me { abilities { permission stations { id level } } } }');
  const edit = own.me.abilities.find(({ permission }: { permission: string }) => permission === 'TRAINING_EDIT');
  const input = { stationId: edit.stations[0].id, title: '同时', startsOn: '2026-01-01', endsOn: '2026-01-31' };
  const kind = { category: 'POLICY', form: 'LECTURE', audience: 'ALL' };
  const create = `mutation ($input: TrainingProgrammeCreateInput!) {
    trainingProgrammeCreate(input: $input) { errors { message } trainingProgramme { id } } }`;
  await sessionOf("last_seen_at = now() - interval '2 minutes'", String(editor.account));
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => ask(editor, create, { input: { ...input, ...kind } })),
  );
  expect(answers.flatMap(codes)).toEqual([]);
  expect(new Set(answers.map(({ data: made }) => made.trainingProgrammeCreate.trainingProgramme.id)).size).toBe(16);
});

test('many who are refused at once while they write do not wait for each other either', async () => {
  const stranger = actors.editor('training', 'huangzhawan');
  const [theirs] = await asOwner<{ id: string; version: number }>(
    "select p.id, p.version from programme p join tenant t on t.id = p.tenant_id where t.code = '620981' and p.kind = 'TRAINING' and p.state = 'SUBMITTED' limit 1",
  );
  const approve = 'mutation ($id: ID!) { trainingProgrammeApprove(id: $id, version: 1) { errors { message } } }';
  const answers = await Promise.all(Array.from({ length: 16 }, () => ask(stranger, approve, { id: theirs?.id })));
  expect(new Set(answers.flatMap(codes)).has('UNAVAILABLE')).toBe(false);
});
