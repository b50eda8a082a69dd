import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { makeFixture } from './fixture.js';
import { county, type Fixture } from './rows.js';

let fixture: Fixture;

beforeAll(async () => {
  await app();
  fixture = await makeFixture();
}, 120_000);

const query = `query ($metrics: [MetricKey!]!, $asOf: Date, $period: ReportPeriodInput!, $split: ReportSplit, $by: StationLevel, $within: ID,
  $compare: ReportComparison, $after: String, $first: Int) {
  report(metrics: $metrics, period: $period, asOf: $asOf, split: $split, by: $by, within: $within, compare: $compare) {
    from to asOf by comparedFrom comparedTo comparedAsOf metrics { code }
    lines { label isOwn station { id } cells { ...cell } } total { label cells { ...cell } } } }
  fragment cell on MetricCell { metric split splitName value compared unit isHidden
    rows(first: $first, after: $after) { totalCount outside nodes { id title day link recordType } pageInfo { hasNextPage endCursor } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const usual = { metrics: ['TRAINING_PERSON_TIMES'], period: { quarter: '2025-Q2' }, asOf: '2025-06-30', first: 5 };

async function reportOn(more: object = {}, by: Actor = actors.admin(county)): Promise<Shape> {
  return (await data(by, query, { ...usual, ...more })).report;
}

/** What a question is refused with, and where. */
async function refusalOf(more: object, by: Actor = actors.admin(county)): Promise<[code: unknown, path: unknown]> {
  const answer = await ask(by, query, { ...usual, ...more });
  const [error] = answer.errors ?? [];
  return [error?.extensions?.code, error?.extensions?.path];
}

const lineOf = (report: Shape, name: string): Shape =>
  report.lines.find((line: Shape) => line.station.id === fixture.stations[name]);

describe('one figure', () => {
  test('is answered alone, by its line, its metric and its value of the split', async () => {
    const whole = await reportOn({ metrics: ['HOUSEHOLDS_COUNT', 'HOUSEHOLDS_PEOPLE'], split: 'STATUS' });
    const { split, value } = lineOf(whole, 'N1').cells[0];
    const one = `query ($station: ID, $split: String) {
      report(metrics: [HOUSEHOLDS_COUNT, HOUSEHOLDS_PEOPLE], period: { quarter: "2025-Q2" }, asOf: "2025-06-30", split: STATUS) {
        lines(station: $station) { station { id } cells(metric: HOUSEHOLDS_COUNT, split: $split) { metric split value } } } }`;
    const station = fixture.stations.N1;
    const { report } = await data(actors.admin(county), one, { station, split });
    expect(report.lines).toEqual([{ station: { id: station }, cells: [{ metric: 'HOUSEHOLDS_COUNT', split, value }] }]);
    const elsewhere = await data(actors.admin(county), one, { station: await stationId('620981102'), split });
    expect(elsewhere.report.lines).toEqual([]);
  });
});

describe('periods', () => {
  test.each([
    [{ month: '2025-02' }, '2025-02-01', '2025-02-28'],
    [{ quarter: '2025-Q4' }, '2025-10-01', '2025-12-31'],
    [{ year: 2024 }, '2024-01-01', '2024-12-31'],
    [{ days: { from: '2025-03-03', to: '2025-03-05' } }, '2025-03-03', '2025-03-05'],
    [{ upTo: '2025-03-05' }, '1900-01-01', '2025-03-05'],
  ])('%j is from %s to %s', async (period, from, to) => {
    expect(await reportOn({ period })).toMatchObject({ from, to, asOf: '2025-06-30' });
  });

  test.each([
    [{ month: '2024-03' }, 'PREVIOUS', ['2024-02-01', '2024-02-29', '2025-05-30']],
    [{ quarter: '2025-Q1' }, 'PREVIOUS', ['2024-10-01', '2024-12-31', '2025-03-30']],
    [{ year: 2025 }, 'PREVIOUS', ['2024-01-01', '2024-12-31', '2024-06-30']],
    [{ days: { from: '2025-06-01', to: '2025-06-10' } }, 'PREVIOUS', ['2025-05-22', '2025-05-31', '2025-06-20']],
    [{ month: '2025-02' }, 'YEAR_BEFORE', ['2024-02-01', '2024-02-29', '2024-06-30']],
    [{ upTo: '2025-06-30' }, 'YEAR_BEFORE', ['1900-01-01', '2024-06-30', '2024-06-30']],
  ])('%j by %s is compared with %j', async (period, compare, [comparedFrom, comparedTo, comparedAsOf]) => {
    expect(await reportOn({ period, compare })).toMatchObject({ comparedFrom, comparedTo, comparedAsOf });
  });
});

describe('comparisons', () => {
  test('a quarter shows what the quarter before counted, in the same lines', async () => {
    const report = await reportOn({ compare: 'PREVIOUS' });
    expect(lineOf(report, 'N1').cells[0]).toMatchObject({ value: '5', compared: '1' });
    expect(report.total.cells[0]).toMatchObject({ value: '7', compared: '1' });
  });

  test('sessions held stand beside sessions planned', async () => {
    const report = await reportOn({ metrics: ['TRAINING_SESSIONS'], compare: 'PLAN' });
    expect(report.total.cells[0]).toMatchObject({ value: '3', compared: '4' });
    expect(lineOf(report, 'N2').cells[0]).toMatchObject({ value: '1', compared: '0' });
  });
});

describe('lines', () => {
  test('go down to villages, with what stands at the town itself beside them', async () => {
    const report = await reportOn({ by: 'VILLAGE', within: fixture.stations.N2 });
    expect(report.lines.map((line: Shape) => [line.label, line.isOwn])).toEqual([
      ['示例N2本级', true],
      ['示例V2', false],
      ['示例V4', false],
    ]);
    expect(lineOf(report, 'V2').cells[0].value).toBe('2');
    expect(report.total.cells[0].value).toBe('2');
  });

  test('are one for the whole county, and one for a village asked for alone', async () => {
    const whole = await reportOn({ by: 'COUNTY' });
    expect(whole.lines.map((line: Shape) => [line.isOwn, line.cells[0].value])).toEqual([[false, '7']]);
    const village = await reportOn({ by: 'TOWNSHIP', within: fixture.stations.V1 });
    expect(village.lines.map((line: Shape) => [line.label, line.cells[0].value])).toEqual([['示例V1', '5']]);
  });

  test('are the asker’s own town alone for an office director', async () => {
    const report = await reportOn({}, actors.office('chijin'));
    expect(report.lines.map((line: Shape) => line.label)).toEqual(['赤金镇']);
  });

  test('are split by a status that is called by its name, in the asker’s language', async () => {
    const asked = { ...usual, metrics: ['HOUSEHOLDS_COUNT'], split: 'STATUS' };
    const names = async (language: 'zh' | 'en') => {
      const { report } = await data(actors.admin(county), query, asked, { language });
      return report.total.cells.map((cell: Shape) => [cell.splitName, cell.value, cell.unit]);
    };
    expect(await names('zh')).toEqual([
      ['建档立卡户', '1', '户'],
      ['脱贫户', '1', '户'],
      ['五保户、特困供养户', '1', '户'],
      ['无', '1', '户'],
    ]);
    expect((await names('en')).map(([name]: string[]) => name)).toContain('Supported as destitute');
  });
});

describe('rows behind a figure', () => {
  test('are paged, latest first, each once, to the last', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Shape = (await reportOn({ first: 3, after })).total.cells[0].rows;
      seen.push(...page.nodes.map((row: Shape) => `${row.day} ${row.id}`));
      expect(page.totalCount).toBe(7);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  });

  test('are named and open the record in the console', async () => {
    const { rows } = (await reportOn()).total.cells[0];
    expect(rows.nodes[0]).toMatchObject({ recordType: 'Attendance', day: '2025-06-05' });
    expect(rows.nodes[0].title).toMatch(/^课次2025-06-05 人P[14]$/);
    expect(rows.nodes[0].link).toMatch(/^\/courses\/[\da-f-]{36}\/show$/);
  });

  test('show no name to a partner who may read training and not the register', async () => {
    const stationIds = [await stationId(county)];
    const { secret } = await make.key(actors.admin(county), { scopes: ['REPORTS', 'TRAINING'], stationIds });
    const report = await reportOn({ metrics: ['TRAINING_PERSON_TIMES', 'TRAINING_PERSONS'] }, actors.partner(secret));
    const [times, persons] = report.total.cells;
    expect([times.rows.totalCount, times.rows.outside]).toEqual([7, 0]);
    expect(times.rows.nodes.map(({ title }: Shape) => title).join()).not.toContain('人P');
    expect(persons).toMatchObject({ value: null, isHidden: true, rows: null });
  });

  test('are not open to a partner whose scopes do not hold reports', async () => {
    const stationIds = [await stationId(county)];
    const { secret } = await make.key(actors.admin(county), { scopes: ['TRAINING'], stationIds });
    expect(codes(await ask(actors.partner(secret), query, usual))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.partner(secret), '{ metrics { key } }'))).toEqual(['FORBIDDEN']);
  });

  test('cost a partner what they may read', async () => {
    const stationIds = [await stationId(county)];
    const { secret } = await make.key(actors.admin(county), { scopes: ['REPORTS'], stationIds });
    const { server } = await app();
    const costOf = async (first: number) => {
      const payload = { query, variables: { ...usual, first } };
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
      const { body } = await server.inject({ method: 'POST', url: '/graphql', headers, payload });
      return JSON.parse(body).extensions.cost.requested as number;
    };
    expect(await costOf(20)).toBeGreaterThan((await costOf(2)) * 3);
  });
});

describe('what is wrong is said', () => {
  const there = ['period'];
  test.each([
    ['a period in no way', { period: {} }, ['BAD_USER_INPUT', there]],
    ['a period in two ways', { period: { year: 2025, month: '2025-01' } }, ['BAD_USER_INPUT', there]],
    [
      'a period upside down',
      { period: { days: { from: '2025-02-01', to: '2025-01-01' } } },
      ['BAD_USER_INPUT', ['period', 'days', 'to']],
    ],
    ['a month that is none', { period: { month: '2025-13' } }, ['BAD_USER_INPUT', ['period', 'month']]],
    ['a quarter that is none', { period: { quarter: '2025-Q5' } }, ['BAD_USER_INPUT', ['period', 'quarter']]],
    ['a year too far', { period: { year: 12 } }, ['BAD_USER_INPUT', ['period', 'year']]],
    ['a day to come', { asOf: '2199-01-01' }, ['BAD_USER_INPUT', ['asOf']]],
    ['a split that the metric does not know', { split: 'FUND' }, ['BAD_USER_INPUT', ['split']]],
    ['a plan that the metric has not', { compare: 'PLAN' }, ['BAD_USER_INPUT', ['compare']]],
    [
      'what precedes the beginning',
      { period: { upTo: '2025-01-01' }, compare: 'PREVIOUS' },
      ['BAD_USER_INPUT', ['compare']],
    ],
    ['no metric', { metrics: [] }, ['BAD_USER_INPUT', ['metrics']]],
    ['a station of nobody', { within: '018f0000-0000-7000-8000-000000000000' }, ['NOT_FOUND', ['within']]],
    ['a station that is no id', { within: 'N1' }, ['NOT_FOUND', ['within']]],
    ['a cursor that was made up', { after: 'x' }, ['BAD_USER_INPUT', ['after']]],
  ])('%s', async (_what, more, refused) => {
    expect(await refusalOf(more)).toEqual(refused);
  });

  test('a metric that there is not, with those that come near', async () => {
    const answer = await ask(actors.admin(county), query, { ...usual, metrics: ['TRAINING_PERSON_TIME'] });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('TRAINING_PERSON_TIMES');
  });

  test('more metrics than twenty', async () => {
    const { metrics } = await data(actors.admin(county), '{ metrics { key } }');
    const keys = metrics.slice(0, 21).map(({ key }: { key: string }) => key);
    expect(await refusalOf({ metrics: keys, first: 0 })).toEqual(['BAD_USER_INPUT', ['metrics']]);
  });

  test('more cells than five thousand', async () => {
    const { metrics } = await data(actors.admin('450481'), '{ metrics { key } }');
    const keys = metrics.slice(0, 20).map(({ key }: { key: string }) => key);
    const bare = `query ($metrics: [MetricKey!]!) {
      report(metrics: $metrics, by: VILLAGE, period: { year: 2025 }) { lines { cells { value } } } }`;
    const answer = await ask(actors.admin('450481'), bare, { metrics: keys });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['by'] });
    const fewer = await ask(actors.admin('450481'), bare, { metrics: keys.slice(0, 10) });
    expect(fewer.data.report.lines.length * 10).toBeGreaterThan(2_500);
  });

  test('another county’s station and a sibling town are not there', async () => {
    const elsewhere = await stationId('620981102');
    expect(await refusalOf({ within: elsewhere })).toEqual(['NOT_FOUND', ['within']]);
    const sibling = await stationId('620981105');
    expect(await refusalOf({ within: sibling }, actors.office('chijin'))).toEqual(['NOT_FOUND', ['within']]);
  });

  test('a clerk, who may not see reports', async () => {
    expect(await refusalOf({}, actors.clerk('chijin'))).toEqual(['FORBIDDEN', undefined]);
  });
});
