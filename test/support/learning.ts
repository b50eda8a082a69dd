import { randomUUID } from 'node:crypto';
import type { Actor } from './actors.js';
import { data } from './app.js';
import { makeHousehold, makePerson, recordOf } from './households.js';
import { kinds, make, programmeInput } from './make.js';
import { asOwner } from './sql.js';

const [training] = kinds;

/** A course with class groups and a roster, as its programme’s editor would have it. */
export interface MadeCourse {
  id: string;
  tenantId: number;
  stationId: string;
  groups: string[];
  enrolments: { id: string; personId: string; name: string }[];
}

/** Who makes what a course needs. */
export interface CourseMakers {
  editor: Actor;
  director: Actor;
  clerk: Actor;
}

/** A training programme that is under way. */
export async function makeRunning({ editor, director }: CourseMakers, stationId: string): Promise<string> {
  let made = await make.programme(editor, training, { ...programmeInput(training, stationId), title: '夜校' });
  for (const step of ['Submit', 'Approve', 'Start'])
    made = await make.step(step === 'Approve' ? director : editor, training, step, made);
  return made.id;
}

/** A course of a programme under way at a station, with class groups A, B and C and so many people on its roster, all of them in C. */
export async function makeTestedCourse(
  by: CourseMakers,
  stationId: string,
  names: readonly string[],
  state = 'ENROLLED',
): Promise<MadeCourse> {
  const programmeId = await makeRunning(by, stationId);
  return makeCourseOf(by.clerk, { programmeId, stationId, homeId: stationId }, names, state);
}

/** The same for a programme that is there; its people live where the clerk keeps the register. */
export async function makeCourseOf(
  clerk: Actor,
  { programmeId, stationId, homeId }: { programmeId: string; stationId: string; homeId: string },
  names: readonly string[],
  state = 'ENROLLED',
): Promise<MadeCourse> {
  const [station] = await asOwner<{ tenant_id: number }>('select tenant_id from station where id = $1', [stationId]);
  const tenantId = station?.tenant_id ?? 0;
  const [id, groups] = [randomUUID(), [randomUUID(), randomUUID(), randomUUID()]];
  await asOwner(
    `insert into course (tenant_id, id, programme_id, station_id, title, audiences, capacity, starts_on, ends_on)
     values ($1, $2, $3, $4, '农民夜校', '{HOUSEHOLD}', 500, '2026-03-01', '2026-12-31')`,
    [tenantId, id, programmeId, stationId],
  );
  for (const [index, group] of groups.entries())
    await asOwner('insert into class_group (tenant_id, id, course_id, station_id, name) values ($1, $2, $3, $4, $5)', [
      tenantId,
      group,
      id,
      stationId,
      'ABC'[index],
    ]);
  const household = await makeHousehold(clerk, homeId);
  const enrolments: MadeCourse['enrolments'] = [];
  for (const [index, name] of names.entries()) {
    const relation = index === 0 ? 'HEAD' : 'OTHER';
    const person = await makePerson(clerk, { householdId: household.id, relation, name });
    const enrolment = randomUUID();
    await asOwner(
      `insert into enrolment (tenant_id, id, course_id, class_group_id, station_id, person_id, household_id, no, state, state_since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-03-01')`,
      [tenantId, enrolment, id, groups[2], stationId, person.id, household.id, index + 1, state],
    );
    enrolments.push({ id: enrolment, personId: person.id, name });
  }
  return { id, tenantId, stationId, groups, enrolments };
}

/** Puts a household on the list of registered ones. */
export async function makeRegistered(householdId: string): Promise<void> {
  await asOwner(
    `insert into household_status (tenant_id, id, household_id, station_id, status, valid_from)
     select tenant_id, gen_random_uuid(), id, station_id, 'REGISTERED', '2016-01-01' from household where id = $1`,
    [householdId],
  );
}

/** A session of a course on a day. */
export async function makeSessionOf(course: MadeCourse, heldOn: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    `insert into course_session (tenant_id, id, course_id, station_id, held_on, topic) values ($1, $2, $3, $4, $5, '示例')`,
    [course.tenantId, id, course.id, course.stationId, heldOn],
  );
  return id;
}

/** The record of a mutation, which must be made; `fields` are those that are read of it. */
export async function did(
  by: Actor,
  name: string,
  given: Record<string, [type: string, value: unknown]>,
  [record, fields]: readonly [string, string],
) {
  const said = await data(by, mutationOf(name, given, record, fields), valuesOf(given));
  return recordOf<Record<string, never> & { id: string; version: number }>(said[name]);
}

