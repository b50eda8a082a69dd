import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import {
  instalmentsOf,
  makeContract,
  makeCooperative,
  makeDelivery,
  makeDistribution,
  makeIntention,
  makeItem,
  makeSpecialty,
  stepContract,
} from '../../support/industry.js';
import type { Made } from '../../support/make.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';
import { householdAt } from './households.js';

const editor: Case['by'] = (place) => place.editor('industry');
const onDay = '2026-05-06';
const start = '2026-03-01';

const itemAt = (place: Place): Promise<Made> => place.once('item', () => makeItem(editor(place)));
const cooperativeAt = (place: Place): Promise<Made> =>
  place.once('cooperative', () => makeCooperative(editor(place), place.spot.id));
const quantity = { amount: '5', unit: 'PLANT' };

async function entryAt(place: Place): Promise<Record<string, unknown>> {
  const [{ id: programmeId }, { id: itemId }] = [await place.programme('industry', 'RUNNING'), await itemAt(place)];
  const { id: householdId } = await householdAt(place);
  return { programmeId, itemId, onDay, rows: { householdId, quantity } };
}

const distributionAt = (place: Place): Promise<Made> =>
  place.once('distribution', async () => makeDistribution(editor(place), await entryAt(place)));

async function contractInput(place: Place): Promise<Record<string, unknown>> {
  const { id: programmeId } = await place.programme('industry', 'RUNNING');
  const [{ id: householdId }, { id: cooperativeId }] = [await householdAt(place), await cooperativeAt(place)];
  return { programmeId, householdId, cooperativeId, startsOn: start };
}

/** A contract so many steps on. */
const contractAt = (place: Place, steps: number, name = ''): Promise<Made> =>
  place.once(`contract ${steps} ${name}`, async () => {
    const made = await makeContract(editor(place), await contractInput(place));
    return stepContract(editor(place), made, steps, start);
  });

const instalmentAt = (place: Place): Promise<Made> =>
  place.once('instalment', async () => {
    const [first] = await instalmentsOf(editor(place), (await contractAt(place, 3)).id);
    return first as Made;
  });

const deliveryAt = (place: Place): Promise<Made> =>
  place.once('delivery', async () => makeDelivery(editor(place), (await instalmentAt(place)).id, { head: 1, onDay }));

async function wishAt(place: Place, year: number): Promise<Record<string, unknown>> {
  return { householdId: (await householdAt(place)).id, itemId: (await itemAt(place)).id, year, quantity };
}

const intentionAt = (place: Place): Promise<Made> =>
  place.once('intention', async () => makeIntention(editor(place), await wishAt(place, 2026)));

const villageAt = (place: Place): Promise<string> =>
  place.once('village', async () => {
    if (place.home.level === 'VILLAGE') return place.home.id;
    const query = 'query ($code: String!) { stations(where: { code: { startsWith: $code } }) { nodes { id level } } }';
    const { stations } = await data(place.admin, query, { code: place.home.code });
    return stations.nodes.find((one: { level: string }) => one.level === 'VILLAGE').id;
  });

const specialtyYears = { COUNTY: 2024, TOWNSHIP: 2025, VILLAGE: 2026 } as const;

const specialtyAt = (place: Place): Promise<Made> =>
  place.once('specialty', async () => {
    const [stationId, { id }] = [await villageAt(place), await itemAt(place)];
    return makeSpecialty(editor(place), { stationId, year: specialtyYears[place.spot.level], itemIds: [id] });
  });

async function linesWhere(place: Place): Promise<Record<string, unknown>> {
  await distributionAt(place);
  const [{ id: programme }, { id: item }] = [await place.programme('industry', 'RUNNING'), await itemAt(place)];
  const { id: household } = await householdAt(place);
  const where = { programme: { in: [programme] }, item: { in: [item] }, household: { in: [household] } };
  return { where: { ...where, within: place.spot.id } };
}

async function contractsWhere(place: Place): Promise<Record<string, unknown>> {
  await contractAt(place, 3);
  const { programmeId, householdId, cooperativeId } = await contractInput(place);
  const where = { programme: { in: [programmeId] }, household: { in: [householdId] } };
  return { where: { ...where, cooperative: { in: [cooperativeId] }, within: place.spot.id } };
}

