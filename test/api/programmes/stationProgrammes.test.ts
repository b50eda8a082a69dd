import { describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { stationId } from '../../support/programmes.js';

const [yumenzhen, chijin] = ['620981105', '620981102'];

const paged = `query ($id: ID!, $first: Int, $after: String, $offset: Int, $where: ProgrammeFilter, $orderBy: ProgrammeOrder, $asOf: Date) {
  station(id: $id, asOf: $asOf) { code programmes(first: $first, after: $after, offset: $offset, where: $where, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { id kind title station { id name } } } } }`;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  nodes: { id: string; kind: string; title: string; station: { id: string; name: string } }[];
}

async function at(code: string, who: Actor, variables: Record<string, unknown> = {}): Promise<Page> {
  return (await data(who, paged, { id: await stationId(code), first: 100, ...variables })).station.programmes;
}

describe('the programmes of a station', () => {
  test('are as many as the list over all stations has there, at each of them', async () => {
    const tree = await data(
      actors.admin(),
      '{ stations(first: 100) { nodes { code programmes(first: 50) { totalCount nodes { station { code } } } } } }',
    );
    const all = await data(actors.admin(), '{ programmes(first: 100) { totalCount nodes { station { code } } } }');
    const stations = tree.stations.nodes as { code: string; programmes: { totalCount: number; nodes: object[] } }[];
    let counted = 0;
    for (const { code, programmes } of stations) {
      const there = all.programmes.nodes.filter((p: { station: { code: string } }) => p.station.code === code);
      expect([code, programmes.totalCount]).toEqual([code, there.length]);
      expect(programmes.nodes).toEqual(there.map(() => ({ station: { code } })));
      counted += programmes.totalCount;
    }
    expect(counted).toBe(all.programmes.totalCount);
    expect(stations.filter((s) => s.programmes.totalCount > 0).length).toBeGreaterThan(2);
  });

  test('are its own, and not those of the stations below it', async () => {
    const county = await at('620981', actors.admin());
    const everywhere = await data(actors.admin(), '{ programmes(first: 0) { totalCount } }');
    expect(county.totalCount).toBeGreaterThan(0);
    expect(county.totalCount).toBeLessThan(everywhere.programmes.totalCount);
  });

  test('come in pages of their own, in the order asked for', async () => {
    const whole = await at(chijin, actors.admin(), { orderBy: { field: 'TITLE', direction: 'ASC' } });
    const titles: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page = await at(chijin, actors.admin(), {
        first: 2,
        after,
        orderBy: { field: 'TITLE', direction: 'ASC' },
      });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      titles.push(...page.nodes.map((node) => node.title));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(titles).toEqual(whole.nodes.map((node) => node.title));
    expect(titles.length).toBe(whole.totalCount);
    const passed = await at(chijin, actors.admin(), {
      first: 1,
      offset: 1,
      orderBy: { field: 'TITLE', direction: 'ASC' },
    });
    expect(passed.nodes.map((node) => node.title)).toEqual(titles.slice(1, 2));
  });

  test('are filtered like any list', async () => {
    const found = await at(chijin, actors.admin(), { where: { kind: { in: ['TRAINING'] } } });
    expect(new Set(found.nodes.map((node) => node.kind))).toEqual(new Set(['TRAINING']));
    expect(found.totalCount).toBe(found.nodes.length);
  });

  test('are as they are today, also at a station looked up as of the day it opened', async () => {
    const { station } = await data(actors.admin(), 'query ($id: ID!) { station(id: $id) { openedOn } }', {
      id: await stationId(chijin),
    });
    const then = await at(chijin, actors.admin(), { asOf: station.openedOn });
    expect(then).toEqual(await at(chijin, actors.admin()));
  });
});

