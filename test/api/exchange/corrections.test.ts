import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { actors } from '../../support/actors.js';
import { app, ask, codes, credentials, data } from '../../support/app.js';
import {
  act,
  actOf,
  batchOf,
  type Cells,
  check,
  checked,
  inventedNumber,
  rowsOf,
  upload,
  xlsxOf,
} from '../../support/exchange.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
const other = actors.clerk('huangzhawan');
const elsewhere = actors.clerk('daye', '450481');
let town = '';

beforeAll(async () => {
  town = await stationId('620981102');
});

/** A head whose number has lost its last digit, a wife of whom nobody knows what she is, and a son who is fine but waits for the head. */
const family = (code: string, serial: number): Cells[] => [
  {
    户编号: code,
    所在村居: '620981102200',
    与户主关系: '户主',
    姓名: '单明',
    身份证号: inventedNumber(serial).slice(0, -1),
    电话: '13800138000',
  },
  { 户编号: code, 与户主关系: '媳妇儿', 姓名: '李安', 身份证号: inventedNumber(serial + 1) },
  { 户编号: code, 与户主关系: '子', 姓名: '单和', 身份证号: inventedNumber(serial + 2) },
];

const column = { code: 1, relation: 3, name: 4, number: 5, phone: 6 };
const correct = actOf('importBatchCorrect');

/** Corrects a cell of a batch in the version that it has now. */
const correctCell = (by: typeof clerk, id: string, row: number, at: number, value: string) =>
  act(by, 'importBatchCorrect', id, { input: { row, column: at, value } });

const kept = `query ($id: ID!) { importBatch(id: $id) { corrections { row column field before after enteredBy createdAt } } }`;

