import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

const tree = `query ($asOf: Date) { stationTree(asOf: $asOf) {
  station { id code name level practiceLabel }
  children { station { code name level } children { station { code name level } children { station { id } } } }
} }`;

interface Node {
  station: { code: string; name: string; level: string };
  children: Node[];
}

function countLevels(root: Node): Record<string, number> {
  const counts: Record<string, number> = {};
  const walk = (node: Node): void => {
    counts[node.station.level] = (counts[node.station.level] ?? 0) + 1;
    node.children?.forEach(walk);
  };
  walk(root);
  return counts;
}

describe('the tree of a county', () => {
  test('Yumen has 1 centre, 12 offices and 59 stations', async () => {
    const { stationTree } = await data(actors.admin(), tree);
    expect(countLevels(stationTree)).toEqual({ COUNTY: 1, TOWNSHIP: 12, VILLAGE: 59 });
    expect(stationTree.station).toMatchObject({ code: '620981', practiceLabel: '新时代文明实践中心' });
  });

  test.each(['620981', '653123', '620702', '450481', '141034'])('%s answers its own tree', async (county) => {
    const { stationTree } = await data(actors.admin(county), tree);
    expect(stationTree.station.code).toBe(county);
    const counts = countLevels(stationTree);
    expect(counts).toMatchObject({ COUNTY: 1 });
    expect(counts.TOWNSHIP).toBeGreaterThan(5);
    expect(counts.VILLAGE).toBeGreaterThan(50);
  });

  test('a strange county without the practice label shows none', async () => {
    const { stationTree } = await data(actors.admin('450481'), tree);
    expect(stationTree.station.practiceLabel).toBeNull();
  });

  test.each([
    ['2017-01-01', '柳湖乡'],
    ['2018-06-30', '柳湖乡'],
    ['2018-07-01', '柳湖镇'],
    [null, '柳湖镇'],
  ])('as of %s the town was called %s', async (asOf, name) => {
    const { stationTree } = await data(actors.admin(), tree, { asOf });
    const liuhu = (stationTree as Node).children.find((child) => child.station.code === '620981109');
    expect(liuhu?.station.name).toBe(name);
  });

  test('a stranger is asked to sign in', async () => {
    expect(codes(await ask(actors.anonymous, tree))).toEqual(['UNAUTHENTICATED']);
  });

  test('an operator of the platform holds no permission in a county', async () => {
    expect(codes(await ask(actors.operator(), tree))).toEqual(['FORBIDDEN']);
  });

  test('a day that does not exist is refused by name', async () => {
    const answer = await ask(actors.admin(), tree, { asOf: '2019-02-30' });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ path: ['asOf'], requestId: expect.any(String) });
  });
});
