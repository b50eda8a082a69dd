import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { type Answer, ask, codes, data } from '../../support/app.js';
import { makePerson } from '../../support/households.js';
import { mistakes, stationId } from '../../support/programmes.js';
import { enrol, enrolmentsOf, makeCourse, makePeople, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');
const withdraw = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  answer: enrolmentWithdraw(id: $id, version: $version, reason: $reason) { enrolment { id state reason } errors { path code message } } }`;
const many = (act: string) => `mutation ($courseId: ID!, $ids: [ID!]) {
  answer: ${act}(courseId: $courseId, ids: $ids) { roster { isWritten doneCount waitingCount rows { name outcome state says } }
    errors { path code message } } }`;

let village = '';
let programmeId = '';
let people: { id: string; name: string; householdId: string }[] = [];

const statesOf = async (courseId: string) => (await enrolmentsOf(clerk, courseId)).map(({ no, state }) => [no, state]);

beforeAll(async () => {
  village = await stationId('620981102200');
  programmeId = (await makeTraining(editor, office, village)).id;
  people = await makePeople(clerk, village, 41);
});

describe('enrolling', () => {
  it('gives 3 places to the first three of a list and lets the others wait in order; withdrawal moves the first up', async () => {
    const course = await makeCourse(editor, programmeId, { capacity: 3 });
    const personIds = people.slice(0, 6).map(({ id }) => id);
    const { answer } = (await enrol(lead, { courseId: course.id, personIds })).data;
    expect(answer.errors).toEqual([]);
    expect(answer.roster).toMatchObject({ isWritten: true, doneCount: 6, waitingCount: 3 });
    const before = await enrolmentsOf(clerk, course.id);
    expect(before.map(({ no, state }) => [no, state])).toEqual([
      [1, 'ENROLLED'],
      [2, 'ENROLLED'],
      [3, 'ENROLLED'],
      [4, 'WAITING'],
      [5, 'WAITING'],
      [6, 'WAITING'],
    ]);
    expect(before[0]).toMatchObject({ person: { id: people[0]?.id }, classGroup: { name: '一班' } });
    const said = await data(clerk, withdraw, { id: before[1].id, version: 1, reason: '外出务工' });
    expect(said.answer.enrolment).toMatchObject({ state: 'WITHDRAWN', reason: '外出务工' });
    expect((await statesOf(course.id)).map(([, state]) => state).join()).toBe(
      'ENROLLED,WITHDRAWN,ENROLLED,ENROLLED,WAITING,WAITING',
    );
    expect(mistakes(await ask(clerk, withdraw, { id: before[1].id, version: 2, reason: '又' }))).toEqual([
      ['WRONG_STATE', 'id'],
    ]);
    expect(codes(await ask(clerk, withdraw, { id: before[4].id, version: 9, reason: '旧' }))).toEqual(['STALE']);
    const again = (await enrol(clerk, { courseId: course.id, personIds: [personIds[1]] })).data.answer.roster;
    expect(again.rows[0]).toMatchObject({ outcome: 'DONE', state: 'WAITING', enrolment: { no: 7 } });
  });

  it('of 40 at once for 3 places enrols exactly 3, and 37 wait, each under a number of their own', async () => {
    const course = await makeCourse(editor, programmeId, { capacity: 3 });
    const enrolled = async (personId: string): Promise<Answer> => {
      const said = await enrol(clerk, { courseId: course.id, personIds: [personId] });
      return codes(said)[0] === 'UNAVAILABLE' ? enrolled(personId) : said;
    };
    const answers = await Promise.all(people.slice(0, 40).map(({ id }) => enrolled(id)));
    expect(answers.flatMap((one) => one.errors ?? [])).toEqual([]);
    expect(answers.every((one) => one.data.answer.roster.isWritten)).toBe(true);
    const states = await statesOf(course.id);
    expect(states.map(([no]) => no)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(states.filter(([, state]) => state === 'ENROLLED').map(([no]) => no)).toEqual([1, 2, 3]);
    expect(states.filter(([, state]) => state === 'WAITING')).toHaveLength(37);
  });

  it('gives further places, when there are more, to those who waited longest; there are never fewer than are taken', async () => {
    const course = await makeCourse(editor, programmeId, { capacity: 2 });
    await enrol(clerk, { courseId: course.id, personIds: people.slice(0, 4).map(({ id }) => id) });
    const update = `mutation ($id: ID!, $version: Int!, $input: CourseUpdateInput!) {
      answer: courseUpdate(id: $id, version: $version, input: $input) { course { version enrolledCount waitingCount } errors { path code } } }`;
    const fewer = await ask(editor, update, { id: course.id, version: 1, input: { capacity: 1 } });
    expect(mistakes(fewer)).toEqual([['OUT_OF_RANGE', 'input.capacity']]);
    const { answer } = await data(editor, update, { id: course.id, version: 1, input: { capacity: 3 } });
    expect(answer.course).toMatchObject({ enrolledCount: 3, waitingCount: 1 });
  });

  it('takes nobody twice, also when two ask at once', async () => {
    const course = await makeCourse(editor, programmeId);
    const input = { courseId: course.id, personIds: [people[0]?.id] };
    const both = await Promise.all([enrol(clerk, input), enrol(clerk, input)]);
    const outcomes = both.map((one) => one.data.answer.roster.rows[0].outcome).sort();
    expect(outcomes).toEqual(['DONE', 'SKIPPED']);
    expect(await statesOf(course.id)).toEqual([[1, 'ENROLLED']]);
  });

  it('by names answers each row, and writes nothing while one is unknown, doubled or borne by two', async () => {
    const course = await makeCourse(editor, programmeId);
    const [a, b] = people.slice(0, 2).map(({ name }) => name) as [string, string];
    for (const name of ['周同', '周同'])
      await makePerson(clerk, { householdId: people[0]?.householdId, relation: 'OTHER', name });
    const names = [a, ` ${b} `, '查无此人', a, '周同', ''];
    const { roster, errors } = (await enrol(clerk, { courseId: course.id, names })).data.answer;
    expect(errors).toEqual([]);
    expect(roster).toMatchObject({ isWritten: false, doneCount: 2, refusedCount: 3 });
    expect(roster.rows.map((row: { outcome: string; says: string }) => [row.outcome, row.says])).toEqual([
      ['DONE', null],
      ['DONE', null],
      ['REFUSED', '查无此人。'],
      ['REFUSED', '名单中重复。'],
      ['REFUSED', '有同名人员，请单独选择。'],
    ]);
    expect(await statesOf(course.id)).toEqual([]);
    const clean = (await enrol(clerk, { courseId: course.id, names: [a, b] })).data.answer.roster;
    expect(clean).toMatchObject({ isWritten: true, doneCount: 2 });
  });

  it('by choice takes everybody of a village, tried first without writing', async () => {
    const course = await makeCourse(editor, programmeId, { capacity: 10 });
    const input = { courseId: course.id, choice: { within: village }, isTrial: true };
    const tried = (await enrol(clerk, input)).data.answer.roster;
    expect(tried).toMatchObject({ isWritten: false, refusedCount: 0 });
    expect(tried.doneCount - tried.waitingCount).toBe(10);
    expect(await statesOf(course.id)).toEqual([]);
    const kept = (await enrol(clerk, { ...input, isTrial: false })).data.answer.roster;
    expect(kept).toMatchObject({ isWritten: true, doneCount: tried.doneCount, waitingCount: tried.waitingCount });
    const none = await enrol(clerk, { courseId: course.id, choice: { within: village, status: 'REGISTERED' } });
    expect(mistakes(none)).toEqual([['REQUIRED', 'input']]);
  });

  it('asks for whom the course is', async () => {
    const course = await makeCourse(editor, programmeId, { audiences: ['CADRE'] });
    const cadre = await makePerson(clerk, { stationId: village, name: '吴安' });
    const both = { courseId: course.id, personIds: [cadre.id, people[0]?.id] };
    const refused = (await enrol(clerk, both)).data.answer.roster;
    expect(refused.rows.map((row: { outcome: string }) => row.outcome)).toEqual(['DONE', 'REFUSED']);
    const { roster } = (await enrol(clerk, { ...both, personIds: [cadre.id] })).data.answer;
    expect(roster).toMatchObject({ isWritten: true, doneCount: 1 });
  });

  it('knows nobody of a sibling town, and is no business of others', async () => {
    const course = await makeCourse(editor, programmeId);
    const elsewhere = actors.clerk('huangzhawan');
    const [stranger] = await makePeople(elsewhere, await stationId('620981105200'), 1);
    expect(codes(await enrol(clerk, { courseId: course.id, personIds: [stranger?.id] }))).toEqual(['NOT_FOUND']);
    const input = { courseId: course.id, personIds: [people[0]?.id] };
    expect(codes(await enrol(elsewhere, input))).toEqual(['NOT_FOUND']);
    expect(codes(await enrol(office, input))).toEqual(['FORBIDDEN']);
    expect(codes(await enrol(actors.editor('industry', 'chijin'), input))).toEqual(['FORBIDDEN']);
  });

  it('asks for applications to be admitted in order, and completes who holds a place', async () => {
    const course = await makeCourse(editor, programmeId, { capacity: 2 });
    const personIds = people.slice(0, 3).map(({ id }) => id);
    const applied = (await enrol(clerk, { courseId: course.id, personIds, isApplication: true })).data.answer.roster;
    expect(applied.rows.map((row: { state: string }) => row.state)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    const admitted = await data(clerk, many('enrolmentsAdmit'), { courseId: course.id });
    expect(admitted.answer.roster).toMatchObject({ isWritten: true, doneCount: 3, waitingCount: 1 });
    const all = await enrolmentsOf(clerk, course.id);
    const wrong = await data(clerk, many('enrolmentsComplete'), { courseId: course.id, ids: all.map(({ id }) => id) });
    expect(wrong.answer.roster).toMatchObject({ isWritten: false });
    const done = await data(clerk, many('enrolmentsComplete'), { courseId: course.id });
    expect(done.answer.roster).toMatchObject({ isWritten: true, doneCount: 2 });
    expect((await statesOf(course.id)).map(([, state]) => state)).toEqual(['COMPLETED', 'COMPLETED', 'WAITING']);
  });

  it('shows in the file of the household', async () => {
    const { household } = await data(
      clerk,
      `query ($id: ID!) { household(id: $id) { enrolments(orderBy: { field: CREATED_AT, direction: DESC }) {
         totalCount nodes { state attendedCount course { title } person { name } } } } }`,
      { id: people[0]?.householdId },
    );
    expect(household.enrolments.totalCount).toBeGreaterThan(40);
    expect(household.enrolments.nodes[0]).toMatchObject({ course: { title: '示例课程' }, attendedCount: 0 });
  });
});
