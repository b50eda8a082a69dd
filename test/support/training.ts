import { type Actor, actors } from './actors.js';
import { type Answer, ask, data } from './app.js';
import { makeHousehold, makePerson, recordOf } from './households.js';
import { type Made, make, programmeInput } from './make.js';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const steps: Readonly<Record<string, readonly string[]>> = {
  DRAFT: [],
  APPROVED: ['Submit', 'Approve'],
  RUNNING: ['Submit', 'Approve', 'Start'],
  FINISHED: ['Submit', 'Approve', 'Start', 'Finish'],
};

/** A training programme of a station, taken as far as a state. */
export async function makeTraining(
  editor: Actor,
  approver: Actor,
  stationId: string,
  state = 'RUNNING',
): Promise<Made> {
  let made = await make.programme(editor, 'training', programmeInput('training', stationId));
  for (const step of steps[state] ?? [])
    made = await make.step(step === 'Approve' ? approver : editor, 'training', step, made);
  return made;
}

/** A course as it is entered, within the programmes that `make` makes. */
export const courseInput = {
  title: '示例课程',
  audiences: ['HOUSEHOLD'],
  capacity: 40,
  startsOn: '2026-03-02',
  endsOn: '2026-06-30',
};

/** What tests read of a course. */
export const courseFields = `id version title audiences capacity startsOn endsOn station { id code } programme { id } provider { name }
  enrolledCount waitingCount classGroups { id name level enrolledCount } sessions { id version heldOn topic place hours isCancelled presentCount teacher { name } }`;

/** A course of a programme. */
export async function makeCourse(by: Actor, programmeId: string, input: object = {}): Promise<Shape> {
  const said = await data(
    by,
    `mutation ($input: CourseCreateInput!) { courseCreate(input: $input) { record: course { ${courseFields} } errors { path message } } }`,
    { input: { programmeId, ...courseInput, ...input } },
  );
  return recordOf<Shape>(said.courseCreate);
}

/** Sessions of a course, one a day; answers the sessions of the course. */
export async function makeSessions(by: Actor, courseId: string, days: string[], input: object = {}): Promise<Shape[]> {
  const said = await data(
    by,
    `mutation ($input: CourseSessionsCreateInput!) {
       courseSessionsCreate(input: $input) { record: course { sessions { id version heldOn } } errors { path message } } }`,
    { input: { courseId, days, topic: '示例主题', ...input } },
  );
  return recordOf<Shape>(said.courseSessionsCreate).sessions;
}

const roster = `roster { isWritten doneCount skippedCount refusedCount waitingCount
  rows { no name outcome state says enrolment { id no state person { name } } } } errors { path code message }`;

/** Asks to enrol people. */
export function enrol(by: Actor, input: object): Promise<Answer> {
  return ask(
    by,
    `mutation ($input: EnrolmentsCreateInput!) { answer: enrolmentsCreate(input: $input) { ${roster} } }`,
    {
      input,
    },
  );
}

/** Asks to take attendance. */
export function take(by: Actor, input: object): Promise<Answer> {
  return ask(by, `mutation ($input: RosterTakeInput!) { answer: rosterTake(input: $input) { ${roster} } }`, { input });
}

/** Enrolments of a course, in order. */
export async function enrolmentsOf(by: Actor, courseId: string): Promise<Shape[]> {
  const query = `query ($id: ID!) { course(id: $id) { enrolments(first: 100) {
    nodes { id version no state reason attendedCount person { id name } household { code } classGroup { name } } } } }`;
  return (await data(by, query, { id: courseId })).course.enrolments.nodes;
}

let made = 0;
const given = [...'安和乐清远芳宁禾川晓辰岚林悦平松柏梅兰菊'];

/** So many people of one household, each of a name of their own; the register's clerk enters them. */
export async function makePeople(
  clerk: Actor,
  stationId: string,
  count: number,
): Promise<{ id: string; name: string; householdId: string }[]> {
  const { id: householdId } = await makeHousehold(clerk, stationId);
  const people = [];
  for (let i = 0; i < count; i += 1) {
    made += 1;
    const name = `钱${given[made % 20]}${given[Math.floor(made / 20) % 20]}`;
    const { id } = await makePerson(clerk, { householdId, relation: i === 0 ? 'HEAD' : 'OTHER', name });
    people.push({ id, name, householdId });
  }
  return people;
}

/** The people of a town who work on training. */
export function staffOf(town: string, county?: string): Record<'editor' | 'office' | 'clerk' | 'lead', Actor> {
  return {
    editor: actors.editor('training', town, county),
    office: actors.office(town, county),
    clerk: actors.clerk(town, county),
    lead: actors.station(town, county),
  };
}
