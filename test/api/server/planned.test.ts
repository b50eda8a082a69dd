import { beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import pg from 'pg';
import { actors } from '../../support/actors.js';
import { type Answer, app, ask, codes, data, restart } from '../../support/app.js';
import { make } from '../../support/make.js';
import { plansByHand } from '../../support/plans.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const admin = actors.admin();
const lock = 7_001;

const county = `(select json_build_object('nodes', json_agg(json_build_object('code', code))) from station where level = 'COUNTY')::text`;
const raised = () => ({
  value: { id: null },
  errors: [new GraphQLError('inside', { path: ['raised', 'id'], originalError: new Error('secret words') })],
});
const refuses = () => {
  throw new Error('secret words');
};

const planner = plansByHand({
  spaced: { text: `select '{"totalCount" : 12345678901234567890,  "b":[ ]}'` },
  waits: { text: `select ${county} from (select pg_advisory_xact_lock_shared(${lock})) as waited` },
  follows: { text: `select ${county}` },
  broken: { text: `select (1 / (count(*) - count(*)))::text as secret_words from station` },
  nullable: { text: `select '{"id":"x"}'`, isNullable: true },
  short: { text: `select set_config('statement_timeout', '20', true)`, isNullable: true },
  slow: { text: `select pg_sleep(25)::text as hung_up` },
  absent: { text: 'select null' },
  refuses: { text: 'select null', isNullable: true, complete: refuses },
  raised: { text: 'select null', isNullable: true, complete: raised },
});

beforeAll(async () => {
  await app();
  await restart({ planner });
});

const totals = (...keys: string[]) => keys.map((key) => `${key}: stations { totalCount }`).join(' ');
const codesOf = (...keys: string[]) =>
  keys.map((key) => `${key}: stations(where: { level: { in: [COUNTY] } }) { nodes { code } }`).join(' ');
const one = (key: string) => `${key}: station(id: "01890000-0000-7000-8000-000000000000") { id }`;

/** Asks while the statement `waits` waits, and does something meanwhile; its snapshot was taken before. */
async function whileItWaits(question: () => Promise<Answer>, meanwhile: () => Promise<unknown>): Promise<Answer> {
  const holder = new pg.Client({ connectionString: (await app()).ownerUrl });
  await holder.connect();
  try {
    await holder.query(`select pg_advisory_lock(${lock})`);
    const answer = question();
    const waiter = `select from pg_locks where locktype = 'advisory' and not granted and objid = ${lock}`;
    while ((await asOwner(waiter)).length === 0);
    await meanwhile();
    await holder.query(`select pg_advisory_unlock(${lock})`);
    return await answer;
  } finally {
    await holder.end();
  }
}

const renumber = (from: string, to: string) => asOwner('update station set code = $2 where code = $1', [from, to]);

describe('an answer', () => {
  test('is the text that the database wrote, byte for byte', async () => {
    const { secret } = await make.key(admin, { scopes: ['STATIONS'], stationIds: [await stationId('620981')] });
    const { server } = await app();
    const answer = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${secret}` },
      payload: { query: `{ ${totals('spaced')} }` },
    });
    expect(answer.body).toBe(
      '{"data":{"spaced":{"totalCount" : 12345678901234567890,  "b":[ ]}},"extensions":{"cost":{"requested":1,"most":20000,"points":1}}}\n',
    );
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)));
  });

  test('has its keys in the order of the question, planned or not', async () => {
    const answer = await ask(admin, `{ ${totals('x', 'spaced')} __typename ${codesOf('follows', 'y')} }`);
    expect(answer.errors).toBeUndefined();
    expect(Object.keys(answer.data)).toEqual(['x', 'spaced', '__typename', 'follows', 'y']);
    expect(answer.data.__typename).toBe('Query');
    expect(answer.data.follows).toEqual(answer.data.y);
  });

  test('is of the operation that was named', async () => {
    const { server } = await app();
    const query = `query A { ${totals('spaced')} } query B { __typename }`;
    const bodyOf = async (operationName?: string) =>
      (await server.inject({ method: 'POST', url: '/graphql', payload: { query, operationName } })).json();
    expect((await bodyOf('A')).data).toHaveProperty('spaced');
    expect((await bodyOf('B')).data).toEqual({ __typename: 'Query' });
    expect((await bodyOf()).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await bodyOf('C')).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a snapshot', () => {
  test('is shared by two planned root fields', async () => {
    const answer = await whileItWaits(
      () => ask(admin, `{ ${codesOf('waits', 'follows')} }`),
      () => renumber('620981', '999999'),
    );
    const now = await data(admin, `{ ${codesOf('follows')} }`);
    await renumber('999999', '620981');
    expect(now.follows.nodes).toEqual([{ code: '999999' }]);
    expect(answer.data).toEqual({ waits: { nodes: [{ code: '620981' }] }, follows: { nodes: [{ code: '620981' }] } });
    expect(answer.headers['x-lianxin-fallback']).toBeUndefined();
  });

  test('is shared by a planned root field and one that resolvers answer', async () => {
    const answer = await whileItWaits(
      () => ask(admin, `{ ${codesOf('resolved', 'waits')} }`),
      () => renumber('620981', '999999'),
    );
    await renumber('999999', '620981');
    expect(answer.data).toEqual({ resolved: { nodes: [{ code: '620981' }] }, waits: { nodes: [{ code: '620981' }] } });
    expect(answer.headers['x-lianxin-fallback']).toBe('Query.stations');
  });
});

describe('what goes wrong', () => {
  test('in the database fails every planned field, and tells nothing of it', async () => {
    const answer = await ask(admin, `{ ${one('nullable')} ${totals('broken')} }`);
    expect(answer.data).toBeNull();
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['nullable'], 'INTERNAL'],
      [['broken'], 'INTERNAL'],
    ]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/division|secret_words|station where/);
  });

  test('fails what resolvers would have answered beside it', async () => {
    const answer = await ask(admin, `{ ${one('other')} ${totals('broken')} }`);
    expect(codes(answer)).toEqual(['INTERNAL', 'INTERNAL']);
    expect(answer.data).toBeNull();
  });

  test('by taking too long is told as such, and the next question is answered', async () => {
    const answer = await ask(admin, `{ ${one('short')} ${totals('slow')} }`);
    expect(codes(answer)).toEqual(['TIMEOUT', 'TIMEOUT']);
    expect((await ask(admin, `{ ${codesOf('follows')} }`)).errors).toBeUndefined();
  });

  test('in one field leaves the others, where a null may stand', async () => {
    const answer = await ask(admin, `{ ${one('refuses')} ${one('raised')} ${one('nullable')} }`);
    expect(answer.data).toEqual({ refuses: null, raised: { id: null }, nullable: { id: 'x' } });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['refuses'], ['raised', 'id']]);
    expect(answer.errors?.[0]?.locations).toEqual([{ line: 1, column: 3 }]);
    expect(JSON.stringify(answer.errors)).not.toContain('secret words');
  });

  test('is a null for everything where a null may not stand', async () => {
    expect((await ask(admin, `{ ${one('nullable')} ${totals('absent')} }`)).data).toBeNull();
  });

  test.each([
    ['of the wrong type', { first: 'many' }],
    ['missing', {}],
  ])('with variables %s is said before anything is read, in the same words as the resolvers’', async (_what, given) => {
    const query = `query ($first: Int!) { spaced: stations(first: $first) { totalCount } }`;
    const answer = await ask(admin, query, given);
    const { requestId: _, ...extensions } = answer.errors?.[0]?.extensions ?? {};
    expect([answer.status, answer.data, extensions]).toEqual([
      400,
      undefined,
      { code: 'BAD_USER_INPUT', path: ['first'] },
    ]);
    expect(answer.errors?.[0]?.message).toMatch(/Variable "\$first"/);
  });

  test('at the client stops the statement', async () => {
    const { server } = await app();
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const left = new AbortController();
    const asking = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${totals('slow')} }` }),
      signal: left.signal,
    }).catch((error: Error) => error.name);
    const active = () => asOwner(`select from pg_stat_activity where state = 'active' and query like '%as hung_up'`);
    while ((await active()).length === 0);
    left.abort();
    expect(await asking).toBe('AbortError');
    while ((await active()).length > 0);
    expect((await ask(admin, `{ ${codesOf('follows')} }`)).errors).toBeUndefined();
  });
});

