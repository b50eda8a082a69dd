import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { app, data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 120_000);

const yumen = actors.director('620981');
const cenxi = actors.director('450481');
const asOf = '2020-03-23';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** Every row of a list, a hundred at a time. */
async function everyRow(root: string, type: string, fields: string, where: object, by = yumen): Promise<Shape[]> {
  const query = `query ($where: ${type}Filter, $after: String) {
    list: ${root}(where: $where, first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  const rows: Shape[] = [];
  for (let after: string | null = null; ; ) {
    const { list }: Shape = await data(by, query, { where, after });
    rows.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return rows;
    after = list.pageInfo.endCursor;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe('the sheep of Yumen Town', () => {
  it('YM17, YM18: 92 households, 749 head, 341 raised by themselves and 408 entrusted', async () => {
    const where = { within: await stationId('620981101'), asOf };
    const query = `query ($where: LivestockContractFilter) {
      livestockTotals(where: $where) { nodes { mode species contracts households head } } }`;
    const { livestockTotals } = await data(yumen, query, { where });
    expect(livestockTotals.nodes).toEqual([
      { mode: 'AGENT_RAISE', species: 'SHEEP', contracts: 51, households: 51, head: 408 },
      { mode: 'GROUP_PURCHASE', species: 'SHEEP', contracts: 41, households: 41, head: 341 },
    ]);
    const rows = await everyRow('livestockContracts', 'LivestockContract', 'head species household { id }', where);
    expect(new Set(rows.map((row) => row.household.id)).size).toBe(92);
    expect(sum(rows.map((row) => row.head))).toBe(749);
  });

  it('YM19: 204 head fall due at each of four year ends, over 51 contracts', async () => {
    const within = await stationId('620981101');
    const query = `query ($where: LivestockInstalmentFilter) {
      livestockInstalmentTotals(where: $where) { nodes { dueOn instalments headDue } } }`;
    for (const year of [2020, 2021, 2022, 2023]) {
      const where = { within, dueOn: { from: `${year}-01-01`, to: `${year}-12-31` } };
      const { nodes } = (await data(yumen, query, { where })).livestockInstalmentTotals;
      expect(sum(nodes.map((one: Shape) => one.headDue))).toBe(204);
      const rows = await everyRow(
        'livestockInstalments',
        'LivestockInstalment',
        'headDue dueOn contract { id }',
        where,
      );
      expect([rows.length, new Set(rows.map((row) => row.contract.id)).size]).toEqual([51, 51]);
      expect(sum(rows.map((row) => row.headDue))).toBe(204);
      expect(new Set(rows.map((row) => row.dueOn))).toEqual(new Set([`${year}-12-31`]));
    }
    const all = await everyRow('livestockInstalments', 'LivestockInstalment', 'id', { within });
    expect(all).toHaveLength(204);
  });

  it('shows what is overdue by cooperative with its rows', async () => {
    const where = { within: await stationId('620981101'), overdueOn: '2024-06-30' };
    const query = `query ($where: LivestockInstalmentFilter) {
      livestockInstalmentTotals(where: $where) { nodes { cooperative { name } instalments headOpen } }
      livestockInstalments(where: $where) { totalCount nodes { headDue headDelivered } } }`;
    const found = await data(yumen, query, { where });
    const { nodes } = found.livestockInstalmentTotals;
    expect(sum(nodes.map((one: Shape) => one.instalments))).toBe(found.livestockInstalments.totalCount);
    expect(sum(nodes.map((one: Shape) => one.headOpen))).toBe(12);
    const rows = found.livestockInstalments.nodes as Shape[];
    expect(sum(rows.map((row) => row.headDue - row.headDelivered))).toBe(12);
    const inTime = await data(yumen, query, { where: { ...where, overdueOn: '2023-12-31' } });
    expect(inTime.livestockInstalments.totalCount).toBe(0);
  });
});

describe('what Daye gave out', () => {
  const totals = `query ($where: DistributionFilter) {
    distributionTotals(where: $where) { nodes { item { id name } quantity { amount unit } households lines } } }`;

  it.each([
    ['CX08', '百香果苗', '6260.000', 'PLANT', 63],
    ['CX09', '香蜜顺梨苗', '8600.000', 'PLANT', 43],
    ['CX10', '三黄鸡苗', '23000.000', 'BIRD', 230],
  ])('%s: %s %s %s to %s households, and the rows add up', async (_fact, name, amount, unit, households) => {
    const within = await stationId('450481108');
    const period = { within, on: { from: '2017-06-01', to: '2017-11-10' }, asOf: '2017-11-10' };
    const { nodes } = (await data(cenxi, totals, { where: period })).distributionTotals;
    expect(nodes).toHaveLength(3);
    const own = nodes.find((node: Shape) => node.item.name === name);
    expect(own).toMatchObject({ quantity: { amount, unit }, households, lines: households });
    const where = { ...period, item: { in: [own.item.id] }, unit: { in: [unit] } };
    const rows = await everyRow('distributions', 'Distribution', 'quantity { amount } household { id }', where, cenxi);
    expect(new Set(rows.map((row) => row.household.id)).size).toBe(households);
    expect(sum(rows.map((row) => Number(row.quantity.amount)))).toBe(Number(amount));
  });

  it('gave mainly where the article says', async () => {
    const rows = async (name: string) => {
      const items = await data(cenxi, '{ distributionItems { nodes { id name } } }');
      const id = items.distributionItems.nodes.find((one: Shape) => one.name === name).id;
      return everyRow('distributions', 'Distribution', 'station { code }', { item: { in: [id] } }, cenxi);
    };
    expect(new Set((await rows('百香果苗')).map((row) => row.station.code))).toEqual(new Set(['450481108211']));
    expect(new Set((await rows('香蜜顺梨苗')).map((row) => row.station.code))).toEqual(new Set(['450481108213']));
    expect(new Set((await rows('三黄鸡苗')).map((row) => row.station.code)).size).toBe(15);
  });

  it('CX13: three villages have a specialty, by what their households wanted', async () => {
    const within = await stationId('450481108');
    const query = `query ($within: ID!) {
      villageSpecialties(where: { within: $within, year: 2017 }) { totalCount nodes { state station { code } items { name } } }
      intentionDemand(where: { within: $within, year: 2017 }) { nodes { station { code } item { name } quantity { amount unit } households } } }`;
    const { villageSpecialties, intentionDemand } = await data(cenxi, query, { within });
    expect(villageSpecialties.totalCount).toBe(3);
    const byVillage = villageSpecialties.nodes.map((one: Shape) => [
      one.station.code,
      one.items.map((item: Shape) => item.name),
    ]);
    expect(byVillage.toSorted()).toEqual([
      ['450481108211', ['澳洲坚果苗', '百香果苗']],
      ['450481108212', ['生猪']],
      ['450481108213', ['香蜜顺梨苗']],
    ]);
    expect(intentionDemand.nodes).toHaveLength(3);
    const wishes = await everyRow('intentions', 'Intention', 'id', { within, year: 2017 }, cenxi);
    expect(sum(intentionDemand.nodes.map((one: Shape) => one.households))).toBe(wishes.length);
  });
});
