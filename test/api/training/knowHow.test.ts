import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { did, makeHolder, makeRegistered, makeTestedCourse, mutationOf } from '../../support/learning.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const editor = actors.editor('training', 'chijin');
const clerk = actors.clerk('chijin');
const confirm = mutationOf(
  'knowHowHolderConfirm',
  { id: ['ID!', 0], version: ['Int!', 0], input: ['KnowHowHolderConfirmInput!', 0] },
  'knowHowHolder',
  'id version state assessor',
);
const create = mutationOf('knowHowHolderCreate', { input: ['KnowHowHolderCreateInput!', 0] }, 'knowHowHolder', 'id');
const coverage = `query ($within: ID, $asOf: Date) { knowHowCoverage(within: $within, asOf: $asOf) { target confirmed trained none share } }`;

let village = '';

beforeAll(async () => {
  village = await stationId('620981102200');
});

/** The head of a household that is registered. */
async function head(name: string): Promise<{ householdId: string; code: string; personId: string }> {
  const { id, code } = await makeHousehold(clerk, village);
  await makeRegistered(id);
  const person = await makePerson(clerk, { householdId: id, relation: 'HEAD', name });
  return { householdId: id, code, personId: person.id };
}

describe('a know-how holder', () => {
  it('counts once an assessor confirms it, against the registered households, which are the aim and not the result', async () => {
    const [first, second, third] = [await head('李安'), await head('王和'), await head('赵清')];
    const one = await makeHolder(clerk, first.personId);
    await makeHolder(clerk, second.personId);
    const said = await data(editor, confirm, {
      id: one.id,
      version: one.version,
      input: { assessor: '农技站（示例）', on: '2026-04-20' },
    });
    expect(said.knowHowHolderConfirm.record).toMatchObject({ state: 'CONFIRMED', assessor: '农技站（示例）' });
    const { knowHowCoverage } = await data(editor, coverage, { within: village });
    expect(knowHowCoverage).toEqual({ target: 3, confirmed: 1, trained: 1, none: 1, share: '33.3' });
    const file = 'query ($id: ID!) { household(id: $id) { knowHowHolders { state topic person { name } } } }';
    const { household } = await data(clerk, file, { id: first.householdId });
    expect(household.knowHowHolders).toEqual([{ state: 'CONFIRMED', topic: '温室黄瓜栽培', person: { name: '李安' } }]);
    const before = await data(editor, coverage, { within: village, asOf: '2026-04-10' });
    expect(before.knowHowCoverage).toMatchObject({ confirmed: 0, trained: 2, share: '0.0' });
    const gaps = await data(
      clerk,
      'query ($at: ID!) { knowHowGaps(where: { within: $at }) { totalCount nodes { code } } }',
      { at: village },
    );
    expect(gaps.knowHowGaps).toEqual({ totalCount: 2, nodes: [{ code: second.code }, { code: third.code }] });
  });

  it('is one to a household, also for two clerks at once, until the mark has ended', async () => {
    const { personId } = await head('周明');
    const input = { personId, topic: '嫁接', trainedOn: '2026-05-01' };
    const both = await Promise.all([1, 2].map(() => ask(clerk, create, { input })));
    expect(both.map((answer) => answer.data.knowHowHolderCreate.errors.length).sort()).toEqual([0, 1]);
    const made = both.find((answer) => answer.data.knowHowHolderCreate.record)?.data.knowHowHolderCreate.record;
    const end = { id: ['ID!', made.id], version: ['Int!', 1], reason: ['String!', '外出务工'] } as never;
    expect(await did(clerk, 'knowHowHolderEnd', end, ['knowHowHolder', 'id version state'])).toMatchObject({
      state: 'ENDED',
    });
    expect((await data(clerk, create, { input })).knowHowHolderCreate.errors).toEqual([]);
  });

  it('is refused for a cadre, for a day to come, and for a confirmation before the training', async () => {
    const cadre = await makePerson(clerk, { stationId: village, name: '周远' });
    const { knowHowHolderCreate } = await data(clerk, create, {
      input: { personId: cadre.id, topic: '', trainedOn: '2030-01-01' },
    });
    expect(knowHowHolderCreate.errors.map(({ path }: { path: string[] }) => path[1])).toEqual([
      'topic',
      'trainedOn',
      'personId',
    ]);
    const { id, version } = await makeHolder(clerk, (await head('郑晓')).personId);
    const early = await data(editor, confirm, { id, version, input: { assessor: '某', on: '2026-03-01' } });
    expect(early.knowHowHolderConfirm.errors[0]).toMatchObject({ path: ['input', 'on'], code: 'OUT_OF_RANGE' });
    expect(codes(await ask(clerk, confirm, { id, version, input: { assessor: '某', on: '2026-05-01' } }))).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      codes(
        await ask(actors.editor('training', 'huangzhawan'), confirm, {
          id,
          version,
          input: { assessor: '某', on: '2026-05-01' },
        }),
      ),
    ).toEqual(['NOT_FOUND']);
    expect(codes(await ask(editor, confirm, { id, version: 9, input: { assessor: '某', on: '2026-05-01' } }))).toEqual([
      'STALE',
    ]);
  });
});

