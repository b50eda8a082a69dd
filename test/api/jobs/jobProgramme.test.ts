import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { act, create, done, mistakes, tryCreate, update } from '../../support/programmes.js';

const editor = actors.editor('jobs', 'huangzhawan');
const town = '620981105';

describe('jobs programmes', () => {
  test('of Fenxi send 93 people to the aluminium works for 3,500 to 4,500 yuan a month', async () => {
    const query = `{ jobProgrammes(where: { jobKind: { in: [LABOUR_DISPATCH] } }) {
      nodes { employer postsOffered wageFrom wageTo transport state isInvented } } }`;
    const { jobProgrammes } = await data(actors.admin('141034'), query);
    expect(jobProgrammes.nodes).toEqual([
      {
        employer: '东方希望晋中铝业',
        postsOffered: 93,
        wageFrom: '3500.00',
        wageTo: '4500.00',
        transport: 'FREE',
        state: 'ACCEPTED',
        isInvented: false,
      },
    ]);
  });

  test('offer a wage band that goes up, and at least one post', async () => {
    const answer = await tryCreate(editor, 'jobs', town, { wageFrom: '3600', wageTo: '3599.99', postsOffered: 0 });
    expect(mistakes(answer)).toEqual([
      ['OUT_OF_RANGE', 'input.postsOffered'],
      ['INVALID', 'input.wageTo'],
    ]);
  });

  test('check a change of one end of the band against the other', async () => {
    const draft = await create(editor, 'jobs', town);
    expect(mistakes(await update(editor, 'jobs', draft, { wageFrom: '4000' }))).toEqual([['INVALID', 'input.wageTo']]);
    const changed = done(await update(editor, 'jobs', draft, { wageTo: null }));
    expect(changed.revisions.at(-1).changes).toEqual([{ field: 'wageTo', before: '3600.00', after: null }]);
    expect(done(await act(editor, 'jobs', 'Submit', changed)).state).toBe('SUBMITTED');
  });
});
