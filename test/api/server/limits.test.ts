import { describe, expect, jest, test } from '@jest/globals';
import { ReadPool } from '../../../api/database/index.js';
import { actors } from '../../support/actors.js';
import { type Answer, app, ask, codes, data, restart } from '../../support/app.js';

const admin = actors.admin();

/** A refusal as clients meet it: a 4xx, one error with a code, a request id and words. */
function expectRefused(answer: Answer, code: string, words: RegExp, status = 400): void {
  expect(answer.status).toBe(status);
  expect(answer.data ?? null).toBeNull();
  expect(codes(answer)).toEqual([code]);
  expect(answer.errors?.[0]?.message).toMatch(words);
  expect(answer.errors?.[0]?.extensions?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.errors?.[0]?.extensions?.requestId).toBe(answer.headers['x-request-id']);
}

const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('a document is refused before anything is read', () => {
  test.each([
    ['thirty levels deep', `{ stationTree { ${'children { '.repeat(28)} station { id } ${'}'.repeat(28)} } }`, /12 层/],
    [
      'thirty levels deep through fragments',
      `{ stationTree { ...F0 } } ${repeated(28, (i) => `fragment F${i} on StationNode { children { ...F${i + 1} } }`)} fragment F28 on StationNode { station { id } }`,
      /12 层/,
    ],
    ['twenty-one aliases', `{ ${repeated(21, (i) => `a${i}: __typename`)} }`, /别名不能超过 20 个/],
    ['a thousand aliases', `{ ${repeated(1000, (i) => `a${i}: __typename`)} }`, /太长/],
    ['two hundred KB of query', `{ me { ${'mustChangePassword '.repeat(11_000)} } }`, /太长/],
    [
      'twenty-one directives',
      `{ ${repeated(21, (i) => `me @include(if: ${i > 0}) { mustChangePassword }`)} }`,
      /指令不能超过 20 个/,
    ],
    ['a subscription', 'subscription { me { mustChangePassword } }', /不支持订阅/],
    [
      'two mutations',
      'mutation { a: signOut { errors { code } } b: signOut { errors { code } } }',
      /一次只能提交一个变更/,
    ],
    [
      'two mutations in a fragment',
      'mutation { ...F } fragment F on Mutation { a: signOut { errors { code } } b: signOut { errors { code } } }',
      /一次只能提交一个变更/,
    ],
    ['an unknown field', '{ wages }', /Cannot query field/],
    ['no document', '{', /Syntax Error/],
    ['an unknown enum value', '{ stations(where: { level: { in: [TOWN] } }) { totalCount } }', /TOWN/],
  ])('%s', async (_what, query, words) => {
    expectRefused(await ask(admin, query), 'BAD_USER_INPUT', words);
  });

  test('an unknown operation name', async () => {
    const { server } = await app();
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: 'query A { __typename }', operationName: 'B' },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a batch', async () => {
    const { server } = await app();
    const payload = [{ query: '{ __typename }' }, { query: '{ __typename }' }];
    const response = await server.inject({ method: 'POST', url: '/graphql', payload });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('in English when English is asked for', async () => {
    const answer = await ask(admin, `{ ${repeated(21, (i) => `a${i}: __typename`)} }`, {}, { language: 'en' });
    expectRefused(answer, 'BAD_USER_INPUT', /at most 20 aliases/);
  });
});

describe('arguments out of bounds are refused with their path', () => {
  const list =
    'query ($first: Int, $offset: Int, $where: StationFilter) { stations(first: $first, offset: $offset, where: $where) { totalCount } }';

  test.each([
    ['first: 100000', { first: 100_000 }, ['first']],
    ['first: -1', { first: -1 }, ['first']],
    ['a null byte', { where: { search: 'a\0b' } }, ['where', 'search']],
    ['a null byte in a list', { where: { code: { in: ['a\0b'] } } }, ['where', 'code', 'in']],
    ['offset: 10001', { offset: 10_001 }, ['offset']],
    ['two hundred KB to search for', { where: { search: '户'.repeat(70_000) } }, ['where', 'search']],
    ['a hundred and one ids', { where: { id: { in: Array.from({ length: 101 }, () => 'x') } } }, ['where', 'id', 'in']],
  ])('%s', async (_what, variables, path) => {
    const answer = await ask(admin, list, variables);
    expectRefused(answer, 'BAD_USER_INPUT', /./);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(path);
  });

  test('written into the document as well', async () => {
    const answer = await ask(admin, '{ stations(first: 100000) { totalCount } }');
    expectRefused(answer, 'BAD_USER_INPUT', /0 到 100/);
  });

  test('a variable of the wrong type names its place', async () => {
    const answer = await ask(admin, list, { where: { level: { in: ['TOWN'] } } });
    expectRefused(answer, 'BAD_USER_INPUT', /TOWN/);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(['where', 'level', 'in', '0']);
  });
});

describe('the cost of an operation', () => {
  test('is the product of its list sizes, and refused over the budget', async () => {
    const answer = await ask(admin, '{ stations(first: 100) { nodes { path { path { path { name } } } } } }');
    expectRefused(answer, 'COST_EXCEEDED', /20000/);
    const { cost, budget } = answer.errors?.[0]?.extensions ?? {};
    expect(budget).toBe(20_000);
    expect(cost).toBe(1 + 100 + 100 * 10 + 100 * 100 + 100 * 1000);
  });

  test('is known before a transaction is opened', async () => {
    await ask(admin, '{ __typename }');
    const read = jest.spyOn(ReadPool.prototype, 'read');
    const fork = jest.spyOn((await app()).orm.em, 'fork');
    await ask(admin, '{ stations(first: 100) { nodes { path { path { path { name } } } } } }');
    await ask(admin, '{ stations(first: 100000) { totalCount } }');
    expect(read).not.toHaveBeenCalled();
    await ask(admin, '{ stations(first: 1) { totalCount } }');
    expect(read).toHaveBeenCalledTimes(1);
    expect(fork).not.toHaveBeenCalled();
    read.mockRestore();
    fork.mockRestore();
  });

  test('counts what a variable asks for', async () => {
    const query = 'query ($n: Int) { stations(first: $n) { nodes { path { path { name } } } } }';
    expect((await ask(admin, query, { n: 2 })).errors).toBeUndefined();
    const answer = await ask(
      admin,
      `query ($n: Int) { ${repeated(3, (i) => `s${i}: stations(first: $n) { nodes { path { path { name } } } }`)} }`,
      { n: 100 },
    );
    expectRefused(answer, 'COST_EXCEEDED', /./);
  });

  test('lets a page with its nested lists through', async () => {
    const answer = await data(
      admin,
      '{ stations(first: 100) { nodes { name parent { name } path { name } } totalCount } }',
    );
    expect(answer.stations.nodes).toHaveLength(72);
  });

  test('is not paid twice for a fragment spread twice', async () => {
    const query = `{ stations(first: 100) { nodes { ...A ...A ...B } } }
      fragment A on Station { path { path { name } } ...B } fragment B on Station { path { path { code } } }`;
    expect((await ask(admin, query)).errors).toBeUndefined();
  });

  test('a fan of fragments is refused at once', async () => {
    const levels = repeated(
      9,
      (i) => `fragment F${i} on Station { parent { ...F${i + 1} } successor { ...F${i + 1} } path { ...F${i + 1} } }`,
    );
    const started = performance.now();
    const answer = await ask(admin, `{ stations { nodes { ...F0 } } } ${levels} fragment F9 on Station { name }`);
    expectRefused(answer, 'COST_EXCEEDED', /./);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('the schema itself', () => {
  const introspection =
    '{ __schema { queryType { name } types { name fields { name type { name ofType { name ofType { name ofType { name ofType { name } } } } } } } } }';

  test('may be asked by whoever is signed in, and its depth is not counted', async () => {
    const answer = await data(admin, introspection);
    expect(answer.__schema.queryType.name).toBe('Query');
  });

  test('is not for strangers in production, nor are its names', async () => {
    await restart({ isProduction: true });
    expectRefused(await ask(actors.anonymous, introspection), 'UNAUTHENTICATED', /登录后/, 401);
    expectRefused(await ask(actors.anonymous, '{ __type(name: "User") { name } }'), 'UNAUTHENTICATED', /登录后/, 401);
    expect((await ask(actors.anonymous, '{ __typename }')).data).toEqual({ __typename: 'Query' });
    const guess = await ask(actors.anonymous, '{ stationTre { station { name } } }');
    expect(guess.errors?.[0]?.message).not.toContain('stationTree');
    await data(admin, introspection);
  });
});
