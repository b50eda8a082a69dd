import {
  inventedNumber,
  makeClosed,
  makeFamily,
  makeHousehold,
  makePerson,
  makeStatus,
} from '../../support/households.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';

const clerk: Case['by'] = (place) => place.clerk;

/** A household at a place, made when first asked for. */
export function householdAt(place: Place): ReturnType<typeof makeHousehold> {
  return place.once('household', () => makeHousehold(place.clerk, place.home.id, { address: '1 组 1 号（示例）' }));
}

/** The head of that household. */
export function personAt(place: Place): ReturnType<typeof makePerson> {
  return place.once('head', async () => {
    const { id } = await householdAt(place);
    const whole = { idNumber: inventedNumber(), phone: '13800138000', canWork: true, isStudent: false };
    return makePerson(place.clerk, { householdId: id, relation: 'HEAD', name: '李安', ...whole });
  });
}

/** A household of three. */
export function familyAt(place: Place): ReturnType<typeof makeFamily> {
  return place.once('family', () => makeFamily(place.clerk, place.home.id));
}

const reason = '核对（示例）';

/** What is done to a household as a whole, with members of it. */
function onFamily(more: (place: Place, members: { id: string }[]) => Promise<object> | object): Case {
  return {
    by: clerk,
    ask: async (place) => {
      const { id, version, members } = await familyAt(place);
      return { id, version, input: { reason, ...(await more(place, members)) } };
    },
  };
}

const person = (one?: { id: string }): string => one?.id ?? '';

/** What is done to households and people once they are entered. */
const acts: Readonly<Record<string, readonly Case[]>> = {
  householdUpdate: [
    {
      by: clerk,
      ask: async (place) => {
        const { id, version } = await familyAt(place);
        return { id, version, input: { address: '示例 9 号' } };
      },
    },
  ],
  householdHeadChange: [
    onFamily((_place, [head, spouse, child]) => ({
      personId: person(spouse),
      relations: [
        { personId: person(head), relation: 'SPOUSE' },
        { personId: person(child), relation: 'CHILD' },
      ],
    })),
  ],
  householdMove: [onFamily(async (place) => ({ stationId: (await belowHome(place)).id }))],
  householdSplit: [onFamily((_place, [, , child]) => ({ members: [{ personId: person(child), relation: 'HEAD' }] }))],
  householdMerge: [
    onFamily(async (place, [head]) => ({
      intoId: (await householdWithHead(place)).id,
      relations: [{ personId: person(head), relation: 'OTHER' }],
    })),
  ],
  householdClose: [onFamily(() => ({}))],
  householdChangeUndo: [{ by: clerk, ask: async (place) => ({ id: (await closedAt(place)).id, reason }) }],
  householdStatusGive: [
    {
      by: clerk,
      ask: async (place) => ({
        input: { householdId: (await familyAt(place)).id, status: 'SUBSISTENCE', from: '2020-01-01' },
      }),
    },
  ],
  householdStatusEnd: [{ by: clerk, ask: async (place) => ({ id: (await statusAt(place)).id, input: { reason } }) }],
  membershipMove: [
    {
      by: clerk,
      ask: async (place) => {
        const [, , child] = (await familyAt(place)).members;
        const householdId = (await householdWithHead(place)).id;
        return { input: { personId: person(child), householdId, relation: 'OTHER', reason } };
      },
    },
  ],
  membershipEnd: [
    {
      by: clerk,
      ask: async (place) => {
        const [, spouse] = (await familyAt(place)).members;
        return { id: spouse?.membership, input: { reason } };
      },
    },
  ],
  personUpdate: [
    {
      by: clerk,
      ask: async (place) => {
        const { id, version } = await personAt(place);
        return { id, version, input: { canWork: false } };
      },
    },
  ],
  personReveal: [{ by: clerk, ask: async (place) => ({ id: (await personAt(place)).id, number: 'PHONE', reason }) }],
  personDoubles: [
    {
      by: clerk,
      ask: async (place) => {
        await place.once('doubles', async () => {
          const { id } = await householdAt(place);
          for (const relation of ['SIBLING', 'SIBLING'])
            await makePerson(place.clerk, { householdId: id, relation, name: '李同', birthDay: '1970-05-01' });
        });
        return {};
      },
    },
  ],
};

async function householdWithHead(place: Place): ReturnType<typeof makeHousehold> {
  await personAt(place);
  return householdAt(place);
}

/** A station below where the register is kept, where the clerk keeps it too. */
function belowHome(place: Place): Promise<{ id: string }> {
  return place.spot.id === place.home.id ? place.below() : Promise.resolve(place.home);
}

function closedAt(place: Place): Promise<{ id: string }> {
  return place.once('closed', async () => makeClosed(place.clerk, await makeHousehold(place.clerk, place.home.id)));
}

function statusAt(place: Place): Promise<{ id: string }> {
  return place.once('status', async () => makeStatus(place.clerk, (await familyAt(place)).id));
}

/** What the register of households offers. */
export const householdRecipes: Readonly<Record<string, readonly Case[]>> = {
  households: [
    {
      by: clerk,
      ask: async (place) => {
        const { id } = await householdAt(place);
        return { where: { id: { in: [id] }, station: { in: [place.home.id] }, within: place.home.id } };
      },
    },
  ],
  ...acts,
  household: [{ by: clerk, ask: async (place) => ({ id: (await householdAt(place)).id }) }],
  householdCreate: [{ by: clerk, ask: ({ home }) => ({ input: { stationId: home.id } }) }],
  persons: [
    {
      by: clerk,
      ask: async (place) => {
        const [household, { id }] = [await householdAt(place), await personAt(place)];
        const [station, within] = [{ in: [place.home.id] }, place.home.id];
        return { where: { id: { in: [id] }, household: { in: [household.id] }, station, within } };
      },
    },
  ],
  person: [{ by: clerk, ask: async (place) => ({ id: (await personAt(place)).id }) }],
  personCreate: [
    {
      by: clerk,
      ask: async (place) => ({
        input: { householdId: (await householdAt(place)).id, relation: 'CHILD', name: '李和' },
      }),
    },
    { by: clerk, ask: ({ home }) => ({ input: { stationId: home.id, name: '周远' } }) },
  ],
};
