import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { app, ask, codes, data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 120_000);

const village = '653123204203';
const campaign = { from: '2018-12-28', to: '2019-01-31' };
const query = `query ($audience: CoverageAudience!, $period: PeriodInput!, $asOf: Date, $within: ID!, $programmeId: ID) {
  trainingCoverage(audience: $audience, period: $period, asOf: $asOf, within: $within, programmeId: $programmeId) {
    personTimes personsCovered personsTotal personShare householdsCovered householdsTotal householdShare gaps { totalCount nodes { name } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
async function coverageOf(audience: string, more: object = {}): Promise<any> {
  const asked = { audience, period: campaign, asOf: '2019-01-31', within: await stationId(village), ...more };
  return (await data(actors.admin('653123'), query, asked)).trainingCoverage;
}

/** The courses of a village, with how many came to each session; opening a session shows who. */
async function sessionsAt(code: string) {
  const asked = `query ($within: ID!) { courses(where: { within: $within }) { nodes {
    title enrolledCount programme { id category form } sessions { id presentCount } } } }`;
  const { courses } = await data(actors.admin(code.slice(0, 6)), asked, { within: await stationId(code) });
  return courses.nodes as {
    title: string;
    programme: { id: string; category: string; form: string };
    enrolledCount: number;
    sessions: { id: string; presentCount: number }[];
  }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the training that the articles count', () => {
  it('YJ04, YJ05, YJ07: reaches all 342 registered households and 1,499 registered people, 100 %', async () => {
    expect(await coverageOf('REGISTERED')).toMatchObject({
      personsCovered: 1499,
      personsTotal: 1499,
      personShare: '100.0',
      householdsCovered: 342,
      householdsTotal: 342,
      householdShare: '100.0',
      gaps: { totalCount: 0 },
    });
  });

  it('YJ06: is 12,500 person-times of 1,600 people, with the 101 cadres', async () => {
    expect(await coverageOf('ALL')).toMatchObject({ personTimes: 12_500, personsCovered: 1600 });
    expect(await coverageOf('CADRES')).toMatchObject({ personTimes: 101, personsCovered: 101 });
  });

  it('YJ06: adds up from its rows: 16 policy sessions of 100, 26 evenings of 400, 5 clinics of 100', async () => {
    const courses = await sessionsAt(village);
    const rows = courses.map(({ programme, sessions }) => [
      programme.category === 'LANGUAGE_AND_LAW' ? programme.form : programme.category,
      sessions.length,
      ...new Set(sessions.map((one) => one.presentCount)),
    ]);
    expect(rows.sort()).toEqual([
      ['NIGHT_SCHOOL', 26, 400],
      ['POLICY', 16, 100],
      ['TECHNIQUE', 5, 100],
    ]);
    expect(sum(courses.flatMap(({ sessions }) => sessions.map((one) => one.presentCount)))).toBe(12_500);
    const night = courses.find(({ programme }) => programme.form === 'NIGHT_SCHOOL');
    const opened = 'query ($id: ID!) { courseSession(id: $id) { attendances { isPresent person { name } } } }';
    const { courseSession } = await data(actors.admin('653123'), opened, { id: night?.sessions[0]?.id });
    expect(courseSession.attendances.filter((one: { isPresent: boolean }) => one.isPresent)).toHaveLength(400);
    expect(await coverageOf('ALL', { programmeId: night?.programme.id })).toMatchObject({
      personTimes: 10_400,
      personsCovered: 400,
      gaps: { totalCount: 1200 },
    });
  });

  it('is not covered before it is held: as of the second day 200 people, and the others are named', async () => {
    const early = await coverageOf('REGISTERED', { asOf: '2018-12-30' });
    expect(early).toMatchObject({ personTimes: 200, personsCovered: 200, gaps: { totalCount: 1299 } });
    expect(early.gaps.nodes).toHaveLength(25);
  });

  it('is seen as sums by the county leader, without names', async () => {
    const asked = { audience: 'ALL', period: campaign, asOf: '2019-01-31', within: await stationId(village) };
    const answer = await ask(actors.leader('653123'), query, asked);
    expect(answer.data.trainingCoverage).toMatchObject({ personTimes: 12_500, gaps: null });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
  });

  it('FX07: is over a hundred people on sweet potatoes, 108 by the roster', async () => {
    const [course, ...others] = await sessionsAt('141034100207');
    expect([course?.title, others]).toEqual(['红薯栽培', []]);
    const [{ id, presentCount } = { id: '', presentCount: 0 }, ...more] = course?.sessions ?? [];
    expect([presentCount, more, Math.floor(presentCount / 100) * 100]).toEqual([108, [], 100]);
    const { courseSession } = await data(
      actors.admin('141034'),
      `query ($id: ID!) { courseSession(id: $id) { teacher { name provider { name } } attendances { person { name } } } }`,
      { id },
    );
    expect(courseSession.attendances).toHaveLength(108);
    expect(courseSession.teacher.provider).toEqual({ name: '山西省农科院' });
  });
});
