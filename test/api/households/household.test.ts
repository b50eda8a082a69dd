import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const create = `mutation ($input: HouseholdCreateInput!, $key: String) {
  householdCreate(input: $input, idempotencyKey: $key) { household { id code headName size station { code } version } errors { path code message } } }`;
const addPerson = `mutation ($input: PersonCreateInput!) {
  personCreate(input: $input) { person { id name birthDay sex idNumberMasked phoneMasked household { code } } errors { path code message } } }`;
/** Checksum-valid, and of a region that does not exist. */
const number = '99999919800101037X';

describe('a household', () => {
  it('is entered by the town’s clerk with the next number of the village, and gets a head', async () => {
    const village = await stationId('620981102200');
    const { householdCreate } = await data(clerk, create, { input: { stationId: village, address: '示例 1 号' } });
    expect(householdCreate.errors).toEqual([]);
    const household = householdCreate.household;
    expect(household.code).toBe('6209811022000001');
    expect(household.size).toBe(0);
    const { personCreate } = await data(clerk, addPerson, {
      input: { householdId: household.id, relation: 'HEAD', name: '单明', idNumber: number, phone: '13800138000' },
    });
    expect(personCreate.errors).toEqual([]);
    expect(personCreate.person).toMatchObject({ birthDay: '1980-01-01', idNumberMasked: '9999************7X' });
    const read = `query ($id: ID!) { household(id: $id) { headName size memberships { relation validTo person { name phoneMasked } } }
      households(where: { search: "shanm" }) { totalCount nodes { code } } }`;
    const found = await data(clerk, read, { id: household.id });
    expect(found.household).toMatchObject({
      headName: '单明',
      size: 1,
      memberships: [{ relation: 'HEAD', person: { name: '单明' } }],
    });
    expect(found.households.totalCount).toBe(1);
  });

  it('is not to be seen from another town, and a number in use there is said to be registered elsewhere', async () => {
    const other = actors.clerk('huangzhawan');
    const village = await stationId('620981105200');
    const { households } = await data(other, '{ households { totalCount } }');
    expect(households.totalCount).toBe(0);
    const { householdCreate } = await data(other, create, { input: { stationId: village } });
    const { personCreate } = await data(other, addPerson, {
      input: { householdId: householdCreate.household.id, relation: 'HEAD', name: '王和', idNumber: number },
    });
    expect(personCreate).toMatchObject({
      person: null,
      errors: [{ path: ['input', 'idNumber'], code: 'TAKEN', message: '该身份证号已在本县其他户登记。' }],
    });
  });

  it('is not kept by an editor of training', async () => {
    const village = await stationId('620981102200');
    const answer = await ask(actors.editor('training', 'chijin'), create, { input: { stationId: village } });
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
