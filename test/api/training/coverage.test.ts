import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makePerson } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { enrol, makeCourse, makePeople, makeSessions, makeTraining, staffOf, take } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');
const fields = `personTimes personsCovered personsTotal personShare householdsCovered householdsTotal householdShare`;
const query = `query ($audience: CoverageAudience!, $period: PeriodInput!, $asOf: Date, $within: ID, $programmeId: ID) {
  trainingCoverage(audience: $audience, period: $period, asOf: $asOf, within: $within, programmeId: $programmeId) {
    asOf ${fields} gaps { totalCount nodes { name } } } }`;
const period = { from: '2026-03-01', to: '2026-03-31' };

let village = '';
let programmeId = '';

beforeAll(async () => {
  village = await stationId('620981102200');
  programmeId = (await makeTraining(editor, office, village)).id;
  const [first, second] = [await makePeople(clerk, village, 3), await makePeople(clerk, village, 2)];
  const cadre = await makePerson(clerk, { stationId: village, name: '吴安' });
  const { id: courseId } = await makeCourse(editor, programmeId, { audiences: ['HOUSEHOLD', 'CADRE'] });
  const all = [...first, ...second, cadre].map(({ id }) => id);
  await enrol(clerk, { courseId, personIds: all });
  const [one, two, april] = await makeSessions(editor, courseId, ['2026-03-05', '2026-03-06', '2026-04-01']);
  await take(clerk, { sessionId: one.id, presentIds: [all[0], all[1], cadre.id], absentIds: [all[2]] });
  await take(clerk, { sessionId: two.id, presentIds: [all[0]] });
  await take(clerk, { sessionId: april.id, presentIds: [all[3]] });
});

describe('coverage', () => {
  it('counts times, people and households apart, and names who is missing', async () => {
    const { trainingCoverage } = await data(lead, query, { audience: 'ALL', period, within: village });
    expect(trainingCoverage).toMatchObject({
      personTimes: 4,
      personsCovered: 3,
      personsTotal: 6,
      personShare: '50.0',
      householdsCovered: 1,
      householdsTotal: 2,
      householdShare: '50.0',
    });
    expect(trainingCoverage.gaps.totalCount).toBe(3);
    expect(trainingCoverage.gaps.nodes).toHaveLength(3);
  });

  it('is as of a day, and of one programme', async () => {
    const asked = { audience: 'ALL', within: village };
    const early = await data(lead, query, { ...asked, period, asOf: '2026-03-05' });
    expect(early.trainingCoverage).toMatchObject({ asOf: '2026-03-05', personTimes: 3 });
    const april = await data(lead, query, { ...asked, period: { from: '2026-04-01', to: '2026-04-30' }, programmeId });
    expect(april.trainingCoverage).toMatchObject({ personTimes: 1, householdsCovered: 1 });
    const other = await makeTraining(editor, office, village);
    const none = await data(lead, query, { ...asked, period, programmeId: other.id });
    expect(none.trainingCoverage).toMatchObject({ personTimes: 0, personShare: '0.0' });
  });

  it('of cadres leaves households out, and of nobody has no share', async () => {
    const cadres = await data(lead, query, { audience: 'CADRES', period, within: village });
    expect(cadres.trainingCoverage).toMatchObject({ personsTotal: 1, personShare: '100.0', householdShare: null });
    const registered = await data(lead, query, { audience: 'REGISTERED', period, within: village });
    expect(registered.trainingCoverage).toMatchObject({ personsTotal: 0, personShare: null });
  });

  it('says the same where resolvers answer as where a plan does', async () => {
    const plain = `query ($audience: CoverageAudience!, $period: PeriodInput!, $within: ID, $programmeId: ID) {
      trainingCoverage(audience: $audience, period: $period, within: $within, programmeId: $programmeId) { ${fields} gaps { totalCount nodes { name } } } }`;
    const slow = plain
      .replace(/}\s*$/, ' auditCheck { __typename } }')
      .replace(
        'auditCheck { __typename }',
        'slow: explainAccess(userId: $within, permission: TRAINING_READ) { __typename }',
      );
    for (const audience of ['ALL', 'CADRES', 'REGISTERED']) {
      const asked = { audience, period, within: village, programmeId };
      const planned = await data(actors.admin(), plain, asked);
      const answer = await ask(actors.admin(), slow, asked);
      expect(answer.data?.trainingCoverage ?? planned.trainingCoverage).toEqual(planned.trainingCoverage);
    }
  });

  it('shows sums without names to who may not see households, and nothing of other towns', async () => {
    const asked = { audience: 'ALL', period, within: village };
    const answer = await ask(actors.leader(), query, asked);
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.data.trainingCoverage).toMatchObject({ personTimes: 4, gaps: null });
    const sibling = await data(actors.office('huangzhawan'), query, asked);
    expect(sibling.trainingCoverage).toMatchObject({ personTimes: 0, personsTotal: 0 });
    expect(codes(await ask(actors.editor('jobs', 'chijin'), query, asked))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.director('450481'), query, asked))).toEqual(['NOT_FOUND']);
    const upside = { ...asked, period: { from: '2026-04-01', to: '2026-03-01' } };
    expect(codes(await ask(lead, query, upside))).toEqual(['BAD_USER_INPUT']);
  });
});
