import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { courseInput, enrol, enrolmentsOf, makeCourse, makeSessions } from '../../support/training.js';
import type { Case } from '../isolation.recipes.js';
import type { Place, Spot } from '../place.js';

const editor: Case['by'] = (place) => place.editor('training');
const clerk: Case['by'] = (place) => place.clerk;
/** Providers and teachers are the county's, and so is what the audit says of them. */
const countyEditor: Case['by'] = (place) => actors.countyEditor('training', place.county);

/** A programme under way where the register is kept, with a course of it, in which one of two people is enrolled. */
interface Taught {
  programmeId: string;
  courseId: string;
  classGroupId: string;
  sessionId: string;
  enrolment: Made;
  people: string[];
}

/** The programmes that a place makes are the county's where it is one; courses hang where people live. */
function taughtAt(place: Place): Promise<Taught> {
  return place.once('taught', async () => {
    const by = editor(place);
    const programmeId = await programmeAt(place, place.home);
    const course = await makeCourse(by, programmeId);
    const [session] = await makeSessions(by, course.id, ['2026-03-05', '2026-03-06']);
    const { id: householdId } = await makeHousehold(place.clerk, place.home.id);
    const people = [];
    for (const name of ['郑安', '郑和'])
      people.push((await makePerson(place.clerk, { householdId, relation: 'OTHER', name })).id);
    await enrol(place.clerk, { courseId: course.id, personIds: people.slice(0, 1) });
    const [first] = await enrolmentsOf(place.clerk, course.id);
    const enrolment = { id: first.id as string, version: first.version as number };
    return {
      programmeId,
      courseId: course.id,
      classGroupId: course.classGroups[0].id,
      sessionId: session.id,
      enrolment,
      people,
    };
  });
}

async function programmeAt(place: Place, home: Spot): Promise<string> {
  const by = editor(place);
  let made = await make.programme(by, 'training', programmeInput('training', home.id));
  for (const step of ['Submit', 'Approve', 'Start'])
    made = await make.step(step === 'Approve' ? place.homeDirector : by, 'training', step, made);
  return made.id;
}

/** A course of which somebody applied and nobody is admitted yet. */
function appliedAt(place: Place): Promise<{ courseId: string; ids: string[] }> {
  return place.once('applied', async () => {
    const { programmeId, people } = await taughtAt(place);
    const { id: courseId } = await makeCourse(editor(place), programmeId);
    await enrol(place.clerk, { courseId, personIds: people, isApplication: true });
    return { courseId, ids: (await enrolmentsOf(place.clerk, courseId)).map(({ id }) => id) };
  });
}

/** A provider of the county, who is the county's and no town's. */
function providerAt(place: Place): Promise<string> {
  return place.once('provider', async () => {
    const query = `mutation ($input: TrainingProviderCreateInput!) { trainingProviderCreate(input: $input) { trainingProvider { id } } }`;
    const name = `示例农广校${place.spot.code}`;
    const { trainingProviderCreate } = await data(editor(place), query, { input: { name } });
    return trainingProviderCreate.trainingProvider.id;
  });
}

function teacherAt(place: Place): Promise<string> {
  return place.once('teacher', async () => {
    const query = `mutation ($input: TeacherCreateInput!) { teacherCreate(input: $input) { teacher { id } } }`;
    const { teacherCreate } = await data(editor(place), query, { input: { name: '孙远' } });
    return teacherCreate.teacher.id;
  });
}

const withKey = { idempotencyKey: null };

