import { describe, it } from '@jest/globals';
import { exportLists } from '../../../api/exchange/index.js';
import { actors } from '../../support/actors.js';
import { csvOf, sheetOf, take, xmlOf } from '../../support/export.js';

const clerk = actors.clerk('chijin');
describe('x', () => {
  it('every list goes out', async () => {
    for (const list of exportLists.keys()) {
      if (list.includes('.')) continue;
      const t = await take(actors.admin(), { list });
      console.log(list, t.status, t.error ?? csvOf(t).slice(0, 3));
    }
    const t = await take(clerk, { list: 'households', format: 'xlsx', where: { status: { in: ['REGISTERED'] } } });
    console.log(t.name, t.type, t.error, await sheetOf(t), await sheetOf(t, 2), xmlOf(t).slice(0, 1500));
  });
});
