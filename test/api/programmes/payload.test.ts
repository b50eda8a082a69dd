import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data, restart } from '../../support/app.js';
import { fields, inputs, stationId } from '../../support/programmes.js';

const chijin = '620981102';
const editor = actors.editor('training', 'chijin');

const fragment = `fragment Whole on TrainingProgramme { __typename ${fields} category plannedSessions station { name path { name } } }`;
const again = `fragment Answer on TrainingProgrammeCreatePayload {
  again: trainingProgramme { title revisions { no station { code } } } }`;
const whole = `__typename trainingProgramme { ...Whole createdAt @skip(if: $isShort) title } errors { code path }`;
const createText = `mutation ($input: TrainingProgrammeCreateInput!, $isShort: Boolean = true) {
  made: trainingProgrammeCreate(input: $input) { ${whole} ...Answer } } ${fragment} ${again}`;
const updateText = `mutation ($id: ID!, $input: TrainingProgrammeUpdateInput!, $isShort: Boolean = true) {
  changed: trainingProgrammeUpdate(id: $id, version: 1, input: $input) { ${whole} } }
  ${fragment}`;
const discardText = `mutation ($id: ID!) { gone: trainingProgrammeDiscard(id: $id, version: 2) { trainingProgramme { ${fields} } } }`;

/** What creating, changing and discarding answer, as text, with the one id that differs taken out. */
async function walk(): Promise<string> {
  const input = { stationId: await stationId(chijin), ...inputs.training };
  const created = await data(editor, createText, { input });
  const { id } = created.made.trainingProgramme;
  const changed = await data(editor, updateText, { id, input: { title: '改名的培训', budget: '9000' } });
  const refused = await data(editor, updateText.replace('version: 1', 'version: 2'), { id, input: { title: ' ' } });
  const gone = await data(editor, discardText, { id });
  return JSON.stringify([created, changed, refused, gone]).replaceAll(id, 'its id');
}

describe('what a mutation answers', () => {
  test('is the same, key by key, whether its record is read by one statement or by the resolvers', async () => {
    const planned = await walk();
    expect(planned).toContain('"title":"改名的培训"');
    await restart({ reads: 'resolvers' });
    expect(await walk()).toBe(planned);
    await restart();
  });
});
