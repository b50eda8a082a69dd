import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

const list = `query ($where: StationFilter, $orderBy: StationOrder, $first: Int, $after: String, $offset: Int) {
  stations(where: $where, orderBy: $orderBy, first: $first, after: $after, offset: $offset) {
    nodes { id code name } edges { cursor node { id } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  nodes: { code: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function namesOf(where: Record<string, unknown>): Promise<string[]> {
  const { stations } = await data(actors.admin(), list, { where, first: 100 });
  return (stations.nodes as { name: string }[]).map((node) => node.name);
}

describe('searching stations', () => {
  test.each(['hzw', 'huangzhawan', '黄闸湾', '620981105'])('%s finds 黄闸湾', async (search) => {
    expect(await namesOf({ search, level: { in: ['TOWNSHIP'] } })).toEqual([expect.stringContaining('黄闸湾')]);
  });

  test('a word that nothing is called finds nothing', async () => {
    expect(await namesOf({ search: 'zzzzz' })).toEqual([]);
  });

  test('a search of 51 characters is refused', async () => {
    const answer = await ask(actors.admin(), list, { where: { search: '湾'.repeat(51) } });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(['where', 'search']);
  });

  test('within a town are the town and its villages', async () => {
    const { stations } = await data(actors.admin(), list, { where: { code: { in: ['620981105'] } } });
    const town = stations.nodes[0];
    const under = await data(actors.admin(), list, { where: { within: town.id }, first: 100 });
    const found = (under.stations.nodes as { code: string }[]).map((node) => node.code);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((code) => code.startsWith('620981105'))).toBe(true);
  });
});

describe('stations as of a day', () => {
  const asOf = `query ($asOf: Date, $where: StationFilter) {
    stations(asOf: $asOf, where: $where) { totalCount nodes { code name } } }`;

  test.each([
    ['柳湖乡', '2018-06-30', ['柳湖乡']],
    ['柳湖镇', '2018-06-30', []],
    ['柳湖镇', '2018-07-01', ['柳湖镇']],
  ])('%s on %s finds %j', async (search, day, names) => {
    const where = { search, level: { in: ['TOWNSHIP'] } };
    const { stations } = await data(actors.admin(), asOf, { asOf: day, where });
    expect(stations.nodes.map((node: { name: string }) => node.name)).toEqual(names);
  });

  test('before the county opened none stood, and all of them are yet to open', async () => {
    const none = await data(actors.admin(), asOf, { asOf: '1990-01-01' });
    expect(none.stations).toEqual({ totalCount: 0, nodes: [] });
    const { stations } = await data(actors.admin(), asOf, { asOf: '1990-01-01', where: { isOpen: false } });
    expect(stations.totalCount).toBe(72);
  });
});

describe('paging', () => {
  test.each(['ASC', 'DESC'])('pages in the order of names, %s, give every station once', async (direction) => {
    const orderBy = { field: 'NAME', direction };
    const names = `query ($orderBy: StationOrder, $after: String) {
      stations(orderBy: $orderBy, first: 25, after: $after) { nodes { code pinyin } pageInfo { endCursor } } }`;
    const keys: string[] = [];
    for (let after: string | null = null, page = 0; page < 3; page += 1) {
      const { stations } = await data(actors.admin(), names, { orderBy, after });
      keys.push(...stations.nodes.map((node: { code: string; pinyin: string }) => `${node.pinyin} ${node.code}`));
      after = stations.pageInfo.endCursor;
    }
    expect(new Set(keys).size).toBe(72);
    const sorted = [...keys].sort();
    expect(keys).toEqual(direction === 'ASC' ? sorted : sorted.reverse());
  });

  test.each(['first: 101', 'offset: 10001', 'after: "bm9uc2Vuc2U"'])(
    'a count alone is refused with %s',
    async (page) => {
      expect(codes(await ask(actors.admin(), `{ stations(${page}) { totalCount } }`))).toEqual(['BAD_USER_INPUT']);
    },
  );

  test('pages by cursor give every station once', async () => {
    const codesSeen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
      const { stations }: { stations: Page } = await data(actors.admin(), list, { first: 30, after });
      codesSeen.push(...stations.nodes.map((node) => node.code));
      after = stations.pageInfo.endCursor;
      if (!stations.pageInfo.hasNextPage) break;
    }
    expect(codesSeen).toHaveLength(72);
    expect(new Set(codesSeen).size).toBe(72);
    expect([...codesSeen].sort()).toEqual(codesSeen);
  });

  test('an offset gives the same rows as the pages before', async () => {
    const whole = await data(actors.admin(), list, { first: 20 });
    const page = await data(actors.admin(), list, { first: 5, offset: 10 });
    expect(page.stations.nodes).toEqual(whole.stations.nodes.slice(10, 15));
    expect(page.stations).toMatchObject({ totalCount: 72, pageInfo: { hasNextPage: true, hasPreviousPage: true } });
  });

  test.each([
    [{ first: 101 }, ['first']],
    [{ first: 100_000 }, ['first']],
    [{ first: -1 }, ['first']],
    [{ offset: 10_001 }, ['offset']],
    [{ after: 'bm9uc2Vuc2U' }, ['after']],
  ])('%j is refused and named', async (variables, path) => {
    const answer = await ask(actors.admin(), list, variables);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions?.path).toEqual(path);
  });

  test('a cursor of one order does not fit another', async () => {
    const first = await data(actors.admin(), list, { first: 3 });
    const { endCursor } = first.stations.pageInfo;
    const orderBy = { field: 'NAME', direction: 'DESC' };
    const answer = await ask(actors.admin(), list, { first: 3, after: endCursor, orderBy });
    expect(answer.errors ? codes(answer) : answer.data).toEqual(['BAD_USER_INPUT']);
  });
});

describe('one station', () => {
  const one = '{ stations(where: {code: {in: ["620981105202"]}}) { nodes { id } } }';
  const byId = 'query ($id: ID!) { station(id: $id) { code path { code } parent { code } } }';

  test('names its place in the tree', async () => {
    const { stations } = await data(actors.admin(), one);
    const { station } = await data(actors.admin(), byId, { id: stations.nodes[0].id });
    expect(station).toEqual({
      code: '620981105202',
      path: [{ code: '620981' }, { code: '620981105' }],
      parent: { code: '620981105' },
    });
  });

  test('of another county is as if it did not exist', async () => {
    const { stations } = await data(actors.admin(), one);
    const foreign = await ask(actors.admin('450481'), byId, { id: stations.nodes[0].id });
    const unknown = await ask(actors.admin('450481'), byId, { id: '00000000-0000-7000-8000-00000000ffff' });
    expect(foreign.data).toEqual({ station: null });
    expect(foreign.data).toEqual(unknown.data);
    expect(codes(foreign)).toEqual(codes(unknown));
  });
});
