import {
  type MadeCourse,
  makeCertificates,
  makeCourseOf,
  makeDemand,
  makeHeldTest,
  makeHolder,
  makeMenuItem,
  makePlannedTest,
  makeRegistered,
  makeScheduled,
  makeScores,
  makeSessionOf,
} from '../../support/learning.js';
import { asOwner } from '../../support/sql.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';
import { householdAt, personAt } from './households.js';

const clerk: Case['by'] = (place) => place.clerk;
const editor: Case['by'] = (place) => place.editor('training');

/** A course at a place that two people completed; another of the same under another name. */
function courseAt(place: Place, name = 'tested course'): Promise<MadeCourse> {
  return place.once(name, async () => {
    const { id: programmeId } = await place.programme('training', 'RUNNING');
    const at = { programmeId, stationId: place.spot.id, homeId: place.home.id };
    return makeCourseOf(place.clerk, at, ['郑安', '郑和'], 'COMPLETED');
  });
}

/**
 * Something on the menu of the place, or of its town where it is a village. What an act ends is made for it alone: the recipes are
 * also done in earnest, one after another.
 */
function itemAt(place: Place) {
  return place.once('menu item', async () =>
    makeMenuItem(editor(place), await menuStation(place), `项目${place.spot.code}`),
  );
}

async function menuStation({ spot }: Place): Promise<string> {
  if (spot.level !== 'VILLAGE') return spot.id;
  const [town] = await asOwner<{ id: string }>('select id from station where code = $1', [spot.code.slice(0, 9)]);
  return town?.id ?? '';
}

function demandAt(place: Place) {
  return place.once('demand', async () => {
    const [{ id: itemId }, { id: personId }] = [await itemAt(place), await personAt(place)];
    return makeDemand(place.clerk, { itemId, personId });
  });
}

/** A wish of the place's own whose session was held. */
function scheduledAt(place: Place): Promise<string> {
  return place.once('scheduled demand', async () => {
    const course = await courseAt(place);
    const { id: itemId } = await makeMenuItem(editor(place), await menuStation(place), `已排${place.spot.code}`);
    const { id } = await makeDemand(place.clerk, { itemId, stationId: place.home.id });
    await makeScheduled(editor(place), id, await makeSessionOf(course, '2026-05-03'));
    return id;
  });
}

function declinedAt(place: Place): Promise<{ id: string; version: number }> {
  return place.once('demand to decline', async () => {
    const { id: itemId } = await makeMenuItem(editor(place), await menuStation(place), `未采纳${place.spot.code}`);
    return keys(await makeDemand(place.clerk, { itemId, stationId: place.home.id }));
  });
}

function holderAt(place: Place) {
  return place.once('know-how holder', async () => makeHolder(place.clerk, (await personAt(place)).id));
}

function endedAt(place: Place): Promise<{ id: string; version: number }> {
  return place.once('holder to end', async () => {
    const { enrolments } = await courseAt(place, 'course without certificates');
    return keys(await makeHolder(place.clerk, enrolments[0]?.personId ?? ''));
  });
}

/** A test with a score, of a month of its own where it is to be placed. */
function scoredAt(place: Place, month = '2026-04') {
  return place.once(`scored test ${month}`, async () => {
    const course = await courseAt(place);
    const { id } = await makeHeldTest(editor(place), course, month);
    return makeScores(editor(place), id, [{ enrolmentId: course.enrolments[0]?.id ?? '', score: 90 }]);
  });
}

function plannedAt(place: Place, month = '2026-05') {
  return place.once(`planned test ${month}`, async () =>
    makePlannedTest(editor(place), (await courseAt(place)).id, month),
  );
}

async function certifiedAt(place: Place): Promise<MadeCourse> {
  const course = await courseAt(place);
  await place.once('certificates', () => makeCertificates(editor(place), course));
  return course;
}

const within = async (place: Place) => ({ where: { within: place.home.id } });
const keys = ({ id, version }: { id: string; version: number }) => ({ id, version });

