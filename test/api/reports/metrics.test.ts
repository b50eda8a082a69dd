import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, data } from '../../support/app.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { makeFixture } from './fixture.js';
import { handCounted } from './handCounted.js';
import { county, type Fixture } from './rows.js';

let fixture: Fixture;
let partner: Actor;

beforeAll(async () => {
  await app();
  fixture = await makeFixture();
  const scopes = ['REPORTS'];
  const stationIds = [await stationId(county)];
  const made = await make.key(actors.admin(county), { scopes, stationIds, budgetPerMinute: 6000 });
  partner = actors.partner(made.secret);
}, 120_000);

const query = `query ($metric: MetricKey!, $asOf: Date!, $period: ReportPeriodInput!, $split: ReportSplit) {
  report(metrics: [$metric], period: $period, asOf: $asOf, split: $split) {
    lines { label station { id } cells { ...cell } } total { cells { ...cell } } } }
  fragment cell on MetricCell { value unit split isHidden isRecounted
    rows(first: 40) { totalCount outside nodes { id title amount recordType day station { id } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const quarter = { quarter: '2025-Q2' };

async function reportOn(metric: string, more: object = {}, by: Actor = actors.admin(county)): Promise<Shape> {
  return (await data(by, query, { metric, period: quarter, asOf: '2025-06-30', ...more })).report;
}

const lineOf = (report: Shape, name: string): Shape =>
  report.lines.find((line: Shape) => line.station.id === fixture.stations[name]);

/** Units in which people, households and what they came to are counted. */
const theirs = /^(人|人次|户)$/;

/** The first cell of N1, of N2 and of the total. */
function cells(report: Shape): Shape[] {
  return [lineOf(report, 'N1').cells[0], lineOf(report, 'N2').cells[0], report.total.cells[0]];
}

const values = (report: Shape): (string | null)[] => cells(report).map(({ value }) => value);

describe('each metric of the catalogue', () => {
  test('is counted by hand below', async () => {
    const { metrics } = await data(actors.admin(county), '{ metrics { key } }');
    const keys = metrics.map(({ key }: { key: string }) => key);
    expect(keys.length).toBeGreaterThanOrEqual(30);
    expect(Object.keys(handCounted)).toEqual(keys);
  });

  test.each(Object.entries(handCounted))('%s is as it was counted by hand', async (metric, wanted) => {
    const report = await reportOn(metric);
    expect(values(report)).toEqual(wanted);
  });

  test.each(Object.keys(handCounted))('%s opens rows that make each of its figures', async (metric) => {
    const report = await reportOn(metric);
    const { metrics } = await data(actors.admin(county), '{ metrics { key counts isAdditive } }');
    const { counts, isAdditive } = metrics.find(({ key }: { key: string }) => key === metric);
    for (const cell of cells(report)) {
      const { nodes, totalCount, outside } = cell.rows;
      expect([nodes.length, outside]).toEqual([Math.min(totalCount, 40), 0]);
      if (totalCount > 40) continue;
      const sum = nodes.reduce((all: number, { amount }: { amount: string }) => all + Number(amount), 0);
      const isMean = !isAdditive && (counts === 'SHARE' || counts === 'MONEY');
      if (isMean && totalCount > 0) expect(Math.abs(sum / totalCount - Number(cell.value))).toBeLessThan(0.1);
      else expect(sum).toBe(Number(cell.value));
      expect(new Set(nodes.map(({ id }: { id: string }) => id)).size).toBe(nodes.length);
    }
  });

  test.each(Object.keys(handCounted))('%s adds up over its lines, or says that it is counted anew', async (metric) => {
    const report = await reportOn(metric);
    const all = report.lines.flatMap((line: Shape) => line.cells.slice(0, 1));
    const sum = all.reduce((total: number, { value }: Shape) => total + Number(value), 0);
    const [total] = report.total.cells;
    if (total.isRecounted) expect(all.every((cell: Shape) => cell.isRecounted)).toBe(true);
    else expect(sum).toBeCloseTo(Number(total.value), 6);
  });
});

describe('who may see sums and no rows', () => {
  const isOfStations = (metric: string) => metric.startsWith('STATIONS_');

  test.each(Object.keys(handCounted))('%s is told to a leader, without a name', async (metric) => {
    const [seen, whole] = [await reportOn(metric, {}, actors.leader(county)), await reportOn(metric)];
    expect(values(seen)).toEqual(values(whole));
    for (const [i, cell] of cells(seen).entries()) {
      if (isOfStations(metric)) continue;
      expect(cell.rows.nodes).toEqual([]);
      expect([cell.rows.totalCount, cell.rows.outside]).toEqual([0, cells(whole)[i].rows.totalCount]);
    }
  });

  test.each(Object.keys(handCounted))(
    '%s is told to a partner, without a name and without a small cell',
    async (metric) => {
      const [seen, whole] = [await reportOn(metric, {}, partner), await reportOn(metric)];
      const { metrics } = await data(actors.admin(county), '{ metrics { key counts } }');
      const { counts } = metrics.find(({ key }: { key: string }) => key === metric);
      for (const [i, cell] of cells(seen).entries()) {
        const { value } = cells(whole)[i];
        const isOfSomebody = ['PEOPLE', 'HOUSEHOLDS'].includes(counts) || (counts === 'ROWS' && theirs.test(cell.unit));
        const isSmall = isOfSomebody && Number(value) > 0 && Number(value) < 5;
        if (isSmall) expect(cell.isHidden).toBe(true);
        if (cell.isHidden) expect([cell.value, cell.rows]).toEqual([null, null]);
        else expect([cell.value, cell.rows.nodes]).toEqual([value, []]);
      }
    },
  );
});

describe('rules of counting', () => {
  test('a person who came to sessions of two towns counts once in each and once in the county', async () => {
    const report = await reportOn('TRAINING_PERSONS');
    expect(values(report)).toEqual(['4', '2', '4']);
    expect(report.total.cells[0].isRecounted).toBe(true);
    const names = lineOf(report, 'N1').cells[0].rows.nodes.map(({ title }: { title: string }) => title);
    expect(names.sort()).toEqual(['人P1', '人P2', '人P4', '人P6']);
  });

  test('a village that moved in mid-period counts where it stood on the as-of day, with all of its records', async () => {
    expect(values(await reportOn('HOUSEHOLDS_COUNT', { asOf: '2025-05-14' }))).toEqual(['3', '1', '4']);
    expect(values(await reportOn('HOUSEHOLDS_COUNT', { asOf: '2025-05-15' }))).toEqual(['2', '2', '4']);
    expect(values(await reportOn('INDUSTRY_DISTRIBUTED', { asOf: '2025-05-14' }))).toEqual([
      '150.000',
      '0.000',
      '150.000',
    ]);
    expect(values(await reportOn('INDUSTRY_DISTRIBUTED'))).toEqual(['100.000', '50.000', '150.000']);
  });

  test('a status that ended before the as-of day no longer holds, and did on a day before', async () => {
    const registered = async (asOf: string) => {
      const report = await reportOn('HOUSEHOLDS_COUNT', { asOf, split: 'STATUS' });
      return report.total.cells.find((cell: Shape) => cell.split === 'REGISTERED').value;
    };
    expect(await registered('2025-04-30')).toBe('2');
    expect(await registered('2025-05-01')).toBe('1');
  });

  test('what is dated after the as-of day does not count, though the period reaches further', async () => {
    expect(values(await reportOn('TRAINING_PERSON_TIMES', { asOf: '2025-05-09' }))).toEqual(['3', '0', '3']);
    expect(values(await reportOn('PROGRAMMES_ACCEPTED', { asOf: '2025-06-19' }))).toEqual(['0', '0', '0']);
  });

  test('a household of a merged village counts in the line of the one that took over', async () => {
    const report = await reportOn('HOUSEHOLDS_STATUS_BEGAN', { split: 'STATUS' });
    const five = lineOf(report, 'N1').cells.find((cell: Shape) => cell.split === 'FIVE_GUARANTEES');
    expect(five.value).toBe('1');
    expect(five.rows.nodes).toMatchObject([{ title: '户主H4 H-H4', station: { id: fixture.stations.V5 } }]);
  });

  test('nobody learns of a record of another county', async () => {
    const answer = await ask(actors.admin('620981'), query, {
      metric: 'TRAINING_PERSONS',
      period: quarter,
      asOf: '2025-06-30',
    });
    expect(answer.data.report.total.cells[0]).toMatchObject({ value: '0', rows: { totalCount: 0, outside: 0 } });
  });
});