async function instalmentsWhere(place: Place): Promise<Record<string, unknown>> {
  await instalmentAt(place);
  const { programmeId, cooperativeId } = await contractInput(place);
  return { where: { programme: { in: [programmeId] }, cooperative: { in: [cooperativeId] }, within: place.spot.id } };
}

async function wishesWhere(place: Place): Promise<Record<string, unknown>> {
  await intentionAt(place);
  const { householdId, itemId } = await wishAt(place, 2026);
  return { where: { household: { in: [householdId] }, item: { in: [itemId] }, within: place.spot.id } };
}

const asked = (ask: Case['ask']): readonly Case[] => [{ by: editor, ask }];
const step = (steps: number, name: string, more: object = {}): readonly Case[] =>
  asked(async (place) => {
    const { id, version } = await contractAt(place, steps, name);
    return { id, version, onDay, ...more };
  });

/** What the first half of industry offers: distributions, intentions, livestock. */
export const industryRecipes: Readonly<Record<string, readonly Case[]>> = {
  distributionItems: asked(async (place) => ({ where: { id: { in: [(await itemAt(place)).id] } } })),
  distributionItemCreate: [
    {
      by: ({ county }) => actors.countyEditor('industry', county),
      ask: () => ({ input: { name: '新品目（示例）', units: ['PIECE'] } }),
    },
  ],
  distributions: asked(linesWhere),
  distributionTotals: asked(linesWhere),
  distributionsCreate: asked(async (place) => ({ input: await entryAt(place) })),
  distributionReverse: asked(async (place) => ({ id: (await distributionAt(place)).id, reason: '填错（示例）' })),
  survivalCheckCreate: asked(async (place) => ({
    input: { distributionId: (await distributionAt(place)).id, onDay: '2026-06-01', alive: '4' },
  })),
  intentions: asked(wishesWhere),
  intentionDemand: asked(wishesWhere),
  intentionCreate: asked(async (place) => ({ input: await wishAt(place, 2027) })),
  intentionUpdate: asked(async (place) => {
    const { id, version } = await intentionAt(place);
    return { id, version, input: { quantity: { amount: '6', unit: 'PLANT' } } };
  }),
  villageSpecialties: asked(async (place) => {
    await specialtyAt(place);
    return { where: { within: place.spot.id, year: specialtyYears[place.spot.level] } };
  }),
  villageSpecialtyCreate: asked(async (place) => ({
    input: { stationId: await villageAt(place), year: 2028, itemIds: [(await itemAt(place)).id] },
  })),
  villageSpecialtyAdopt: asked(async (place) => ({ ...(await specialtyAt(place)) })),
  cooperatives: asked(async (place) => {
    await cooperativeAt(place);
    return { where: { within: place.spot.id } };
  }),
  cooperativeCreate: asked(({ spot }) => ({ input: { stationId: spot.id, name: '新合作社（示例）' } })),
  livestockContracts: asked(contractsWhere),
  livestockTotals: asked(contractsWhere),
  livestockContract: asked(async (place) => ({ id: (await contractAt(place, 3)).id })),
  livestockContractCreate: asked(async (place) => ({
    input: { ...(await contractInput(place)), mode: 'AGENT_RAISE', species: 'SHEEP', head: 6 },
  })),
  livestockContractCheck: step(0, 'to check'),
  livestockContractSign: step(1, 'to sign'),
  livestockContractStart: step(2, 'to start'),
  livestockContractEnd: step(3, 'to end', { isBreached: true, reason: '示例' }),
  livestockInstalments: asked(instalmentsWhere),
  livestockInstalmentTotals: asked(instalmentsWhere),
  livestockInstalmentDeliver: asked(async (place) => ({
    id: (await instalmentAt(place)).id,
    input: { head: 1, kind: 'IN_KIND', onDay },
  })),
  livestockDeliveryReverse: asked(async (place) => ({ id: (await deliveryAt(place)).id, reason: '填错（示例）' })),
};
