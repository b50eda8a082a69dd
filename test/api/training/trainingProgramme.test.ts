import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { create, mistakes, read, tryCreate } from '../../support/programmes.js';

const editor = actors.editor('training', 'chijin');

describe('training programmes', () => {
  test('keep what is taught, how, and for whom', async () => {
    const draft = await create(editor, 'training', '620981102', { plannedPlaces: 300 });
    const query =
      '{ trainingProgrammes(where: { id: { in: ["ID"] } }) { nodes { category form audience plannedSessions plannedPlaces } } }';
    const { trainingProgrammes } = await data(editor, query.replace('ID', draft.id));
    const own = {
      category: 'TECHNIQUE',
      form: 'ON_SITE',
      audience: 'FARMERS',
      plannedSessions: 12,
      plannedPlaces: 300,
    };
    expect(trainingProgrammes.nodes).toEqual([own]);
    expect((await read(editor, 'training', draft.id)).kind).toBe('TRAINING');
  });

  test('are found by category, form and audience together', async () => {
    const where = '{ category: { in: [TECHNIQUE] }, form: { in: [ON_SITE] }, audience: { in: [FARMERS] } }';
    const query = `{ trainingProgrammes(where: ${where}, orderBy: { field: ENDS_ON, direction: ASC }) { nodes { title form } } }`;
    const { trainingProgrammes } = await data(actors.admin(), query);
    expect(trainingProgrammes.nodes[0].title).toBe('赤金镇农业技术田间教学');
    expect(trainingProgrammes.nodes.every((n: { form: string }) => n.form === 'ON_SITE')).toBe(true);
  });

  test('plan at least one session and one place', async () => {
    const answer = await tryCreate(editor, 'training', '620981102', { plannedSessions: -1, plannedPlaces: 0 });
    expect(mistakes(answer)).toEqual([
      ['OUT_OF_RANGE', 'input.plannedSessions'],
      ['OUT_OF_RANGE', 'input.plannedPlaces'],
    ]);
  });
});
