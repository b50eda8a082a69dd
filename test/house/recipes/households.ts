import { inventedNumber, makeHousehold, makePerson } from '../../support/households.js';
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