/** What courses, sessions, rosters and coverage offer. */
export const trainingRecipes: Readonly<Record<string, readonly Case[]>> = {
  trainingProviders: [{ by: editor, ask: async (place) => ({ where: { id: { in: [await providerAt(place)] } } }) }],
  trainingProviderCreate: [{ by: countyEditor, ask: () => ({ input: { name: '示例总工会' }, ...withKey }) }],
  teachers: [{ by: editor, ask: async (place) => ({ where: { id: { in: [await teacherAt(place)] } } }) }],
  teacherCreate: [
    {
      by: countyEditor,
      ask: async (place) => ({ input: { name: '孙和', providerId: await providerAt(place) }, ...withKey }),
    },
  ],
  trainingProviderUpdate: [
    {
      by: countyEditor,
      ask: async (place) => ({ id: await providerAt(place), version: 1, input: { name: '示例农科院' } }),
    },
  ],
  teacherUpdate: [
    {
      by: countyEditor,
      ask: async (place) => ({
        id: await teacherAt(place),
        version: 1,
        input: { speciality: '畜牧', providerId: await providerAt(place) },
      }),
    },
  ],
  courses: [
    {
      by: editor,
      ask: async (place) => {
        const { courseId, programmeId } = await taughtAt(place);
        return { where: { id: { in: [courseId] }, programme: { in: [programmeId] }, within: place.home.id } };
      },
    },
  ],
  course: [{ by: clerk, ask: async (place) => ({ id: (await taughtAt(place)).courseId }) }],
  courseCreate: [
    {
      by: editor,
      ask: async (place) => {
        const { programmeId } = await taughtAt(place);
        const providerId = await providerAt(place);
        return { input: { programmeId, stationId: place.home.id, providerId, ...courseInput }, ...withKey };
      },
    },
  ],
  courseUpdate: [
    {
      by: editor,
      ask: async (place) => {
        const { courseId: id } = await taughtAt(place);
        return { id, version: 1, input: { title: '示例改名', providerId: await providerAt(place) } };
      },
    },
  ],
  classGroupCreate: [
    {
      by: editor,
      ask: async (place) => ({ input: { courseId: (await taughtAt(place)).courseId, name: '二班' }, ...withKey }),
    },
  ],
  courseSession: [{ by: clerk, ask: async (place) => ({ id: (await taughtAt(place)).sessionId }) }],
  courseSessionsCreate: [
    {
      by: editor,
      ask: async (place) => {
        const [{ courseId }, teacherId] = [await taughtAt(place), await teacherAt(place)];
        return { input: { courseId, teacherId, days: ['2026-03-09'], topic: '示例' }, ...withKey };
      },
    },
  ],
  courseSessionUpdate: [
    {
      by: editor,
      ask: async (place) => {
        const { sessionId: id } = await taughtAt(place);
        return { id, version: 1, input: { topic: '示例改题', teacherId: await teacherAt(place) } };
      },
    },
  ],
  rosterTake: [
    {
      by: clerk,
      ask: async (place) => {
        const { sessionId, people } = await taughtAt(place);
        return { input: { sessionId, presentIds: people.slice(0, 1) } };
      },
    },
    {
      by: clerk,
      ask: async (place) => {
        const { sessionId, people } = await taughtAt(place);
        return { input: { sessionId, absentIds: people.slice(0, 1) } };
      },
    },
  ],
  enrolmentsCreate: [
    {
      by: clerk,
      ask: async (place) => {
        const { courseId, classGroupId, people } = await taughtAt(place);
        return { input: { courseId, classGroupId, personIds: people.slice(1) } };
      },
    },
    {
      by: clerk,
      ask: async (place) => ({
        input: { courseId: (await taughtAt(place)).courseId, choice: { within: place.home.id } },
      }),
    },
  ],
  enrolmentsAdmit: [{ by: clerk, ask: (place) => appliedAt(place) }],
  enrolmentsComplete: [
    {
      by: clerk,
      ask: async (place) => {
        const { courseId, enrolment } = await taughtAt(place);
        return { courseId, ids: [enrolment.id] };
      },
    },
  ],
  enrolmentWithdraw: [
    { by: clerk, ask: async (place) => ({ ...(await taughtAt(place)).enrolment, reason: '核对（示例）' }) },
  ],
  trainingCoverage: [
    {
      by: clerk,
      ask: async (place) => {
        const { programmeId } = await taughtAt(place);
        const period = { from: '2026-03-01', to: '2026-03-31' };
        return { audience: 'ALL', period, within: place.home.id, programmeId };
      },
    },
  ],
};