/** The document of a mutation whose arguments are named with their types. */
export function mutationOf(
  name: string,
  given: Record<string, [type: string, value: unknown]>,
  record: string,
  fields: string,
): string {
  const declared = Object.entries(given).map(([argument, [type]]) => `$${argument}: ${type}`);
  const passed = Object.keys(given).map((argument) => `${argument}: $${argument}`);
  return `mutation (${declared.join(', ')}) {
    ${name}(${passed.join(', ')}) { record: ${record} { ${fields} } errors { path code message } } }`;
}

/** The values of arguments by name. */
export function valuesOf(given: Record<string, [type: string, value: unknown]>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([argument, [, value]]) => [argument, value]));
}

/** Something on a menu. */
export function makeMenuItem(editor: Actor, stationId: string, title: string) {
  const input = { stationId, title, category: 'TECHNIQUE' };
  return did(editor, 'trainingMenuItemCreate', { input: ['TrainingMenuItemCreateInput!', input] }, [
    'trainingMenuItem',
    'id version',
  ]);
}

/** A wish. */
export function makeDemand(by: Actor, input: Record<string, unknown>) {
  return did(by, 'trainingDemandCreate', { input: ['TrainingDemandCreateInput!', input] }, [
    'trainingDemand',
    'id version people state',
  ]);
}

/** Links a wish to a session. */
export async function makeScheduled(editor: Actor, id: string, sessionId: string): Promise<void> {
  const given = { ids: ['[ID!]!', [id]], sessionId: ['ID!', sessionId] } as Record<string, [string, unknown]>;
  const said = await data(editor, mutationOf('trainingDemandsSchedule', given, 'result', 'done'), valuesOf(given));
  recordOf(said.trainingDemandsSchedule);
}

/** A know-how holder, trained. */
export function makeHolder(by: Actor, personId: string) {
  const input = { personId, topic: '温室黄瓜栽培', trainedOn: '2026-04-01' };
  return did(by, 'knowHowHolderCreate', { input: ['KnowHowHolderCreateInput!', input] }, [
    'knowHowHolder',
    'id version state',
  ]);
}

/** A test of a course that was held in its month, with the rule A from 80, B from 60, C from 0. */
export async function makeHeldTest(
  editor: Actor,
  course: MadeCourse,
  month = '2026-04',
): Promise<{ id: string; version: number }> {
  const test = await makePlannedTest(editor, course.id, month);
  const held = await did(
    editor,
    'levelTestHold',
    { id: ['ID!', test.id], version: ['Int!', test.version], heldOn: ['Date!', `${month}-20`] },
    ['levelTest', 'id version'],
  );
  const bands = course.groups.map((classGroupId, index) => ({ classGroupId, fromScore: [80, 60, 0][index] }));
  return did(
    editor,
    'levelTestSetBands',
    { id: ['ID!', held.id], version: ['Int!', held.version], bands: ['[LevelBandInput!]!', bands] },
    ['levelTest', 'id version'],
  );
}

/** A test of a month that is planned and no more. */
export function makePlannedTest(editor: Actor, courseId: string, month: string) {
  const input = { courseId, month: `${month}-01` };
  return did(editor, 'levelTestCreate', { input: ['LevelTestCreateInput!', input] }, ['levelTest', 'id version']);
}

/** Scores of a test by enrolment. */
export function makeScores(by: Actor, id: string, rows: { enrolmentId: string; score: number }[]) {
  return did(by, 'levelTestEnterScores', { id: ['ID!', id], rows: ['[ScoreInput!]!', rows] }, [
    'levelTest',
    'id version',
  ]);
}

/** Certificates for those of a course who completed it. */
export async function makeCertificates(editor: Actor, course: MadeCourse): Promise<void> {
  const enrolmentIds = course.enrolments.map(({ id }) => id);
  const input = { courseId: course.id, enrolmentIds, issuedOn: '2026-06-30', issuedBy: '示例镇人民政府' };
  const said = await data(
    editor,
    `mutation ($input: TrainingCertificatesIssueInput!) {
       trainingCertificatesIssue(input: $input) { record: result { done } errors { path message } } }`,
    { input },
  );
  recordOf(said.trainingCertificatesIssue);
}
