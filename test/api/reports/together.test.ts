import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, data } from '../../support/app.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { makeFixture } from './fixture.js';
import { handCounted } from './handCounted.js';
import { county, type Fixture } from './rows.js';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const admin = actors.admin(county);
const usual = { metrics: ['TRAINING_PERSON_TIMES'], period: { quarter: '2025-Q2' }, asOf: '2025-06-30' };
let fixture: Fixture;
let partner: Actor;
let elsewhere: string;

beforeAll(async () => {
  await app();
  fixture = await makeFixture();
  const stationIds = [await stationId(county)];
  const { secret } = await make.key(admin, { scopes: ['REPORTS'], stationIds, budgetPerMinute: 6000 });
  partner = actors.partner(secret);
  elsewhere = await stationId('450481');
}, 120_000);

/** A report; lines that name their stations are answered by resolvers, all others by the plan of the report. */
const report = (line = '') => `query ($metrics: [MetricKey!]!, $asOf: Date, $period: ReportPeriodInput!,
  $split: ReportSplit, $by: StationLevel, $within: ID, $compare: ReportComparison) {
  report(metrics: $metrics, period: $period, asOf: $asOf, split: $split, by: $by, within: $within, compare: $compare) {
    from to asOf by split compare comparedFrom metrics { key code name { zh en } sums rows splits }
    total { label cells { ...cell } } lines { label isOwn cells { ...cell } ${line} } } }
  fragment cell on MetricCell { metric split splitName unit value compared isHidden isRecounted }`;
const named = 'station { code }';

describe('a report in one round trip', () => {
  test.each<[string, object]>([
    ['a quarter', {}],
    ['a quarter beside the one before', { compare: 'PREVIOUS', metrics: ['TRAINING_PERSONS', 'HOUSEHOLDS_COUNT'] }],
    ['sessions beside those planned', { compare: 'PLAN', metrics: ['TRAINING_SESSIONS'] }],
    ['a split by status', { split: 'STATUS', metrics: ['HOUSEHOLDS_COUNT', 'TRAINING_PERSONS'] }],
    ['a line for each village', { by: 'VILLAGE', metrics: ['HOUSEHOLDS_PEOPLE', 'TRAINING_PERSONS'] }],
  ])('%s reads as by resolvers, whoever asks', async (_what, more) => {
    for (const by of [admin, actors.office('chijin'), partner]) {
      const alone = (await data(by, report(), { ...usual, ...more })).report;
      const { lines, ...rest } = (await data(by, report(named), { ...usual, ...more })).report;
      expect(alone.lines.length).toBeGreaterThan(0);
      expect(alone).toEqual({ ...rest, lines: lines.map(({ station, ...line }: Shape) => line) });
    }
  });

  test('is that of a town alone', async () => {
    const asked = { ...usual, by: 'VILLAGE', within: fixture.stations.N2 };
    const { lines } = (await data(admin, report(), asked)).report;
    expect(lines.map(({ label }: Shape) => label)).toEqual(['示例N2本级', '示例V2', '示例V4']);
  });

  test.each<[string, object, string[]]>([
    ['a day to come', { asOf: '2199-01-01' }, ['asOf']],
    ['a period upside down', { period: { days: { from: '2025-02-02', to: '2025-02-01' } } }, ['period', 'days', 'to']],
    ['two periods', { period: { year: 2024, month: '2024-01' } }, ['period']],
    ['no metric', { metrics: [] }, ['metrics']],
    ['a split that the metric does not know', { split: 'STATUS', metrics: ['TRAINING_HOURS'] }, ['split']],
    ['a metric without a plan', { compare: 'PLAN' }, ['compare']],
    ['a period that nothing precedes', { compare: 'PREVIOUS', period: { upTo: '2025-01-01' } }, ['compare']],
    ['a station that is none', { within: 'x' }, ['within']],
    ['a station that is left empty', { within: '' }, ['within']],
  ])('is refused for %s as by resolvers', async (_what, more, path) => {
    const refusals = async (line: string) => {
      const { errors = [] } = await ask(admin, report(line), { ...usual, ...more });
      return errors.map(({ message, path, extensions }) => [message, path, extensions?.code, extensions?.path]);
    };
    const found = await refusals('');
    expect(found).toEqual([[expect.any(String), ['report'], expect.any(String), path]]);
    expect(await refusals(named)).toEqual(found);
  });

  test('is refused for a station of another county', async () => {
    for (const line of ['', named]) {
      const { errors } = await ask(admin, report(line), { ...usual, within: elsewhere });
      expect(errors).toMatchObject([{ path: ['report'], extensions: { code: 'NOT_FOUND', path: ['within'] } }]);
    }
  });
});

describe('metrics that are told by the same rows', () => {
  const all = Object.keys(handCounted);
  const asKey = ({ label, metric, split, unit }: Shape) => [label, metric, split, unit].join(' ');

  async function cellsOf(metrics: string[], split: string | null): Promise<Record<string, Shape>> {
    const { lines, total } = (await data(admin, report(), { ...usual, metrics, split })).report;
    const cells = [...lines, total].flatMap((line: Shape) =>
      line.cells.map((cell: Shape) => ({ label: line.label, ...cell })),
    );
    return Object.fromEntries(cells.map((cell) => [asKey(cell), cell]));
  }

  test.each<[string, string | null, string[]]>([
    ['whole', null, all],
    ['by status', 'STATUS', ['TRAINING_PERSON_TIMES', 'TRAINING_PERSONS', 'TRAINING_HOUSEHOLDS', 'HOUSEHOLDS_COUNT']],
    ['by category', 'CATEGORY', ['TRAINING_SESSIONS', 'TRAINING_HOURS', 'TRAINING_PERSON_TIMES', 'TRAINING_PERSONS']],
  ])('are together what each is alone, %s', async (_what, split, metrics) => {
    for (let from = 0; from < metrics.length; from += 20) {
      const some = metrics.slice(from, from + 20);
      const apart = await Promise.all(some.map((metric) => cellsOf([metric], split)));
      expect(await cellsOf(some, split)).toEqual(Object.assign({}, ...apart));
    }
  });
});
