import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

/** What the driver was asked to send, in order; planned statements have a name, whatever frames them has none. */
let sent: { name?: string; text: string }[] = [];
const { query } = pg.Client.prototype;

const countyAdmin = actors.admin();
const otherAdmin = actors.admin('450481');

beforeEach(() => {
  sent = [];
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` in many ways
  pg.Client.prototype.query = function spy(this: pg.Client, ...asked: any[]): any {
    const [first] = asked;
    sent.push(typeof first === 'string' ? { text: first } : { name: first.name, text: first.text });
    return (query as (...all: unknown[]) => unknown).apply(this, asked);
  } as typeof query;
});

afterEach(() => {
  pg.Client.prototype.query = query;
});

const planned = () => sent.filter(({ name, text }) => name && text.includes('to_json'));
const reads = () => planned().filter(({ text }) => !text.includes('gate.session_'));

const nested = `programmes(first: 5) {
  totalCount
  pageInfo { hasNextPage endCursor }
  edges { cursor node { title ... on TrainingProgramme { form } steps { act } nextSteps { act isOpen }
    revisions { no changes { field } station { name parent { name parent { name } } } }
    station { path { name } programmes(first: 2) { totalCount nodes { title station { name successor { name } } } } } } }
}`;

describe('a root field', () => {
  test('is one statement, however deep its selection goes', async () => {
    const answer = await data(countyAdmin, `{ ${nested} }`);
    expect(answer.programmes.edges).toHaveLength(5);
    expect(reads()).toHaveLength(1);
  });

  test('beside another is one more, in the same transaction', async () => {
    await data(countyAdmin, '{ me { user { name } } }');
    sent = [];
    await data(
      countyAdmin,
      `{ ${nested} stationTree { station { name } children { station { name } } } users { totalCount } }`,
    );
    expect(reads()).toHaveLength(3);
    expect(sent.filter(({ text }) => text.startsWith('begin'))).toHaveLength(1);
    expect(sent.filter(({ text }) => text === 'commit')).toHaveLength(1);
  });

  test('asked again with other values is the same prepared statement', async () => {
    const document = 'query ($first: Int) { programmes(first: $first) { nodes { id station { name } } } }';
    await data(countyAdmin, document, { first: 3 });
    await data(countyAdmin, document, { first: 7 });
    expect(new Set(reads().map(({ name }) => name)).size).toBe(1);
    expect(reads()).toHaveLength(2);
  });
});

describe('a cursor', () => {
  const page = 'query ($after: String) { programmes(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }';

  test('that nobody gave is refused, and so is one of another list or another order', async () => {
    const other = await data(countyAdmin, '{ users(first: 1) { pageInfo { endCursor } } }');
    const turned = await data(
      countyAdmin,
      '{ programmes(first: 1, orderBy: { field: TITLE, direction: ASC }) { pageInfo { endCursor } } }',
    );
    for (const after of ['x', '', other.users.pageInfo.endCursor, turned.programmes.pageInfo.endCursor]) {
      const answer = await ask(countyAdmin, page, { after });
      expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions?.path).toEqual(['after']);
    }
  });

  test('of another county is a place in one’s own list and shows nothing of theirs', async () => {
    const theirs = await data(otherAdmin, page);
    const own = await data(countyAdmin, '{ programmes(first: 100) { nodes { id } } }');
    const ids = new Set(own.programmes.nodes.map(({ id }: { id: string }) => id));
    const answer = await data(countyAdmin, page, { after: theirs.programmes.pageInfo.endCursor });
    expect(answer.programmes.nodes.filter(({ id }: { id: string }) => !ids.has(id))).toEqual([]);
  });
});

test('an offset beyond the end is an empty page that still counts', async () => {
  const { programmes } = await data(
    countyAdmin,
    '{ programmes(offset: 9999) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
  );
  expect(programmes.nodes).toEqual([]);
  expect(programmes.totalCount).toBeGreaterThan(0);
  expect(programmes.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, endCursor: null });
});

test('a first of nothing is an empty page, and one below or above the bounds is refused before any statement', async () => {
  const asked = (first: number) => ask(countyAdmin, `{ programmes(first: ${first}) { nodes { id } } }`);
  expect((await asked(0)).data.programmes.nodes).toEqual([]);
  sent = [];
  expect(codes(await asked(-1))).toEqual(['BAD_USER_INPUT']);
  expect(codes(await asked(101))).toEqual(['BAD_USER_INPUT']);
  expect(reads()).toEqual([]);
});
