import { describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const list = `query ($where: AuditEntryFilter, $first: Int, $after: String) {
  auditEntries(where: $where, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id at by byKind act record recordId station { id code } before after reason requestId client
      changes { field before after } }
  }
}`;

interface Entry {
  id: string;
  by: string;
  record: string;
  recordId: string;
  station: { code: string } | null;
}

async function entries(actor: Actor, where: Record<string, unknown> = {}, first = 100): Promise<Entry[]> {
  return (await data(actor, list, { where, first })).auditEntries.nodes as Entry[];
}

async function station(code: string, actor = actors.admin()): Promise<{ id: string; version: number }> {
  const query = '{ stations(where: { code: { in: ["CODE"] } }) { nodes { id version } } }'.replace('CODE', code);
  return (await data(actor, query)).stations.nodes[0];
}

const rename = `mutation ($id: ID!, $version: Int!, $input: StationRenameInput!) {
  stationRename(id: $id, version: $version, input: $input) { station { id } errors { code } }
}`;

async function renamed(code: string, name: string, actor = actors.admin()) {
  const { id, version } = await station(code);
  const input = { name, from: '2020-05-01', reason: '更名' };
  return { id, answer: await ask(actor, rename, { id, version, input }, { headers: { 'user-agent': 'Console 1' } }) };
}

describe('a change', () => {
  test('has one row a record, with who, what, before, after, why, where and by which program', async () => {
    const { id, answer } = await renamed('620981105202', '新名村');
    expect(answer.data.stationRename.errors).toEqual([]);
    const found = await data(actors.admin(), list, { where: { act: { in: ['stationRename'] } } });
    const [made, ended, ...more] = found.auditEntries.nodes;
    expect(more).toEqual([]);
    const common = { by: 'admin@620981', byKind: 'USER', record: 'StationName', reason: '更名', client: 'Console 1' };
    expect(made).toMatchObject({ ...common, before: null, station: { id } });
    expect(JSON.parse(made.after)).toMatchObject({ name: '新名村', station: id, validFrom: '2020-05-01' });
    expect(ended).toMatchObject({ ...common, requestId: made.requestId });
    expect(ended.changes).toEqual([{ field: 'validTo', before: null, after: '2020-05-01' }]);
    expect(made.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is a mistake leaves no row', async () => {
    const { id, version } = await station('620981102');
    const input = { name: ' ', from: '2020-05-01', reason: '更名' };
    const answer = await data(actors.admin(), rename, { id, version, input });
    expect(answer.stationRename.errors).toEqual([{ code: 'REQUIRED' }]);
    expect(await asOwner(`select 1 from audit_entry where act = 'stationRename' and station_id = $1`, [id])).toEqual(
      [],
    );
  });

  test('that is refused leaves no row, but is in the security log', async () => {
    const { id, answer } = await renamed('620981102', '改名镇', actors.editor('training', 'chijin'));
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(await asOwner(`select 1 from audit_entry where act = 'stationRename' and station_id = $1`, [id])).toEqual(
      [],
    );
    const query = '{ securityEvents(where: { kind: { in: [FORBIDDEN] } }) { nodes { account detail requestId } } }';
    const { securityEvents } = await data(actors.admin(), query);
    expect(securityEvents.nodes).toEqual([
      {
        account: 'training.chijin@620981',
        detail: 'stationRename: role, STATION_EDIT',
        requestId: answer.errors?.[0]?.extensions?.requestId,
      },
    ]);
  });

  test('of a record that lies in several tables has one row, with money in yuan', async () => {
    const editor = actors.editor('training', 'chijin');
    const { id: stationId } = await station('620981102', editor);
    const period = { startsOn: '2026-12-01', endsOn: '2026-12-31' };
    const kind = { category: 'TECHNIQUE', form: 'LECTURE', audience: 'ALL' };
    const input = { stationId, title: '剪枝', budget: '100.00', ...kind, ...period };
    const create = `mutation ($input: TrainingProgrammeCreateInput!) {
      trainingProgrammeCreate(input: $input) { trainingProgramme { id version } errors { path message } } }`;
    const made = (await data(editor, create, { input })).trainingProgrammeCreate;
    expect(made.errors).toEqual([]);
    const update = `mutation ($id: ID!, $version: Int!, $input: TrainingProgrammeUpdateInput!) {
      trainingProgrammeUpdate(id: $id, version: $version, input: $input) { errors { path message } } }`;
    const next = { budget: '250.50', plannedPlaces: 30 };
    const answer = await data(editor, update, { ...made.trainingProgramme, input: next });
    expect(answer.trainingProgrammeUpdate.errors).toEqual([]);
    const found = await data(actors.office('chijin'), list, { where: { recordId: made.trainingProgramme.id } });
    const [updated, created, ...more] = found.auditEntries.nodes;
    expect(more).toEqual([]);
    expect(created).toMatchObject({ act: 'trainingProgrammeCreate', record: 'TrainingProgramme', before: null });
    expect(created).toMatchObject({ by: 'training.chijin@620981', station: { id: stationId } });
    expect(JSON.parse(created.after)).toMatchObject({ title: '剪枝', category: 'TECHNIQUE', station: stationId });
    expect(updated.act).toBe('trainingProgrammeUpdate');
    expect(updated.changes).toEqual(
      expect.arrayContaining([
        { field: 'budget', before: '100.00', after: '250.50' },
        { field: 'plannedPlaces', before: null, after: '30' },
      ]),
    );
  });

  test('by the installation itself names it', async () => {
    const [user] = await entries(actors.admin(), { record: { in: ['User'] }, by: 'installer' });
    expect(user).toMatchObject({ by: 'installer@platform', byKind: 'SYSTEM', act: 'demoLoad', client: 'system' });
  });

  test('of a password is a row without the password', async () => {
    const query = '{ users(where: { search: "clerk.chijin" }) { nodes { id version } } }';
    const person = (await data(actors.admin(), query)).users.nodes[0];
    const reset = 'mutation ($id: ID!, $version: Int!) { userResetPassword(id: $id, version: $version) { password } }';
    const { userResetPassword } = await data(actors.admin(), reset, person);
    const [row] = await asOwner<{ all: string }>(
      `select audit_entry::text as all from audit_entry where act = 'userResetPassword' and record_id = $1`,
      [person.id],
    );
    expect(row?.all).toContain('Account');
    expect(row?.all).not.toContain(userResetPassword.password);
  });
});

describe('the demo', () => {
  test('has a row for each record that it loaded', async () => {
    for (const [record, table] of Object.entries({ Station: 'station', User: '"user"', Grant: '"grant"' })) {
      const [row] = await asOwner(
        `select (select count(*)::int from ${table}) as records,
           (select count(distinct record_id)::int from audit_entry where record = $1 and before is null) as audited`,
        [record],
      );
      expect(row).toEqual({ records: row?.audited, audited: row?.audited });
    }
  });
});

describe('who reads the audit', () => {
  test.each([
    ['the administrator', actors.admin()],
    ['the inspector', actors.inspector()],
  ])('%s reads all of the county and nothing of another', async (_who, actor) => {
    const { auditEntries } = await data(actor, list, { first: 1 });
    const query = `select count(*)::int as own from audit_entry e join tenant t on t.id = e.tenant_id where t.code = '620981'`;
    expect(auditEntries.totalCount).toBe((await asOwner(query))[0]?.own);
    expect(auditEntries.totalCount).toBeGreaterThan(250);
  });

  test('the office director reads the town and its villages only', async () => {
    const found = await entries(actors.office('chijin'));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((entry) => !entry.station?.code.startsWith('620981102'))).toEqual([]);
    const other = await station('620981105');
    expect(await entries(actors.office('chijin'), { recordId: other.id })).toEqual([]);
    expect(await entries(actors.office('huangzhawan'), { recordId: other.id })).toHaveLength(1);
  });

  test.each([
    ['the training editor', actors.countyEditor('training')],
    ['the office clerk', actors.clerk('huangzhawan')],
    ['the county leader', actors.leader()],
  ])('%s is refused', async (_who, actor) => {
    for (const query of [
      '{ auditEntries { totalCount } }',
      '{ securityEvents { totalCount } }',
      '{ auditCheck { seals } }',
    ])
      expect(codes(await ask(actor, query))).toEqual(['FORBIDDEN']);
  });

  test('a stranger is asked to sign in', async () => {
    expect(codes(await ask(actors.anonymous, '{ auditEntries { totalCount } }'))).toEqual(['UNAUTHENTICATED']);
  });

  test('another county sees none of ours, by record, station or account', async () => {
    const cenxi = actors.admin('450481');
    const { id } = await station('620981105');
    expect(await entries(cenxi, { recordId: id })).toEqual([]);
    expect(await entries(cenxi, { by: 'admin@620981' })).toEqual([]);
    expect(codes(await ask(cenxi, list, { where: { within: id } }))).toEqual(['NOT_FOUND']);
  });
});

describe('finding in the audit', () => {
  test('newest first, every row once over pages', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { auditEntries } = await data(actors.admin(), list, { first: 90, after });
      seen.push(...(auditEntries.nodes as Entry[]).map((entry) => entry.id));
      after = auditEntries.pageInfo.endCursor;
      more = auditEntries.pageInfo.hasNextPage;
    }
    const rows = await asOwner<{ id: string }>(
      `select e.id from audit_entry e join tenant t on t.id = e.tenant_id where t.code = '620981' order by e.seq desc`,
    );
    expect(seen).toEqual(rows.map((row) => row.id));
  });

  test('by act, record, account, day and station together', async () => {
    await renamed('620981105203', '另名村');
    const town = await station('620981105');
    const where = { act: { startsWith: 'station' }, record: { in: ['StationName'] }, by: 'admin@', within: town.id };
    const all = await entries(actors.admin(), where);
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(await entries(actors.admin(), { ...where, at: { to: '2020-01-01' } })).toEqual([]);
    expect(await entries(actors.admin(), { ...where, at: { from: '2020-01-01' } })).toHaveLength(all.length);
    expect(await entries(actors.admin(), { ...where, by: 'admin@62098X' })).toEqual([]);
  });

  test('more than a hundred values are refused', async () => {
    const answer = await ask(actors.admin(), list, { where: { act: { in: Array(101).fill('x') } } });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
