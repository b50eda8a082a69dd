import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { data, useRecords } from '../support/app.js';

const editor = actors.countyEditor('jobs', '141034');

interface Line {
  label: string;
  departed: number;
  batch: { number: number; day: string; transport: string; members: { person: { name: string } | null }[] };
  checks: { months: number; due: number; done: number; employed: number; rows: { isEmployed: boolean | null }[] }[];
}

const retention = `query ($asOf: Date!) { dispatchRetention(asOf: $asOf) {
  byBatch { label departed batch { number day transport members { person { name } } } checks { months due done employed rows { isEmployed } } }
  byTown { label departed } total { departed } } }`;

let lines: Line[] = [];
let total = 0;
let towns: { label: string; departed: number }[] = [];

beforeAll(async () => {
  useRecords();
  const { dispatchRetention } = await data(editor, retention, { asOf: '2019-05-30' });
  lines = dispatchRetention.byBatch;
  total = dispatchRetention.total.departed;
  towns = dispatchRetention.byTown;
}, 180_000);

describe('Fenxi’s workers to 东方希望晋中铝业', () => {
  it('FX02: were some sixty before 15 May 2019, 31 and 32, and the rows behind are as many', () => {
    const early = lines.filter(({ batch }) => batch.day < '2019-05-15');
    expect(early.map(({ departed }) => departed)).toEqual([31, 32]);
    expect(early.flatMap(({ batch }) => batch.members).filter(({ person }) => person)).toHaveLength(63);
    expect(Math.abs(63 - 60)).toBeLessThanOrEqual(10);
  });

  it('FX03: were thirty on that day, brought free of charge', () => {
    const third = lines.find(({ batch }) => batch.number === 3);
    expect(third).toMatchObject({
      label: '东方希望晋中铝业第 3 批',
      departed: 30,
      batch: { day: '2019-05-15', transport: 'FREE' },
    });
    expect(third?.batch.members).toHaveLength(30);
  });

  it('FX04: were ninety-three in all by 30 May, from several towns', () => {
    expect(total).toBe(93);
    expect(towns.length).toBeGreaterThan(2);
    expect(towns.reduce((sum, { departed }) => sum + departed, 0)).toBe(93);
  });

  it('FX05, FX06: were told of 4,500 and 3,500 yuan a month, which is kept as quoted and counted as nothing else', async () => {
    const query = `{ openings(where: { kind: { in: [LABOUR_DISPATCH] } }) { nodes { wageBands { grade wageFrom wageTo basis } } } }`;
    const { openings } = await data(editor, query);
    expect(openings.nodes[0].wageBands).toEqual([
      { grade: 'TECHNICAL', wageFrom: '4500.00', wageTo: '4500.00', basis: 'QUOTED' },
      { grade: 'GENERAL', wageFrom: '3500.00', wageTo: '3500.00', basis: 'QUOTED' },
    ]);
    const { dispatchMembers } = await data(editor, '{ dispatchMembers(first: 100) { nodes { wage } } }');
    expect(dispatchMembers.nodes.filter(({ wage }: { wage: string | null }) => wage !== null)).toEqual([]);
  });

  it('are retained by the rows that are shown', async () => {
    const { dispatchRetention } = await data(editor, retention, { asOf: '2020-01-31' });
    for (const { checks } of dispatchRetention.byBatch as Line[])
      for (const { due, done, employed, rows } of checks) {
        expect(rows).toHaveLength(due);
        expect(rows.filter(({ isEmployed }) => isEmployed !== null)).toHaveLength(done);
        expect(rows.filter(({ isEmployed }) => isEmployed)).toHaveLength(employed);
      }
  });
});

describe('Fenxi’s public-welfare posts', () => {
  it('FX10: are of five kinds of work, each with its holders', async () => {
    const query = `{ jobProgrammes(where: { search: "公益专岗" }) { nodes { id openings { work placements { id } } } } }`;
    const { jobProgrammes } = await data(editor, query);
    const [{ id, openings }] = jobProgrammes.nodes;
    const works = openings.map(({ work }: { work: string }) => work);
    expect(works).toEqual(['SANITATION', 'BEAUTIFUL_VILLAGE', 'ROAD_UPKEEP', 'FOREST_GUARD', 'CULTURE']);
    for (const { placements } of openings) expect(placements.length).toBeGreaterThan(0);
    const sheet = `query ($id: ID!, $month: Date!) { paySheet(programmeId: $id, month: $month) { total lines { isFull amount } } }`;
    const { paySheet } = await data(editor, sheet, { id, month: '2019-02-01' });
    expect(paySheet.lines.filter(({ isFull }: { isFull: boolean }) => !isFull)).toHaveLength(10);
    expect(paySheet.total).toBe('15857.10');
  });
});
