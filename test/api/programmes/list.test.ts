import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { stationId } from '../../support/programmes.js';

const list = `query ($where: ProgrammeFilter, $orderBy: ProgrammeOrder, $first: Int, $after: String, $offset: Int) {
  programmes(where: $where, orderBy: $orderBy, first: $first, after: $after, offset: $offset) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind title state budget startsOn endsOn station { code }
      ... on TrainingProgramme { form } ... on JobProgramme { jobKind } ... on IndustryProgramme { category } } } }`;

interface Row {
  id: string;
  kind: string;
  title: string;
  state: string;
  budget: string | null;
  startsOn: string;
  endsOn: string;
  station: { code: string };
}

async function rows(where: Record<string, unknown>, who = actors.admin()): Promise<Row[]> {
  return (await data(who, list, { where, first: 100 })).programmes.nodes;
}

describe('programmes of all kinds', () => {
  test('answers each as what it is, with the count', async () => {
    const { programmes } = await data(actors.admin(), list, { first: 100 });
    expect(programmes.totalCount).toBe(programmes.nodes.length);
    const own = { TRAINING: 'form', JOB: 'jobKind', INDUSTRY: 'category' } as Record<string, string>;
    for (const node of programmes.nodes) expect(node[own[node.kind] ?? '']).toEqual(expect.any(String));
    expect(new Set(programmes.nodes.map((n: Row) => n.state)).size).toBe(8);
  });

  test('every kind is there in both towns that have editors, and at county level', async () => {
    for (const code of ['620981102', '620981105', '620981']) {
      const found = await rows({ station: { in: [await stationId(code)] } });
      expect(new Set(found.map((row) => row.kind))).toEqual(new Set(['TRAINING', 'JOB', 'INDUSTRY']));
    }
  });

  test.each([
    ['the beginning of the title', '玉门镇羊只'],
    ['its pinyin', 'yumenzhenyang'],
    ['its initials', 'ymzyz'],
    ['its initials in capitals', 'YMZYZ'],
  ])('%s finds it', async (_name, search) => {
    expect((await rows({ search })).map((row) => row.title)).toEqual(['玉门镇羊只团购自养与代养分红']);
  });

  test('filters hold together', async () => {
    const within = await stationId('620981102');
    const found = await rows({ kind: { in: ['INDUSTRY'] }, state: { in: ['APPROVED', 'RETURNED'] }, within });
    expect(found.map((row) => row.title).sort()).toEqual(['庭院经济（示例）', '枸杞示范园提质（示例）']);
  });

  test('a period finds what overlaps it, also by a single day', async () => {
    const touching = await rows({ period: { from: '2020-03-31', to: '2020-03-31' } });
    expect(touching.map((row) => row.title).sort()).toEqual(['玉门镇羊只团购自养与代养分红', '赤金镇农业技术田间教学']);
    const after = await rows({ period: { from: '2020-04-01', to: '2020-04-01' } });
    expect(after.map((row) => row.title)).toEqual(['玉门镇羊只团购自养与代养分红']);
  });

  test.each(['STARTS_ON', 'TITLE', 'STATE', 'BUDGET', 'CREATED_AT'])(
    'pages by cursor in order of %s give every programme once, as one page does',
    async (field) => {
      for (const direction of ['ASC', 'DESC']) {
        const orderBy = { field, direction };
        const whole = (await data(actors.admin(), list, { orderBy, first: 100 })).programmes.nodes as Row[];
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const {
            programmes,
          }: { programmes: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await data(
            actors.admin(),
            list,
            { orderBy, first: 4, after },
          );
          seen.push(...programmes.nodes.map((row) => row.id));
          after = programmes.pageInfo.endCursor;
          more = programmes.pageInfo.hasNextPage;
        }
        expect(seen).toEqual(whole.map((row) => row.id));
      }
    },
  );

  test.each(['trainingProgrammes', 'jobProgrammes', 'industryProgrammes'])(
    'pages of %s in order of state give every programme once',
    async (one) => {
      const page = `query ($first: Int, $after: String) { list: ${one}(
        first: $first, after: $after, orderBy: { field: STATE, direction: ASC }) { edges { cursor node { id } } } }`;
      const ids = (edges: { node: { id: string } }[]): string[] => edges.map(({ node }) => node.id);
      const { list: all } = await data(actors.admin(), page, { first: 100 });
      const first = all.edges.slice(0, 2);
      const { list: rest } = await data(actors.admin(), page, { first: 100, after: first[1].cursor });
      expect([...ids(first), ...ids(rest.edges)]).toEqual(ids(all.edges));
    },
  );

  test('states come in the order in which a programme passes through them, budgets without a value last', async () => {
    const states = (await data(actors.admin(), list, { orderBy: { field: 'STATE', direction: 'ASC' }, first: 100 }))
      .programmes;
    const order = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RUNNING', 'FINISHED', 'ACCEPTED', 'STOPPED'];
    expect([...new Set(states.nodes.map((n: Row) => n.state))]).toEqual(order);
    const budgets = (await data(actors.admin(), list, { orderBy: { field: 'BUDGET', direction: 'DESC' }, first: 100 }))
      .programmes;
    expect(budgets.nodes[0].budget).toBe('1200000.00');
    expect(budgets.nodes.at(-1).budget).toBeNull();
  });

  test('an editor of a town sees that town’s programmes of every kind and no other’s', async () => {
    const found = await rows({}, actors.editor('jobs', 'chijin'));
    expect(found.length).toBeGreaterThan(5);
    expect(found.every((row) => row.station.code.startsWith('620981102'))).toBe(true);
    expect(new Set(found.map((row) => row.kind)).size).toBe(3);
  });
});
