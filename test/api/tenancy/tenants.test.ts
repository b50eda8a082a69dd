import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const create = `mutation ($input: TenantCreateInput!) { tenantCreate(input: $input) {
  tenant { code name kind prefecture province } account password errors { path code message } } }`;
const input = { code: '620982', adminAccount: 'admin', adminName: '钱安', practiceLabel: '新时代文明实践' };

describe('opening a county', () => {
  test('plants its townships, and lets its administrator in', async () => {
    const { tenantCreate } = await data(actors.operator(), create, { input });
    expect(tenantCreate).toMatchObject({
      tenant: { code: '620982', name: '敦煌市', kind: 'CITY', prefecture: '酒泉市', province: '甘肃省' },
      account: 'admin@620982',
      errors: [],
    });
    const admin = actors.person('admin@620982', tenantCreate.password);
    expect((await data(admin, '{ me { mustChangePassword grants { role } } }')).me).toEqual({
      mustChangePassword: true,
      grants: [{ role: 'TENANT_ADMIN' }],
    });
    const towns = await asOwner(`select 1 from station where code like '620982___'`);
    expect(towns.length).toBeGreaterThan(5);
  });

  test.each([
    [{ ...input, code: '620981' }, 'TAKEN'],
    [{ ...input, code: '999999' }, 'INVALID'],
    [{ ...input, code: '620982100' }, 'INVALID'],
  ])('%j is refused as %s', async (wrong, code) => {
    const { tenantCreate } = await data(actors.operator(), create, { input: wrong });
    expect(tenantCreate).toMatchObject({ tenant: null, password: null, errors: [{ path: ['input', 'code'], code }] });
  });

  test('is for operators alone, who see no county from within', async () => {
    expect(codes(await ask(actors.admin(), create, { input }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.admin(), '{ tenants { code } }'))).toEqual(['FORBIDDEN']);
    const { tenants } = await data(actors.operator(), '{ tenants { code } }');
    expect(tenants).toEqual(expect.arrayContaining([{ code: '620981' }, { code: '450481' }]));
    for (const question of [
      '{ users { nodes { id } } }',
      '{ trainingProgrammes { nodes { id } } }',
      '{ apiKeys { id } }',
    ]) {
      expect(codes(await ask(actors.operator(), question))).toEqual(['FORBIDDEN']);
    }
  });
});
