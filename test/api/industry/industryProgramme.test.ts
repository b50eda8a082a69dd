import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { codes, data } from '../../support/app.js';
import { create, done, mistakes, tryCreate, update } from '../../support/programmes.js';

const editor = actors.editor('industry', 'chijin');
const own = 'title budget category plannedHouseholds plannedQuantity { amount unit }';

describe('industry programmes', () => {
  test('of Yumen Town are 749 sheep for 92 households', async () => {
    const query = `{ industryProgrammes(where: { search: "玉门镇羊只" }) { nodes { ${own} } } }`;
    const [node] = (await data(actors.admin(), query)).industryProgrammes.nodes;
    expect(node).toMatchObject({ plannedHouseholds: 92, plannedQuantity: { amount: '749.000', unit: 'HEAD' } });
  });

  test('of Yengisar are one of each of the six fund categories, and the breeding zone for 3,000,000 yuan', async () => {
    const { industryProgrammes } = await data(actors.admin('653123'), `{ industryProgrammes { nodes { ${own} } } }`);
    const categories = industryProgrammes.nodes.map((n: { category: string }) => n.category).sort();
    expect(categories).toEqual([
      'BREEDING_ZONE',
      'COURTYARD',
      'CROPS_AND_LIVESTOCK',
      'FIELD_INFRASTRUCTURE',
      'HOUSING_SAFETY',
      'ORCHARD_QUALITY',
      'SATELLITE_FACTORY',
    ]);
    const zone = industryProgrammes.nodes.find((n: { category: string }) => n.category === 'BREEDING_ZONE');
    expect(zone.budget).toBe('3000000.00');
  });

  test('of Cenxi hand out 6,260 and 8,600 seedlings and 23,000 chicks', async () => {
    const query = `{ industryProgrammes(orderBy: { field: BUDGET, direction: ASC }) { nodes { ${own} } } }`;
    const { industryProgrammes } = await data(actors.admin('450481'), query);
    const quantities = industryProgrammes.nodes.map((n: { plannedQuantity: object }) => n.plannedQuantity);
    expect(quantities).toEqual([
      { amount: '6260.000', unit: 'PLANT' },
      { amount: '8600.000', unit: 'PLANT' },
      { amount: '23000.000', unit: 'BIRD' },
    ]);
  });

  test('take a quantity with its unit, whole or not at all', async () => {
    const draft = await create(editor, 'industry', '620981102');
    const same = done(await update(editor, 'industry', draft, { plannedQuantity: { amount: '38.50', unit: 'MU' } }));
    expect(same.version).toBe(draft.version);
    const nothing = await tryCreate(editor, 'industry', '620981102', { plannedQuantity: { amount: '0', unit: 'MU' } });
    expect(mistakes(nothing)).toEqual([['OUT_OF_RANGE', 'input.plannedQuantity.amount']]);
    for (const plannedQuantity of [{ amount: '1' }, { amount: '1.2345', unit: 'MU' }, { amount: '1', unit: 'SHEEP' }]) {
      expect(codes(await tryCreate(editor, 'industry', '620981102', { plannedQuantity }))).toEqual(['BAD_USER_INPUT']);
    }
  });
});