describe('a cell of a checked file', () => {
  it('is corrected where it stands: the row, and those that hung on it, come to something else', async () => {
    const { id } = await checked(clerk, town, family('C-1', 300));
    expect(await batchOf(clerk, id)).toMatchObject({ createdCount: 0, failedCount: 3, householdCount: 0 });
    const first = await correctCell(clerk, id, 2, column.number, inventedNumber(300));
    expect(first.errors).toEqual([]);
    expect(first.batch).toMatchObject({ state: 'CHECKED', createdCount: 2, failedCount: 1, householdCount: 1 });
    const [left] = await rowsOf(clerk, id, 'FAIL');
    expect(left).toMatchObject({ number: 3, faults: [{ field: 'RELATION', value: '媳妇儿' }] });
    const second = await correctCell(clerk, id, 3, column.relation, '妻');
    expect(second.batch).toMatchObject({ createdCount: 3, failedCount: 0 });
  });

  it('is kept with who corrected it and what it said before, numbers masked, and lies sealed', async () => {
    const { id } = await checked(clerk, town, family('C-2', 310));
    await correctCell(clerk, id, 2, column.number, inventedNumber(310));
    await correctCell(clerk, id, 3, column.relation, '妻');
    const { importBatch } = await data(clerk, kept, { id });
    expect(importBatch.corrections).toEqual([
      {
        row: 2,
        column: column.number,
        field: 'ID_NUMBER',
        before: expect.stringMatching(/^9999\*+\d+$/),
        after: expect.stringMatching(/^9999\*+\w{2}$/),
        enteredBy: expect.any(String),
        createdAt: expect.any(String),
      },
      expect.objectContaining({ row: 3, field: 'RELATION', before: '媳妇儿', after: '妻' }),
    ]);
    const rows = await asOwner(`select before, after from import_correction where batch_id = '${id}'`);
    for (const { before, after } of rows) expect(`${before}${after}`).not.toMatch(/媳妇儿|妻|9999/);
    const audited = await asOwner(
      `select distinct record, reason from audit_entry where act = 'importBatchCorrect' and record_id = '${id}'`,
    );
    expect(audited.map(({ reason }) => reason).sort()).toEqual(['2 · 身份证号', '3 · 与户主关系']);
  });

  it('is written as it was corrected', async () => {
    const { id } = await checked(clerk, town, family('C-3', 320));
    await correctCell(clerk, id, 2, column.number, inventedNumber(320));
    await correctCell(clerk, id, 2, column.name, '单鸣');
    const written = await act(clerk, 'importBatchCommit', id);
    expect(written).toMatchObject({ errors: [], batch: { state: 'COMMITTED', createdCount: 2, failedCount: 1 } });
    const { households } = await data(
      clerk,
      '{ households(where: { code: { startsWith: "C-3" } }) { nodes { headName size } } }',
    );
    expect(households.nodes).toEqual([{ headName: '单鸣', size: 2 }]);
    expect((await data(clerk, kept, { id })).importBatch.corrections).toHaveLength(2);
    await act(clerk, 'importBatchUndo', id, { reason: '重来（示例）' });
    const emptied = (await data(clerk, kept, { id })).importBatch.corrections;
    expect(emptied.map(({ before, after }: { before: null; after: null }) => [before, after])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('is emptied with its file, however much was corrected', async () => {
    const { id } = await checked(clerk, town, family('C-13', 420));
    await correctCell(clerk, id, 2, column.number, inventedNumber(420));
    await asOwner(`insert into import_correction (tenant_id, id, created_at, batch_id, station_id, row_number, column_number, field, before, after, entered_by)
      select tenant_id, uuidv7(), created_at, batch_id, station_id, row_number, column_number, field, before, after, entered_by
      from import_correction, generate_series(1, 1000) where batch_id = '${id}'`);
    await act(clerk, 'importBatchCommit', id);
    await act(clerk, 'importBatchUndo', id, { reason: '重来（示例）' });
    const left = `select count(*)::int, count(before)::int as said from import_correction where batch_id = '${id}'`;
    expect(await asOwner(left)).toEqual([{ count: 1001, said: 0 }]);
  });

  it('stands corrected in the file of failed rows', async () => {
    const { id } = await checked(clerk, town, family('C-4', 330));
    await correctCell(clerk, id, 3, column.name, '李安宁');
    const { server } = await app();
    const headers = await credentials(clerk);
    const answer = await server.inject({ method: 'GET', url: `/imports/${id}/failed`, headers });
    const rows = await readSheet(answer.rawPayload);
    expect(rows.find(([number]) => number === '3')).toContain('李安宁');
  });

  it('brings every row to what a check of the whole file brings it to', async () => {
    const one = (serial: number) => inventedNumber(serial);
    const alone = (code: string, name: string, number: string): Cells => ({
      户编号: code,
      所在村居: '620981102200',
      与户主关系: '户主',
      姓名: name,
      身份证号: number,
    });
    const rows = [
      ...family('C-6', 400),
      alone('C-7', '王平', one(401)),
      alone('C-8', '王安', one(401)),
      alone('', '无', ''),
    ];
    const { id } = await checked(clerk, town, rows);
    const steps: [row: number, at: number, value: string][] = [
      [5, column.number, one(405)],
      [3, column.number, one(405)],
      [3, column.number, one(406)],
      [6, column.code, 'C-7'],
      [6, column.relation, '妻'],
      [2, column.number, one(400)],
      [7, column.code, 'C-6'],
      [4, column.code, 'C-9'],
      [4, column.relation, '户主'],
      [5, column.relation, ''],
    ];
    for (const [row, at, value] of steps) {
      const { batch } = await correctCell(clerk, id, row, at, value);
      const corrected = { ...batch, rows: await rowsOf(clerk, id) };
      const { batch: anew } = await check(clerk, id);
      expect({ ...anew, version: batch.version, rows: await rowsOf(clerk, id) }).toEqual(corrected);
    }
  });

  it('may be made worse, and then says what is wrong with it now', async () => {
    const { id } = await checked(clerk, town, family('C-5', 340));
    const { batch } = await correctCell(clerk, id, 2, column.phone, '1380013');
    expect(batch.failedCount).toBe(3);
    const [head] = await rowsOf(clerk, id, 'FAIL');
    expect(head.faults.map(({ field }: { field: string }) => field)).toEqual(['ID_NUMBER', 'PHONE']);
  });
});

describe('a correction is refused', () => {
  it('of a row or a column that the file has not, of one that means nothing, and where nothing changes', async () => {
    const { id, version } = await checked(clerk, town, [{ ...family('D-1', 350)[0], 备注: '无' } as Cells]);
    const wrong: [object, string, string][] = [
      [{ row: 1, column: column.name, value: '单明' }, 'row', 'NOT_FOUND'],
      [{ row: 9, column: column.name, value: '单明' }, 'row', 'NOT_FOUND'],
      [{ row: 2, column: 0, value: '单明' }, 'column', 'NOT_FOUND'],
      [{ row: 2, column: 99, value: '单明' }, 'column', 'NOT_FOUND'],
      [{ row: 2, column: 7, value: '有' }, 'column', 'NOT_FOUND'],
      [{ row: 2, column: column.name, value: ' 单明 ' }, 'value', 'INVALID'],
      [{ row: 2, column: column.name, value: '明'.repeat(501) }, 'value', 'TOO_LONG'],
    ];
    for (const [input, field, code] of wrong) {
      const said = (await data(clerk, correct, { id, version, input })).importBatchCorrect;
      expect(said).toMatchObject({ batch: null, errors: [{ path: ['input', field], code }] });
    }
    expect((await batchOf(clerk, id)).version).toBe(version);
    expect((await data(clerk, kept, { id })).importBatch.corrections).toEqual([]);
  });

  it('to another town, another county, and whoever does not read files in', async () => {
    const { id, version } = await checked(clerk, town, family('D-2', 360));
    const input = { row: 2, column: column.name, value: '单鸣' };
    for (const stranger of [other, elsewhere])
      expect(codes(await ask(stranger, correct, { id, version, input }))).toEqual(['NOT_FOUND']);
    for (const reader of [actors.office('chijin'), actors.editor('training', 'chijin'), actors.admin()])
      expect(codes(await ask(reader, correct, { id, version, input }))).toEqual(['FORBIDDEN']);
  });

  it('to who has seen an older version, which the same click twice has', async () => {
    const { id, version } = await checked(clerk, town, family('D-3', 370));
    const input = { row: 3, column: column.relation, value: '妻' };
    const both = await Promise.all([1, 2].map(() => ask(clerk, correct, { id, version, input })));
    expect(both.flatMap(codes)).toEqual(['STALE']);
    expect((await data(clerk, kept, { id })).importBatch.corrections).toHaveLength(1);
  });

  it('before the file is checked, once it is written, and once it is taken back', async () => {
    const fresh = await upload(clerk, town, await xlsxOf(family('D-4', 380)));
    const says = async (id = '') => (await correctCell(clerk, id, 2, column.name, '单鸣')).errors;
    expect(await says(fresh.id)).toMatchObject([{ code: 'WRONG_STATE', message: '请先核对。' }]);
    const { id } = await checked(clerk, town, family('D-5', 390));
    await correctCell(clerk, id, 2, column.number, inventedNumber(390));
    await act(clerk, 'importBatchCommit', id);
    expect(await says(id)).toMatchObject([{ code: 'WRONG_STATE', message: '该批次已经导入。' }]);
    await act(clerk, 'importBatchUndo', id, { reason: '重来（示例）' });
    expect(await says(id)).toMatchObject([{ code: 'WRONG_STATE', message: '该批次已经撤销。' }]);
  });
});
