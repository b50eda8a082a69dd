import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold } from '../../support/households.js';
import { makeIntention, makeItem, makeSpecialty } from '../../support/industry.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const editor = actors.editor('industry', 'chijin');
const create = `mutation ($input: IntentionCreateInput!) { intentionCreate(input: $input) { intention { id } errors { path code } } }`;
const update = `mutation ($id: ID!, $version: Int!, $input: IntentionUpdateInput!) {
  intentionUpdate(id: $id, version: $version, input: $input) { intention { version quantity { amount } } errors { path code } } }`;
const demand = `query ($where: IntentionFilter) {
  intentionDemand(where: $where) { nodes { station { name } item { id } year quantity { amount unit } households } }
  intentions(where: $where) { totalCount } }`;

let village = '';
let item = '';
const households: string[] = [];

beforeAll(async () => {
  village = await stationId('620981102200');
  item = (await makeItem(editor, ['MU', 'PLANT'])).id;
  for (let i = 0; i < 3; i += 1) households.push((await makeHousehold(clerk, village)).id);
});

const wish = (i: number, amount: string, more: object = {}) => ({
  ...{ householdId: households[i], itemId: item, year: 2026, quantity: { amount, unit: 'MU' } },
  ...more,
});

describe('what households would like', () => {
  it('is asked once a year for each item, in a unit that the item has', async () => {
    await makeIntention(clerk, wish(0, '2.5'));
    const again = await data(clerk, create, {
      input: wish(0, '0', { year: 2099, quantity: { amount: '0', unit: 'HEAD' } }),
    });
    expect(again.intentionCreate.errors).toEqual([
      { path: ['input', 'year'], code: 'OUT_OF_RANGE' },
      { path: ['input', 'quantity', 'unit'], code: 'INVALID' },
      { path: ['input', 'quantity', 'amount'], code: 'OUT_OF_RANGE' },
    ]);
    const doubled = await data(clerk, create, { input: wish(0, '3') });
    expect(doubled.intentionCreate.errors).toEqual([{ path: ['input', 'itemId'], code: 'TAKEN' }]);
  });

  it('becomes the demand of the village, and changes with it', async () => {
    const { id, version } = await makeIntention(clerk, wish(1, '4'));
    const where = { item: { in: [item] }, year: 2026, within: village };
    const before = await data(clerk, demand, { where });
    expect(before.intentionDemand.nodes).toMatchObject([
      { year: 2026, quantity: { amount: '6.500', unit: 'MU' }, households: 2, item: { id: item } },
    ]);
    expect(before.intentions.totalCount).toBe(2);
    const input = { quantity: { amount: '0', unit: 'MU' } };
    const changed = await data(clerk, update, { id, version, input });
    expect(changed.intentionUpdate.errors).toEqual([]);
    expect(codes(await ask(clerk, update, { id, version, input }))).toEqual(['STALE']);
    const after = await data(clerk, demand, { where });
    expect(after.intentionDemand.nodes).toMatchObject([{ quantity: { amount: '2.500' }, households: 1 }]);
  });

  it('is nobody’s business in a sibling town, nor an editor’s of another kind', async () => {
    const other = actors.clerk('huangzhawan');
    expect(codes(await ask(other, create, { input: wish(2, '1') }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(actors.editor('training', 'chijin'), create, { input: wish(2, '1') }))).toEqual([
      'FORBIDDEN',
    ]);
    expect((await data(other, demand, { where: { item: { in: [item] } } })).intentionDemand.nodes).toEqual([]);
  });
});

describe('the specialty of a village', () => {
  const adopt = `mutation ($id: ID!, $version: Int!) {
    villageSpecialtyAdopt(id: $id, version: $version) { villageSpecialty { state version items { id } } errors { code } } }`;

  it('is proposed once a year for a village, and settled', async () => {
    const made = await makeSpecialty(editor, { stationId: village, year: 2026, itemIds: [item] });
    const settled = await data(editor, adopt, { ...made });
    expect(settled.villageSpecialtyAdopt.villageSpecialty).toMatchObject({ state: 'ADOPTED', items: [{ id: item }] });
    const again = await data(editor, adopt, {
      id: made.id,
      version: settled.villageSpecialtyAdopt.villageSpecialty.version,
    });
    expect(again.villageSpecialtyAdopt.errors).toEqual([{ code: 'WRONG_STATE' }]);
    const query = '{ villageSpecialties(where: { year: 2026 }) { nodes { state station { id } items { id } } } }';
    const { villageSpecialties } = await data(clerk, query);
    expect(villageSpecialties.nodes).toEqual([{ state: 'ADOPTED', station: { id: village }, items: [{ id: item }] }]);
  });

  it('is refused for a town, for nothing, and for a year that has one', async () => {
    const propose = `mutation ($input: VillageSpecialtyCreateInput!) {
      villageSpecialtyCreate(input: $input) { errors { path code } } }`;
    const town = await stationId('620981102');
    const wrong = await data(editor, propose, { input: { stationId: town, year: 2026, itemIds: [] } });
    expect(wrong.villageSpecialtyCreate.errors).toEqual([
      { path: ['input', 'stationId'], code: 'INVALID' },
      { path: ['input', 'itemIds'], code: 'OUT_OF_RANGE' },
    ]);
    const doubled = await data(editor, propose, { input: { stationId: village, year: 2026, itemIds: [item] } });
    expect(doubled.villageSpecialtyCreate.errors).toEqual([{ path: ['input', 'year'], code: 'TAKEN' }]);
    expect(codes(await ask(clerk, propose, { input: { stationId: village, year: 2027, itemIds: [item] } }))).toEqual([
      'FORBIDDEN',
    ]);
  });
});