describe('a root field that resolvers answer', () => {
  test('is named in a header and counted, compiled or not', async () => {
    const { server } = await app();
    const countOf = async () => {
      const { body } = await server.inject({ url: '/metrics' });
      return Number(/^lianxin_fallback_total\{field="Query.me"\} (\d+)$/m.exec(body)?.[1] ?? 0);
    };
    const before = await countOf();
    const asked = () => ask(admin, '{ mine: me { user { name } } again: me { mustChangePassword } }');
    const answers = [await asked(), await asked(), await asked()];
    expect(answers.map(({ headers }) => headers['x-lianxin-fallback'])).toEqual(Array(3).fill('Query.me, Query.me'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(await countOf()).toBe(before + 6);
  });

  test('is refused in the same place and words, compiled or not', async () => {
    const asked = () => ask(actors.anonymous, `{ ${one('other')} ${totals('spaced')} }`);
    const told = [await asked(), await asked(), await asked()].map(({ data, errors }) => {
      const [{ message, path, locations, extensions } = {} as GraphQLError] = errors ?? [];
      return { data, message, path, locations, code: extensions?.code };
    });
    expect(told[0]).toMatchObject({ path: ['other'], code: 'UNAUTHENTICATED', locations: [{ line: 1, column: 3 }] });
    expect(told).toEqual([told[0], told[0], told[0]]);
  });

  test('is not named where people may not look, nor when resolvers were asked for', async () => {
    await restart({ planner, isProduction: true });
    expect((await ask(admin, `{ ${totals('other')} }`)).headers['x-lianxin-fallback']).toBeUndefined();
    await restart({ planner, reads: 'resolvers' });
    const answer = await ask(admin, `{ ${totals('spaced')} }`);
    expect(answer.headers['x-lianxin-fallback']).toBeUndefined();
    expect(answer.data.spaced.totalCount).toBeGreaterThan(50);
  });
});
