import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { app, data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';

/** Loading the records of the articles takes a while on a busy machine. */
beforeAll(async () => {
  useRecords();
  await app();
}, 240_000);

const admin = actors.admin('653123');

describe('what Yengisar’s village tested and taught', () => {
  it('YJ03: 400 candidates in January 2019, placed 120, 160 and 120 by the score rule', async () => {
    const within = await stationId('653123204203');
    const read = `query ($within: ID!) { levelTests(where: { within: $within }) { nodes { id month state
      bands { fromScore classGroup { name } } results { totalCount } } } }`;
    const { levelTests } = await data(admin, read, { within });
    const test = levelTests.nodes.find(({ month }: { month: string }) => month === '2019-01-01');
    expect(test).toMatchObject({ state: 'PLACED', results: { totalCount: 400 } });
    expect(test.bands.map(({ fromScore }: { fromScore: number }) => fromScore)).toEqual([80, 60, 0]);
    const placed = `query ($id: ID!) { levelTestPlacement(id: $id) { isDone scored moved
      groups { classGroup { name } fromScore after } moves { people } } }`;
    const { levelTestPlacement } = await data(admin, placed, { id: test.id });
    const groups = levelTestPlacement.groups.filter(
      ({ fromScore }: { fromScore: number | null }) => fromScore !== null,
    );
    expect(
      groups.map((one: { classGroup: { name: string }; after: number }) => [one.classGroup.name, one.after]),
    ).toEqual([
      ['A班', 120],
      ['B班', 160],
      ['C班', 120],
    ]);
    const people = levelTestPlacement.moves.map((move: { people: number }) => move.people);
    expect(people.reduce((sum: number, one: number) => sum + one, 0)).toBe(levelTestPlacement.moved);
    const rows = `query ($id: ID!, $after: String) { levelTest(id: $id) { results(first: 100, after: $after, where: { isMoved: true }) {
      totalCount } } }`;
    const { levelTest } = await data(admin, rows, { id: test.id });
    expect(levelTest.results.totalCount).toBe(levelTestPlacement.moved);
  });

  it('YJ08: 236 of 342 registered households have their know-how holder (69.0 %); 342 is the target and not the result', async () => {
    const within = await stationId('653123204203');
    const read = `query ($within: ID!) {
      knowHowCoverage(within: $within, asOf: "2019-01-31") { target confirmed trained none share }
      knowHowHolders(where: { within: $within, state: { in: [CONFIRMED] } }) { totalCount }
      knowHowGaps(where: { within: $within }) { totalCount } }`;
    const { knowHowCoverage, knowHowHolders, knowHowGaps } = await data(admin, read, { within });
    expect(knowHowCoverage).toEqual({ target: 342, confirmed: 236, trained: 36, none: 70, share: '69.0' });
    expect(knowHowHolders.totalCount).toBe(236);
    expect(knowHowGaps.totalCount).toBe(342 - 236);
  });

  it('holds what Chijin’s villages ordered from the menu, in people', async () => {
    const within = await stationId('620981102');
    const read = `query ($within: ID!) { trainingDemandBoard(within: $within) { asked requested scheduled met declined } }`;
    const { trainingDemandBoard } = await data(actors.admin('620981'), read, { within });
    expect(trainingDemandBoard.length).toBeGreaterThan(5);
    for (const { asked, requested, scheduled, met, declined } of trainingDemandBoard)
      expect(requested + scheduled + met + declined).toBe(asked);
  });
});