describe('what an asker may not read', () => {
  test('of a sibling town is not there, and is not counted', async () => {
    expect((await at(yumenzhen, actors.admin())).totalCount).toBeGreaterThan(0);
    const seen = await at(yumenzhen, actors.editor('training', 'chijin'));
    expect(seen).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await at(chijin, actors.editor('training', 'chijin'))).totalCount).toBeGreaterThan(0);
  });

  test('of other kinds is not there: finance sees industry alone', async () => {
    const all = await at(chijin, actors.admin());
    const seen = await at(chijin, actors.finance());
    expect(seen.nodes.map((node) => node.id)).toEqual(
      all.nodes.filter((node) => node.kind === 'INDUSTRY').map((n) => n.id),
    );
    expect(seen.totalCount).toBe(seen.nodes.length);
    expect(all.totalCount).toBeGreaterThan(seen.totalCount);
  });

  test('is refused at its place where the right is held nowhere, and the station is answered', async () => {
    for (const who of [actors.leader(), actors.volunteer('chijin')]) {
      const answer = await ask(who, paged, { id: await stationId(chijin) });
      expect(answer.data).toEqual({ station: { code: chijin, programmes: null } });
      expect(codes(answer)).toEqual(['FORBIDDEN']);
      expect(answer.errors?.[0]?.path).toEqual(['station', 'programmes']);
    }
  });
});

describe('a wrong argument of the nested list', () => {
  test.each([
    ['a cursor that was made up', { after: 'bm8' }, /游标/],
    ['a cursor of another order', { orderBy: { field: 'BUDGET', direction: 'ASC' } }, /游标/],
    ['a cursor and an offset', { offset: 1 }, /不能同时/],
  ])('%s is told at the list’s place', async (_name, more, words) => {
    const { pageInfo } = await at(chijin, actors.admin(), { first: 1 });
    const variables = { id: await stationId(chijin), after: pageInfo.endCursor, ...more };
    const answer = await ask(actors.admin(), paged, variables);
    expect(answer.data).toEqual({ station: { code: chijin, programmes: null } });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.path).toEqual(['station', 'programmes']);
    expect(answer.errors?.[0]?.message).toMatch(words);
  });

  test('a cursor of the list over all stations is none of this one', async () => {
    const all = await data(actors.admin(), '{ programmes(first: 1) { pageInfo { endCursor } } }');
    const id = await stationId(chijin);
    const answer = await ask(actors.admin(), paged, { id, after: all.programmes.pageInfo.endCursor });
    expect(answer.errors?.map((e) => [e.extensions?.code, e.path])).toEqual([
      ['BAD_USER_INPUT', ['station', 'programmes']],
    ]);
  });

  test('a filter by a station that does not exist is told there too', async () => {
    const within = '018f0000-0000-7000-8000-000000000000';
    const answer = await ask(actors.admin(), paged, { id: await stationId(chijin), where: { within } });
    expect(answer.errors?.map((e) => [e.extensions?.code, e.path])).toEqual([['NOT_FOUND', ['station', 'programmes']]]);
    expect(answer.data.station.programmes).toBeNull();
  });
});

describe('nesting', () => {
  test('goes from station to programme to station and back again', async () => {
    const query = `query ($id: ID!) { station(id: $id) { programmes(first: 1) { nodes { title
      station { name programmes(first: 1) { totalCount nodes { title } } } } totalCount } } }`;
    const { station } = await data(actors.admin(), query, { id: await stationId(chijin) });
    const [node] = station.programmes.nodes;
    expect(node.station).toEqual({
      name: '赤金镇',
      programmes: { totalCount: station.programmes.totalCount, nodes: [{ title: node.title }] },
    });
  });

  test('is refused before anything is read when the pages multiply beyond the budget', async () => {
    const query =
      '{ stations(first: 100) { nodes { programmes(first: 100) { nodes { station { parent { id } } } } } } }';
    const answer = await ask(actors.admin(), query);
    expect(codes(answer)).toEqual(['COST_EXCEEDED']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ budget: 20_000 });
  });

  test('deeper than twelve levels is refused', async () => {
    const deep = `${'programmes { nodes { station { '.repeat(4)} id ${'} } }'.repeat(4)}`;
    const answer = await ask(actors.admin(), `query ($id: ID!) { station(id: $id) { ${deep} } }`, {
      id: await stationId(chijin),
    });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toMatch(/12 层/);
  });
});
