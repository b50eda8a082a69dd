import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Actor, actors } from '../../support/actors.js';
import { type Answer, app, ask, codes, data } from '../../support/app.js';

const admin = actors.admin();

const create = `mutation ($input: ApiKeyCreateInput!, $key: String) { apiKeyCreate(input: $input, idempotencyKey: $key) {
  apiKey { id name prefix scopes stations { code } expiresOn budgetPerMinute createdBy version revokedAt lastUsedAt }
  secret errors { path code message }
} }`;

const revoke = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  apiKeyRevoke(id: $id, version: $version, reason: $reason) { apiKey { version revokedAt revokedReason } errors { path code } }
}`;

interface Made {
  apiKey: { id: string; prefix: string; version: number };
  secret: string;
}

interface Node {
  station: { id: string; code: string };
  children: Node[];
}

const town = '620981102';
let chijin = '';
let county = '';

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

function inputOf(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: '省级平台',
    scopes: ['STATIONS'],
    stationIds: [chijin],
    expiresOn: inAYear,
    budgetPerMinute: 100,
    ...changes,
  };
}

async function make(changes: Record<string, unknown> = {}): Promise<Made> {
  const { apiKeyCreate } = await data(admin, create, { input: inputOf(changes) });
  expect(apiKeyCreate.errors).toEqual([]);
  return apiKeyCreate as Made;
}

async function asOwner(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: (await app()).ownerUrl });
  await client.connect();
  const { rows } = await client.query(sql, values).finally(() => client.end());
  return rows;
}

beforeAll(async () => {
  const { stationTree } = await data(admin, '{ stationTree { station { id } children { station { id code } } } }');
  county = stationTree.station.id;
  chijin = stationTree.children.find((node: Node) => node.station.code === town).station.id;
});

describe('a partner key is made', () => {
  test('and shown once; the database keeps its beginning and a hash', async () => {
    const made = await make();
    expect(made.secret).toMatch(/^lx_[a-z0-9]{8}_[\w-]{43}$/);
    expect(made.apiKey).toMatchObject({
      name: '省级平台',
      prefix: made.secret.slice(0, 11),
      scopes: ['STATIONS'],
      stations: [{ code: town }],
      createdBy: 'admin@620981',
      revokedAt: null,
      version: 1,
    });
    const [row] = await asOwner('select k::text as text from api_key k where id = $1', [made.apiKey.id]);
    expect(row?.text).not.toContain(made.secret.slice(12));
  });

  test('once per idempotency key, and the second answer does not show it again', async () => {
    const first = await data(admin, create, { input: inputOf({ name: '重复' }), key: 'twice' });
    const second = await data(admin, create, { input: inputOf({ name: '重复' }), key: 'twice' });
    expect(second.apiKeyCreate.apiKey.id).toBe(first.apiKeyCreate.apiKey.id);
    expect(second.apiKeyCreate.secret).toBeNull();
    expect(codes(await ask(admin, create, { input: inputOf({ name: '另一个' }), key: 'twice' }))).toEqual(['CONFLICT']);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a name', { name: ' ' }, 'name', 'REQUIRED'],
    ['a short name', { name: '名'.repeat(61) }, 'name', 'TOO_LONG'],
    ['a scope', { scopes: [] }, 'scopes', 'REQUIRED'],
    ['a station', { stationIds: [] }, 'stationIds', 'REQUIRED'],
    ['a station that exists', { stationIds: ['01a203be-0000-7000-8000-000000000000'] }, 'stationIds', 'NOT_FOUND'],
    ['an id', { stationIds: ["x'); drop table api_key; --"] }, 'stationIds', 'NOT_FOUND'],
    ['a day that is not over', { expiresOn: '2024-01-01' }, 'expiresOn', 'OUT_OF_RANGE'],
    ['a day within two years', { expiresOn: '2199-01-01' }, 'expiresOn', 'OUT_OF_RANGE'],
    ['a budget above zero', { budgetPerMinute: 0 }, 'budgetPerMinute', 'OUT_OF_RANGE'],
  ])('with %s, or not at all', async (_what, changes, field, code) => {
    const before = await asOwner('select count(*)::int as n from api_key');
    const { apiKeyCreate } = await data(admin, create, { input: inputOf(changes) });
    expect(apiKeyCreate).toMatchObject({ apiKey: null, secret: null });
    expect(apiKeyCreate.errors).toEqual([{ path: ['input', field], code, message: expect.any(String) }]);
    expect(await asOwner('select count(*)::int as n from api_key')).toEqual(before);
  });

  test('by an administrator of the county, for its own stations', async () => {
    for (const actor of [actors.office('chijin'), actors.director(), actors.leader()]) {
      expect(codes(await ask(actor, create, { input: inputOf() }))).toEqual(['FORBIDDEN']);
      expect(codes(await ask(actor, '{ apiKeys { id } }'))).toEqual(['FORBIDDEN']);
    }
    const { apiKeyCreate } = await data(actors.admin('450481'), create, { input: inputOf() });
    expect(apiKeyCreate.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('with an audit row that does not hold it', async () => {
    const made = await make({ name: '有据可查' });
    const { auditEntries } = await data(
      admin,
      'query ($id: ID!) { auditEntries(where: { recordId: $id }) { nodes { act record after by } } }',
      { id: made.apiKey.id },
    );
    expect(auditEntries.nodes).toMatchObject([{ act: 'apiKeyCreate', record: 'ApiKey', by: 'admin@620981' }]);
    expect(JSON.stringify(auditEntries.nodes)).toContain('有据可查');
    expect(JSON.stringify(auditEntries.nodes)).not.toContain(made.secret.slice(12));
  });
});

describe('a partner asks with its key', () => {
  let partner: Actor;
  let made: Made;

  beforeEach(async () => {
    made = await make();
    partner = actors.partner(made.secret);
  });

  test('and sees the stations that it reaches, with all below and nothing beside', async () => {
    const { stations } = await data(partner, '{ stations(first: 100) { nodes { code path { code } } totalCount } }');
    const inTown = stations.nodes.map((node: { code: string }) => node.code);
    expect(inTown).toContain(town);
    expect(stations.totalCount).toBe(inTown.length);
    expect(inTown.every((code: string) => code.startsWith(town))).toBe(true);
    const { stationTree } = await data(
      partner,
      '{ stationTree { station { code } children { station { code } children { station { code } } } } }',
    );
    expect(stationTree.station.code).toBe('620981');
    expect(stationTree.children.map((node: Node) => node.station.code)).toEqual([town]);
    const answer = await data(
      partner,
      'query ($county: ID!, $town: ID!) { a: station(id: $county) { code } b: station(id: $town) { code } }',
      { county, town: chijin },
    );
    expect(answer).toEqual({ a: null, b: { code: town } });
  });

  test('and reads nothing outside its scopes', async () => {
    for (const query of [
      '{ users { totalCount } }',
      '{ apiKeys { id } }',
      '{ auditEntries { totalCount } }',
      '{ mySessions { id } }',
    ]) {
      const answer = await ask(partner, query);
      expect([query, codes(answer)]).toEqual([query, ['FORBIDDEN']]);
      expect(answer.errors?.[0]?.extensions?.reason).toBe('scope');
    }
    const other = await make({ scopes: ['INDUSTRY'] });
    expect(codes(await ask(actors.partner(other.secret), '{ stationTree { station { code } } }'))).toEqual([
      'FORBIDDEN',
    ]);
    expect((await ask(partner, '{ me { user { name } } }')).data).toEqual({ me: null });
  });

  test('and changes nothing', async () => {
    const answer = await ask(partner, create, { input: inputOf() });
    expect(answer.status).toBe(403);
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.message).toBe('接口密钥只能查询。');
  });

  test('within its budget of the minute, which every answer tells', async () => {
    const small = actors.partner((await make({ budgetPerMinute: 3 })).secret);
    const query = '{ stations(first: 5) { nodes { code } } }';
    const answers: Answer[] = [];
    for (let i = 0; i < 4; i += 1) answers.push(await ask(small, query));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 429]);
    expect(answers.map((a) => a.headers['ratelimit-remaining'])).toEqual(['2', '1', '0', '0']);
    expect(answers[0]?.headers['ratelimit-limit']).toBe('3');
    expect(Number(answers[0]?.headers['ratelimit-reset'])).toBeGreaterThan(50);
    expect(codes(answers[3] as Answer)).toEqual(['RATE_LIMITED']);
    expect(answers[3]?.headers['retry-after']).toBe(answers[3]?.headers['ratelimit-reset']);
  });

  test('and pays more for a question that may read more', async () => {
    const { server } = await app();
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${made.secret}` },
      payload: { query: '{ stations(first: 100) { nodes { path { code } } } }' },
    });
    expect(response.json().extensions).toEqual({ cost: { requested: 1101, most: 20_000, points: 3 } });
    expect(response.headers['ratelimit-remaining']).toBe('97');
  });

  test('and its last use is noted', async () => {
    await data(partner, '{ me { mustChangePassword } }');
    const { apiKeys } = await data(admin, '{ apiKeys { id lastUsedAt } }');
    const used = apiKeys.find((key: { id: string }) => key.id === made.apiKey.id);
    expect(Date.now() - Date.parse(used.lastUsedAt)).toBeLessThan(60_000);
  });
});

