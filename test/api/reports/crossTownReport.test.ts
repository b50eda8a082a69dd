import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

const report = `query ($period: PeriodInput!, $asOf: Date, $kind: ProgrammeKind, $within: ID) {
  crossTownReport(period: $period, asOf: $asOf, kind: $kind, within: $within) {
    asOf
    towns { label station { id code } cells { kind state count budget } }
    total { label station { id } cells { kind state count budget } }
  }
}`;

const opened = `query ($period: PeriodInput!, $kind: ProgrammeKind) {
  crossTownReport(period: $period, kind: $kind) {
    towns { label cells { state count rows(first: 25) { totalCount nodes { id title state station { code } } } } }
  }
}`;

const years = { from: '2017-01-01', to: '2027-12-31' };

interface Cell {
  kind: string;
  state: string;
  count: number;
  budget: string;
}

interface Row {
  label: string;
  station: { id: string; code: string } | null;
  cells: Cell[];
}

const fen = (yuan: string): number => Math.round(Number(yuan) * 100);

function sumOf(rows: Row[], kind: string, state: string): { count: number; fen: number } {
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.kind === kind && cell.state === state);
  return { count: cells.reduce((sum, c) => sum + c.count, 0), fen: cells.reduce((sum, c) => sum + fen(c.budget), 0) };
}

describe('the cross-town report', () => {
  test('adds up: the total is the sum of its rows, in every kind and state', async () => {
    const { crossTownReport } = await data(actors.admin('620981'), report, { period: years });
    const { towns, total } = crossTownReport as { towns: Row[]; total: Row };
    expect(towns).toHaveLength(13);
    expect(towns[0]).toMatchObject({ label: '县本级', station: { code: '620981' } });
    expect(total).toMatchObject({ label: '合计', station: null });
    expect(total.cells.reduce((sum, cell) => sum + cell.count, 0)).toBeGreaterThan(5);
    for (const cell of total.cells) {
      expect(sumOf(towns, cell.kind, cell.state)).toEqual({ count: cell.count, fen: fen(cell.budget) });
    }
  });

  test('opens every cell down to as many rows as it counts', async () => {
    for (const kind of ['TRAINING', 'JOB', 'INDUSTRY']) {
      const { crossTownReport } = await data(actors.admin('620981'), opened, { period: years, kind });
      const cells = crossTownReport.towns.flatMap((town: { cells: object[] }) => town.cells);
      expect(cells.some((cell: { count: number }) => cell.count > 0)).toBe(true);
      for (const { count, state, rows } of cells) {
        expect(rows.totalCount).toBe(count);
        expect(rows.nodes).toHaveLength(count);
        for (const node of rows.nodes) expect(node.state).toBe(state);
      }
    }
  });

  test('answers a leader with sums and no row', async () => {
    const answer = await data(actors.leader('620981'), opened, { period: years, kind: 'INDUSTRY' });
    const cells = answer.crossTownReport.towns.flatMap((town: { cells: object[] }) => town.cells);
    expect(cells.some((cell: { count: number }) => cell.count > 0)).toBe(true);
    expect(cells.every((cell: { rows: unknown }) => cell.rows === null)).toBe(true);
  });

  test('shows an office director their own town alone', async () => {
    const { crossTownReport } = await data(actors.office('chijin'), report, { period: years });
    expect(crossTownReport.towns.map((row: Row) => row.label)).toEqual(['赤金镇']);
  });

  test('is refused to a clerk, with the roles that have it', async () => {
    const answer = await ask(actors.clerk('chijin'), report, { period: years });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });

  test('says what is wrong with a period upside down, a day to come and an unknown station', async () => {
    const admin = actors.admin('620981');
    const upsideDown = await ask(admin, report, { period: { from: '2020-02-01', to: '2020-01-01' } });
    expect(upsideDown.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['period', 'to'] });
    const tomorrow = await ask(admin, report, { period: years, asOf: '2199-01-01' });
    expect(tomorrow.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['asOf'] });
    const nowhere = await ask(admin, report, { period: years, within: '018f0000-0000-7000-8000-000000000000' });
    expect(codes(nowhere)).toEqual(['NOT_FOUND']);
  });
});
