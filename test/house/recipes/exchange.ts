import { act, batchOf, check, inventedNumber, upload, xlsxOf } from '../../support/exchange.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';

const clerk: Case['by'] = (place) => place.clerk;

/** A file read in at a place, of which each step makes its own; it names a household of the place's own. */
async function batchAt(place: Place, step: 'read' | 'checked' | 'written') {
  const { id } = await place.once(`import ${step}`, async () => {
    const serial = { read: 1, checked: 2, written: 3 }[step];
    const born = `19${place.home.code.slice(-2)}0${1 + (Number(place.home.code.slice(6, 9)) % 9)}0${serial}`;
    const head = {
      户编号: `IMPORT-${place.spot.code}-${serial}`,
      所在村居: place.home.code,
      与户主关系: '户主',
      姓名: '李安',
      身份证号: inventedNumber(500 + place.spot.code.length, born),
    };
    const sent = await upload(place.clerk, place.home.id, await xlsxOf([head]));
    if (step !== 'read') await check(place.clerk, sent.id);
    if (step === 'written') await act(place.clerk, 'importBatchCommit', sent.id);
    return { id: sent.id ?? '' };
  });
  return batchOf(place.clerk, id);
}

const one = (step: Parameters<typeof batchAt>[1], also: object = {}): Case[] => [
  {
    by: clerk,
    ask: async (place) => {
      const { id, version } = await batchAt(place, step);
      return { id, version, ...also };
    },
  },
];

const columns = [
  { number: 1, field: 'HOUSEHOLD_CODE' },
  { number: 4, field: 'NAME' },
];

/** What reading files in offers over GraphQL; the files themselves come and go beside it. */
export const importRecipes: Readonly<Record<string, readonly Case[]>> = {
  importBatches: [
    {
      by: clerk,
      ask: async (place) => {
        const { id } = await batchAt(place, 'read');
        return { where: { id: { in: [id] }, station: { in: [place.home.id] } } };
      },
    },
  ],
  importBatch: [{ by: clerk, ask: async (place) => ({ id: (await batchAt(place, 'read')).id }) }],
  importBatchCheck: one('read', { input: { columns } }),
  importBatchCorrect: one('checked', { input: { row: 2, column: 4, value: '李安平' } }),
  importBatchCommit: one('checked'),
  importBatchUndo: one('written', { reason: '录错（示例）' }),
};
