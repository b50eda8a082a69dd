import type { Actor } from '../../support/actors.js';
import { makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import type { Made } from '../../support/make.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';

const editor = (place: Place): Actor => place.editor('job');
const clerk: Case['by'] = (place) => place.clerk;
const reason = '核对（示例）';

const programmeAt = (place: Place, kind: 'PUBLIC_WELFARE' | 'LABOUR_DISPATCH'): Promise<Made> =>
  place.once(`jobs ${kind}`, () => makeJobs.programme(editor(place), place.director, place.spot.id, kind));
const employerAt = (place: Place) => place.once('employer', () => makeJobs.employer(editor(place), place.spot.id));
const agreementAt = (place: Place) =>
  place.once('agreement', async () => makeJobs.agreement(editor(place), (await employerAt(place)).id));

/** Somebody of working age who is in nothing yet. */
function personAt(place: Place, name: string): Promise<Made> {
  return place.once(`worker ${name}`, () =>
    makePerson(place.clerk, { stationId: place.home.id, name, birthDay: '1985-05-05' }),
  );
}

const postAt = (place: Place): Promise<Made> =>
  place.once('post', async () =>
    makeJobs.opening(editor(place), (await programmeAt(place, 'PUBLIC_WELFARE')).id, { headcount: 50 }),
  );

const openingAt = (place: Place): Promise<Made> =>
  place.once('opening', async () => {
    const { id } = await programmeAt(place, 'LABOUR_DISPATCH');
    return makeJobs.opening(editor(place), id, { employerId: (await employerAt(place)).id, headcount: 50 });
  });

/** A batch with one member that has not left. */
const batchAt = (place: Place) =>
  place.once('batch', async () => {
    const { id } = await makeJobs.batch(editor(place), (await openingAt(place)).id);
    return makeJobs.members(editor(place), id, [(await personAt(place, '周甲')).id]);
  });

/** A batch that has left, and the first check-in of its one member. */
const leftAt = (place: Place) =>
  place.once('batch that left', async () => {
    const { id } = await makeJobs.batch(editor(place), (await openingAt(place)).id);
    const whole = await makeJobs.members(editor(place), id, [(await personAt(place, '周乙')).id]);
    return makeJobs.departed(editor(place), whole);
  });

async function checkInAt(place: Place): Promise<Made> {
  const [checkIn] = (await leftAt(place)).members[0]?.checkIns ?? [];
  if (!checkIn) throw new Error('The batch has no check-in.');
  return checkIn;
}

const placementAt = (place: Place): Promise<Made> =>
  place.once('placement', async () => {
    const [openingId, personId] = [(await postAt(place)).id, (await personAt(place, '周丙')).id];
    return makeJobs.placement(editor(place), { openingId, personId, validTo: '2028-01-01' });
  });

const seekerAt = (place: Place): Promise<Made> =>
  place.once('seeker', async () => {
    await postAt(place);
    return makeJobs.seeker(place.clerk, (await personAt(place, '周丁')).id);
  });

const where = (by: Case['by'], at: (place: Place) => Promise<object>): Case => ({
  by,
  ask: async (place) => ({ where: { within: place.spot.id, ...(await at(place)) } }),
});
const inIds = async (made: Promise<{ id: string }>) => ({ in: [(await made).id] });
const marked = ({ id, version }: Made) => ({ id, version });

/** What jobs offer. */
export const jobRecipes: Readonly<Record<string, readonly Case[]>> = {
  employers: [where(editor, async (place) => ({ id: await inIds(employerAt(place)) }))],
  employerCreate: [
    { by: editor, ask: ({ spot }) => ({ input: { stationId: spot.id, name: '另一家', isOutside: false } }) },
  ],
  agreementCreate: [
    {
      by: editor,
      ask: async (place) => ({
        input: { employerId: (await employerAt(place)).id, title: '协议', signedOn: '2026-01-01' },
      }),
    },
  ],
  openings: [
    where(editor, async (place) => ({
      id: await inIds(postAt(place)),
      programme: await inIds(programmeAt(place, 'PUBLIC_WELFARE')),
    })),
  ],
  opening: [{ by: editor, ask: async (place) => ({ id: (await postAt(place)).id }) }],
  openingCreate: [
    {
      by: editor,
      ask: async (place) => {
        const [programmeId, employerId] = [
          (await programmeAt(place, 'LABOUR_DISPATCH')).id,
          (await employerAt(place)).id,
        ];
        return { input: { programmeId, employerId, stationId: place.spot.id, title: '铝业工人', headcount: 5 } };
      },
    },
  ],
  openingUpdate: [
    { by: editor, ask: async (place) => ({ ...(await marked(await postAt(place))), input: { headcount: 9 } }) },
  ],
  openingClose: [{ by: editor, ask: async (place) => marked(await postAt(place)) }],
  paySheet: [
    {
      by: editor,
      ask: async (place) => ({ programmeId: (await programmeAt(place, 'PUBLIC_WELFARE')).id, month: '2026-05-01' }),
    },
  ],
  ...dispatchRecipes(),
  placements: [
    where(editor, async (place) => ({
      id: await inIds(placementAt(place)),
      opening: await inIds(postAt(place)),
      within: place.home.id,
    })),
  ],
  placementCreate: [
    {
      by: editor,
      ask: async (place) => {
        const [openingId, personId] = [(await postAt(place)).id, (await personAt(place, '周戊')).id];
        return { input: { openingId, personId, validFrom: '2026-05-01' } };
      },
    },
  ],
  placementEnd: [
    {
      by: editor,
      ask: async (place) => ({ ...marked(await placementAt(place)), validTo: '2026-06-01', reason: 'FAMILY' }),
    },
  ],
  jobSeekers: [where(clerk, async (place) => ({ id: await inIds(seekerAt(place)), within: place.home.id }))],
  jobSeeker: [{ by: clerk, ask: async (place) => ({ id: (await seekerAt(place)).id }) }],
  jobSeekerCreate: [
    {
      by: clerk,
      ask: async (place) => ({ input: { personId: (await personAt(place, '周己')).id, distance: 'TOWN' } }),
    },
  ],
  jobSeekerWithdraw: [{ by: clerk, ask: async (place) => marked(await seekerAt(place)) }],
  fittingOpenings: [{ by: editor, ask: async (place) => ({ seekerId: (await seekerAt(place)).id }) }],
};

function dispatchRecipes(): Record<string, Case[]> {
  return {
    dispatchBatches: [
      where(editor, async (place) => ({
        id: await inIds(batchAt(place)),
        opening: await inIds(openingAt(place)),
        employer: await inIds(employerAt(place)),
      })),
    ],
    dispatchBatch: [{ by: editor, ask: async (place) => ({ id: (await batchAt(place)).id }) }],
    dispatchBatchCreate: [
      {
        by: editor,
        ask: async (place) => {
          const [openingId, { agreements }] = [(await openingAt(place)).id, await agreementAt(place)];
          return { input: { openingId, agreementId: agreements[0]?.id, day: '2026-06-01', transport: 'PAID' } };
        },
      },
    ],
    dispatchMembersAdd: [
      {
        by: editor,
        ask: async (place) => {
          const personIds = [(await personAt(place, '周庚')).id];
          return { id: (await batchAt(place)).id, input: { personIds, grade: 'GENERAL' } };
        },
      },
    ],
    dispatchBatchDepart: [{ by: editor, ask: async (place) => marked(await batchAt(place)) }],
    dispatchBatchCancel: [{ by: editor, ask: async (place) => ({ ...marked(await batchAt(place)), reason }) }],
    dispatchMembers: [
      where(editor, async (place) => {
        const { id, members } = await batchAt(place);
        return { id: { in: [members[0]?.id] }, batch: { in: [id] }, within: place.home.id };
      }),
    ],
    dispatchMemberReturn: [
      {
        by: clerk,
        ask: async (place) => ({
          ...marked((await batchAt(place)).members[0] as Made),
          input: { reason: 'FAMILY' },
        }),
      },
    ],
    checkIns: [
      where(clerk, async (place) => ({
        id: await inIds(checkInAt(place)),
        batch: { in: [(await leftAt(place)).id] },
        within: place.home.id,
      })),
    ],
    checkInEnter: [
      { by: clerk, ask: async (place) => ({ ...marked(await checkInAt(place)), input: { isEmployed: true } }) },
    ],
    dispatchRetention: [{ by: editor, ask: async (place) => ({ within: (await leftAt(place)) && place.spot.id }) }],
  };
}