describe('a key that is not in force', () => {
  const anything = '{ stations(first: 1) { nodes { code } } }';

  async function expectRefused(key: string, reason: string, words: RegExp): Promise<void> {
    const answer = await ask(actors.partner(key), anything);
    expect(answer.status).toBe(401);
    expect(answer.data).toBeUndefined();
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringMatching(words), extensions: { reason } });
    const [event] = await asOwner(
      "select account, detail from security_event where kind = 'KEY_REFUSED' order by seq desc limit 1",
    );
    expect(event?.detail).toBe(reason.replace('key', ''));
  }

  test('is refused on the next request after it was revoked', async () => {
    const made = await make();
    expect((await ask(actors.partner(made.secret), anything)).status).toBe(200);
    const { apiKeyRevoke } = await data(admin, revoke, { id: made.apiKey.id, version: 1, reason: '合作结束' });
    expect(apiKeyRevoke).toMatchObject({ apiKey: { version: 2, revokedReason: '合作结束' }, errors: [] });
    await expectRefused(made.secret, 'keyRevoked', /已被吊销/);
    const again = await data(admin, revoke, { id: made.apiKey.id, version: 2, reason: '再来' });
    expect(again.apiKeyRevoke.errors).toEqual([{ path: null, code: 'WRONG_STATE' }]);
  });

  test('is refused after its last day, and not on it', async () => {
    const made = await make();
    await asOwner('update api_key set expires_on = gate.today() where id = $1', [made.apiKey.id]);
    expect((await ask(actors.partner(made.secret), anything)).status).toBe(200);
    await asOwner('update api_key set expires_on = gate.today() - 1 where id = $1', [made.apiKey.id]);
    await expectRefused(made.secret, 'keyExpired', /已过期/);
  });

  test('is refused when it never was one', async () => {
    await expectRefused(`lx_abcdefgh_${'x'.repeat(43)}`, 'keyUnknown', /不存在/);
    await expectRefused('lx_short', 'keyUnknown', /不存在/);
    await expectRefused('eyJhbGciOiJub25lIn0.e30.', 'keyUnknown', /不存在/);
  });

  test('is revoked from the version that was seen, with a reason, by its own county', async () => {
    const { apiKey } = await make();
    expect(codes(await ask(admin, revoke, { id: apiKey.id, version: 9, reason: 'x' }))).toEqual(['STALE']);
    const unsaid = await data(admin, revoke, { id: apiKey.id, version: 1, reason: ' ' });
    expect(unsaid.apiKeyRevoke.errors).toEqual([{ path: ['reason'], code: 'REQUIRED' }]);
    expect(codes(await ask(actors.admin('450481'), revoke, { id: apiKey.id, version: 1, reason: 'x' }))).toEqual([
      'NOT_FOUND',
    ]);
    const [row] = await asOwner('select revoked_at, version from api_key where id = $1', [apiKey.id]);
    expect(row).toEqual({ revoked_at: null, version: 1 });
  });
});

test('the application role cannot read keys', async () => {
  const client = new pg.Client({ connectionString: (await app()).appUrl });
  await client.connect();
  for (const table of ['api_key', 'api_key_station']) {
    await expect(client.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  }
  const { rows } = await client.query('select * from gate.api_key_list(1)');
  expect(rows).toEqual([]);
  await client.end();
});