const demandRecipes: Record<string, Case[]> = {
  trainingMenuItems: [{ by: editor, ask: async (place) => ({ where: { id: { in: [(await itemAt(place)).id] } } }) }],
  trainingMenuItemCreate: [
    {
      by: editor,
      ask: async (place) => ({
        input: { stationId: await menuStation(place), title: '示例', category: 'TECHNIQUE' },
      }),
    },
  ],
  trainingMenuItemClose: [
    {
      by: editor,
      ask: (place) =>
        place.once('item to close', async () =>
          keys(await makeMenuItem(editor(place), await menuStation(place), `下架${place.spot.code}`)),
        ),
    },
  ],
  trainingDemands: [
    {
      by: clerk,
      ask: async (place) => {
        await demandAt(place);
        return { where: { within: place.home.id, item: { in: [(await itemAt(place)).id] } } };
      },
    },
  ],
  trainingDemandCreate: [
    { by: clerk, ask: async (place) => ({ input: { itemId: (await itemAt(place)).id, stationId: place.home.id } }) },
    {
      by: clerk,
      ask: async (place) => {
        const { id: itemId } = await place.once('other item', async () =>
          makeMenuItem(editor(place), await menuStation(place), `另项${place.spot.code}`),
        );
        return { input: { itemId, personId: (await personAt(place)).id } };
      },
    },
  ],
  trainingDemandsSchedule: [
    {
      by: editor,
      ask: async (place) => {
        const course = await courseAt(place);
        const sessionId = await place.once('session', () => makeSessionOf(course, '2026-05-02'));
        return { ids: [(await demandAt(place)).id], sessionId };
      },
    },
  ],
  trainingDemandsMeet: [{ by: editor, ask: async (place) => ({ ids: [await scheduledAt(place)] }) }],
  trainingDemandDecline: [{ by: editor, ask: async (place) => ({ ...(await declinedAt(place)), reason: '示例' }) }],
  trainingDemandBoard: [
    { by: clerk, ask: async (place) => ((await demandAt(place)) ? { within: place.home.id } : {}) },
  ],
};

const knowHowRecipes: Record<string, Case[]> = {
  knowHowHolders: [
    {
      by: clerk,
      ask: async (place) => {
        await holderAt(place);
        return { where: { within: place.home.id, household: { in: [(await householdAt(place)).id] } } };
      },
    },
  ],
  knowHowHolderCreate: [
    {
      by: clerk,
      ask: async (place) => {
        const course = await courseAt(place);
        return { input: { personId: course.enrolments[0]?.personId, topic: '嫁接', trainedOn: '2026-04-01' } };
      },
    },
  ],
  knowHowHolderConfirm: [
    {
      by: editor,
      ask: async (place) => ({ ...keys(await holderAt(place)), input: { assessor: '示例专家', on: '2026-05-01' } }),
    },
  ],
  knowHowHolderEnd: [{ by: clerk, ask: async (place) => ({ ...(await endedAt(place)), reason: '示例' }) }],
  knowHowGaps: [
    {
      by: clerk,
      ask: async (place) => {
        const { id } = await householdAt(place);
        await place.once('registered', () => makeRegistered(id));
        return within(place);
      },
    },
  ],
  knowHowCoverage: [{ by: clerk, ask: ({ home }) => ({ within: home.id }) }],
};

const testRecipes: Record<string, Case[]> = {
  levelTests: [
    {
      by: editor,
      ask: async (place) => {
        await scoredAt(place);
        return { where: { within: place.spot.id, course: { in: [(await courseAt(place)).id] } } };
      },
    },
  ],
  levelTest: [{ by: editor, ask: async (place) => ({ id: (await scoredAt(place)).id }) }],
  levelTestCreate: [
    { by: editor, ask: async (place) => ({ input: { courseId: (await courseAt(place)).id, month: '2026-06-01' } }) },
  ],
  levelTestHold: [{ by: editor, ask: async (place) => ({ ...keys(await plannedAt(place)), heldOn: '2026-05-20' }) }],
  levelTestSetBands: [
    {
      by: editor,
      ask: async (place) => {
        const course = await courseAt(place);
        return { ...keys(await plannedAt(place, '2026-08')), bands: { classGroupId: course.groups[0], fromScore: 0 } };
      },
    },
  ],
  levelTestEnterScores: [
    {
      by: editor,
      ask: async (place) => {
        const course = await courseAt(place);
        return { id: (await scoredAt(place)).id, rows: { enrolmentId: course.enrolments[1]?.id, score: 61 } };
      },
    },
  ],
  levelTestPlace: [{ by: editor, ask: async (place) => keys(await scoredAt(place, '2026-07')) }],
  levelTestPlacement: [{ by: editor, ask: async (place) => ({ id: (await scoredAt(place)).id }) }],
  trainingCertificates: [
    { by: editor, ask: async (place) => ({ where: { course: { in: [(await certifiedAt(place)).id] } } }) },
  ],
  trainingCertificatesIssue: [
    {
      by: editor,
      ask: async (place) => {
        const course = await courseAt(place, 'course without certificates');
        const enrolmentIds = course.enrolments.map(({ id }) => id);
        return { input: { courseId: course.id, enrolmentIds, issuedOn: '2026-06-30', issuedBy: '示例镇人民政府' } };
      },
    },
  ],
};

/** What wishes, know-how holders, level tests and certificates offer. */
export const learningRecipes: Readonly<Record<string, readonly Case[]>> = {
  ...demandRecipes,
  ...knowHowRecipes,
  ...testRecipes,
};