describe('certificates', () => {
  const issue = `mutation ($input: TrainingCertificatesIssueInput!) { answer: trainingCertificatesIssue(input: $input) {
    result { done rows { isDone message certificate { number issuedBy person { name } } } } errors { path code } } }`;
  const makers = { editor, director: actors.office('chijin'), clerk };
  const given = { issuedOn: '2026-06-30', issuedBy: '赤金镇人民政府（示例）' };

  it('are numbered one after another, once each, for those alone who completed the course', async () => {
    const done = await makeTestedCourse(makers, village, ['李安', '王和', '赵清'], 'COMPLETED');
    const [a, b, c] = done.enrolments.map(({ id }) => id);
    await asOwner(`update enrolment set state = 'ENROLLED' where id = $1`, [b]);
    const input = { courseId: done.id, enrolmentIds: [a, b], ...given };
    const { answer } = await data(editor, issue, { input });
    expect(answer.result).toEqual({
      done: 1,
      rows: [
        {
          isDone: true,
          message: null,
          certificate: { number: '620981102200-2026-0001', issuedBy: given.issuedBy, person: { name: '李安' } },
        },
        { isDone: false, message: '尚未结业，不能发证。', certificate: null },
      ],
    });
    const twice = await Promise.all(
      [1, 2].map(() => data(editor, issue, { input: { ...input, enrolmentIds: [a, c] } })),
    );
    expect(twice.map((one) => one.answer.result.done).sort()).toEqual([0, 1]);
    const list =
      'query ($id: ID!) { trainingCertificates(where: { course: { in: [$id] } }) { totalCount nodes { number } } }';
    const { trainingCertificates } = await data(editor, list, { id: done.id });
    expect(trainingCertificates.nodes.map(({ number }: { number: string }) => number)).toEqual([
      '620981102200-2026-0001',
      '620981102200-2026-0002',
    ]);
  });

  it('are refused for a stranger to the course, a day to come, and by the clerk', async () => {
    const done = await makeTestedCourse(makers, village, ['李安'], 'COMPLETED');
    const input = { courseId: done.id, enrolmentIds: [done.id], ...given };
    const strange = await data(editor, issue, { input });
    expect(strange.answer.errors).toEqual([{ path: ['input', 'enrolmentIds'], code: 'NOT_FOUND' }]);
    const late = await data(editor, issue, { input: { ...input, issuedOn: '2031-01-01', issuedBy: '' } });
    expect(late.answer.errors.map(({ path }: { path: string[] }) => path[1])).toEqual(['issuedBy', 'issuedOn']);
    expect(codes(await ask(clerk, issue, { input }))).toEqual(['FORBIDDEN']);
  });
});
