import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { actors } from '../../support/actors.js';
import { app, credentials } from '../../support/app.js';
import {
  act,
  batchOf,
  type Cells,
  check,
  checked,
  imported,
  inventedNumber,
  manyRows,
  rowsOf,
  upload,
  xlsxOf,
} from '../../support/exchange.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
let town = '';

beforeAll(async () => {
  town = await stationId('620981102');
});

const head = (code: string, serial: number): Cells => ({
  户编号: code,
  所在村居: '620981102200',
  与户主关系: '户主',
  姓名: '单明',
  身份证号: inventedNumber(serial, '19750505'),
  电话: '13800138000',
});

/** A heading and a row about 单明 of D-1 in GBK, as Chinese Windows writes it. */
const gbk = Buffer.from(
  'bba7b1e0bac52cb4e52cb9d8cfb52cd0d5c3fb2cb3f6c9fac8d5c6da0d0a442d312c363230393831' +
    '3130323230302cbba7d6f72cb5a5c3f72c313938302f312f310d0a',
  'hex',
);

async function download(path: string, by = clerk) {
  const { server } = await app();
  return server.inject({ method: 'GET', url: path, headers: await credentials(by) });
}

describe('what a file is', () => {
  it('is told by its content: GBK, UTF-8 with and without its mark, UTF-16, whatever it is called', async () => {
    const text = '户编号,村,关系,姓名,出生日期\r\nD-1,620981102200,户主,"单明,字子明",1980/1/1\r\n';
    const files = [
      gbk,
      Buffer.from(text, 'utf8'),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf8')]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(',', '\t'), 'utf16le')]),
      await xlsxOf([{ 户编号: 'D-1', 村: '620981102200', 关系: '户主', 姓名: '单明', 出生日期: '1980.1.1' }]),
    ];
    for (const bytes of files) {
      const { id, error } = await upload(clerk, town, bytes, '表.dat');
      expect(error).toBeUndefined();
      const tried = await check(clerk, id);
      expect(tried.batch).toMatchObject({ createdCount: 1, failedCount: 0 });
      const [row] = await rowsOf(clerk, id ?? '');
      expect([row.number, row.householdCode, row.name.slice(0, 2)]).toEqual([2, 'D-1', '单明']);
    }
  });

  it('is refused in a sentence when it is no table, too large, or holds nothing', async () => {
    const titles = Array.from({ length: 61 }, (_, i) => `列${i}`).join(',');
    const far = await xlsxOf([head('D-2', 1)]);
    const files: [Buffer, string][] = [
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 .xls'],
      [Buffer.from('504b0304ffff', 'hex'), '打不开'],
      [Buffer.from([0, 1, 2, 3]), '不是表格文件'],
      [Buffer.from('户编号,姓名,关系\n', 'utf8'), '没有数据'],
      [Buffer.alloc(0), '没有数据'],
      [Buffer.from(`${titles}\n1,2,3\n`, 'utf8'), '最多 60 列'],
      [Buffer.from(`a,b,c\n${'1,2,3\n'.repeat(20_001)}`, 'utf8'), '最多 20000 行'],
      [Buffer.from('a,b,c\n1,"2,3\n', 'utf8'), '打不开'],
    ];
    for (const [bytes, says] of files) {
      const { status, error } = await upload(clerk, town, bytes);
      expect([status, error?.extensions.code, error?.message]).toEqual([
        400,
        'BAD_USER_INPUT',
        expect.stringContaining(says),
      ]);
    }
    expect((await upload(clerk, town, Buffer.alloc(9 * 1024 * 1024))).status).toBe(413);
    expect((await upload(clerk, town, far, 'x', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('is kept sealed, and nothing of it but its failed rows once it is written', async () => {
    const rows = [head('D-3', 3), { ...head('D-4', 4), 电话: '12' }];
    const { id } = await upload(clerk, town, await xlsxOf(rows));
    await check(clerk, id);
    const content = async () =>
      (await asOwner<{ content: string }>('select content from import_sheet where batch_id = $1', [id]))[0]?.content;
    expect(await content()).toMatch(/^d1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    await act(clerk, 'importBatchCommit', id);
    const left = await rowsOf(clerk, id ?? '');
    expect(left).toMatchObject([{ number: 3, name: '单明', outcome: 'FAIL', faults: [{ field: 'PHONE', column: 6 }] }]);
    const told = await asOwner(`select 1 from audit_entry where after::text like '%' || $1 || '%'`, [
      head('D-3', 3).身份证号,
    ]);
    expect(told).toEqual([]);
  });

  it('with its columns in order, is understood the next time as it was the last', async () => {
    const rows = [{ 甲: 'D-5', 乙: '620981102200', 丙: '户主', 丁: '单明' }];
    const first = await upload(clerk, town, await xlsxOf(rows));
    const none = await check(clerk, first.id);
    expect(none.errors).toMatchObject([{ code: 'REQUIRED' }, { code: 'REQUIRED' }]);
    const fields = ['HOUSEHOLD_CODE', 'VILLAGE', 'RELATION', 'NAME'];
    const doubled = [1, 2].map((number) => ({ number, field: 'NAME' }));
    expect((await check(clerk, first.id, doubled)).errors).toMatchObject([{ code: 'TAKEN' }, { code: 'REQUIRED' }]);
    const columns = fields.map((field, i) => ({ number: i + 1, field }));
    expect((await check(clerk, first.id, columns)).batch).toMatchObject({ createdCount: 1 });
    const second = await upload(clerk, town, await xlsxOf([{ ...rows[0], 甲: 'D-6' } as Cells]));
    const batch = await batchOf(clerk, second.id);
    expect(batch.columns.map((column: { field: string }) => column.field)).toEqual(fields);
    const other = await upload(actors.station('chijin'), await stationId('620981102200'), await xlsxOf(rows));
    expect((await batchOf(actors.station('chijin'), other.id)).columns[0].field).toBeNull();
  });
});

describe('the check of a file', () => {
  it('tells each mistake by its cell, in a sentence, with what may be meant', async () => {
    const rows: Cells[] = [
      head('E-1', 10),
      { ...head('E-1', 10), 与户主关系: '子女' },
      { ...head('E-1', 11), 与户主关系: '户主', 姓名: '王和' },
      { ...head('E-1', 12), 与户主关系: '儿孑', 姓名: '王安' },
      { ...head('E-1', 13), 与户主关系: '子', 身份证号: '6.20981198001E+17', 姓名: '王平' },
      { ...head('E-1', 14), 与户主关系: '子', 姓名: '', 电话: '1' },
      { ...head('E-1', 15), 与户主关系: '子', 姓名: '王正', 所在村居: '没有的村' },
      { ...head('E 2', 16) },
      { ...head('E-3', 17), 与户主关系: '子' },
      { ...head('E-4', 18), 户类别: '建档立卡户' },
      { ...head('E-5', 19), 身份证号: '999999197505050192' },
      { ...head('E-6', 20), 姓名: '阿卜力克木·买买提', 身份证号: xNumber() },
      { ...head('E-7', 21), 姓名: '𬭚' },
    ];
    const batch = await checked(clerk, town, rows);
    expect(batch).toMatchObject({ createdCount: 3, failedCount: 10, householdCount: 3 });
    const found = (await rowsOf(clerk, batch.id, 'FAIL')).flatMap((row: { number: number; faults: Fault[] }) =>
      row.faults.map(({ field, code, message, suggestion }) => [
        row.number,
        field,
        code,
        message.slice(0, 11),
        suggestion,
      ]),
    );
    expect(found).toEqual(
      [
        [3, 'ID_NUMBER', 'TAKEN', '与第 2 行的身份证号', null],
        [4, 'RELATION', 'TAKEN', '该户已有户主。', null],
        [5, 'RELATION', 'INVALID', '不认识这种与户主关系。', '儿子'],
        [6, 'ID_NUMBER', 'INVALID', '身份证号被表格当成了数', null],
        [7, 'NAME', 'REQUIRED', '请填写。', null],
        [7, 'PHONE', 'INVALID', expect.any(String), null],
        [8, 'VILLAGE', 'NOT_FOUND', '本次导入的范围内没有这', null],
        [9, 'HOUSEHOLD_CODE', 'INVALID', '户编号只用字母、数字和', null],
        [10, 'RELATION', 'REQUIRED', '新户须有一行户主。', null],
        [11, 'STATUS_FROM', 'OUT_OF_RANGE', '“建档立卡户”只能始于', null],
        [12, 'ID_NUMBER', 'INVALID', '身份证号校验位不符，请', null],
      ].sort((a, b) => Number(a[0]) - Number(b[0])),
    );
  });

  it('says of a number in a town that the asker cannot see that it is registered elsewhere, and nothing more', async () => {
    const other = actors.clerk('huangzhawan');
    const [theirs, place] = [await stationId('620981105'), '620981105200'];
    await imported(other, theirs, [{ ...head('F-1', 30), 所在村居: place }]);
    const batch = await checked(clerk, town, [head('F-2', 30), head('F-1', 31)]);
    const rows = await rowsOf(clerk, batch.id, 'FAIL');
    expect(
      rows.map((row: { faults: Fault[] }) => row.faults.map(({ message, suggestion }) => [message, suggestion])),
    ).toEqual([[['该身份证号已在本县其他户登记。', null]], [['本县其他单位已使用这个户编号。', null]]]);
    await imported(clerk, town, [head('F-3', 32)]);
    const own = await checked(clerk, town, [{ ...head('F-4', 32) }]);
    const [row] = await rowsOf(clerk, own.id, 'FAIL');
    expect(row.faults[0].message).toBe('该身份证号已登记在户 F-3。');
  });

  it('warns of a shifted column: too many names would change, or a whole column fails', async () => {
    const rows = manyRows(3, '620981102200', 'G').map((row) => ({ ...row }));
    await imported(clerk, town, rows);
    const renamed = rows.map((row, i) => ({ ...row, 姓名: rows[(i + 1) % rows.length]?.姓名 ?? '' }));
    expect(await checked(clerk, town, renamed)).toMatchObject({
      isShifted: true,
      shiftedColumn: '姓名',
      updatedCount: 12,
    });
    const moved = rows.map((row) => ({ ...row, 电话: row.身份证号 ?? '', 身份证号: row.电话 ?? '' }));
    expect(await checked(clerk, town, moved)).toMatchObject({ isShifted: true, failedCount: 12 });
    expect(await checked(clerk, town, rows)).toMatchObject({ isShifted: false, skippedCount: 12 });
  });
});

interface Fault {
  field: string;
  code: string;
  message: string;
  suggestion: string | null;
}

/** A number whose check character is X. */
function xNumber(): string {
  const found = Array.from({ length: 99 }, (_, i) => inventedNumber(i + 100, '19750505')).find((number) =>
    number.endsWith('X'),
  );
  return found ?? '';
}

describe('files that go out', () => {
  it('a template has the headings, is read back by its own import, and is for whoever may import', async () => {
    const answer = await download(`/imports/template?station=${town}`);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const [headings] = await readSheet(answer.rawPayload);
    expect(headings?.slice(0, 3)).toEqual(['户编号', '所在村居', '住址']);
    const refused = await upload(clerk, town, answer.rawPayload);
    expect(refused.error?.message).toContain('没有数据');
    const editor = await download(`/imports/template?station=${town}`, actors.editor('training', 'chijin'));
    expect(editor.statusCode).toBe(403);
    expect((await download('/imports/template?station=x')).statusCode).toBe(400);
  });

  it('the rows with mistakes say why, hold no number in full and no formula', async () => {
    const wrong: Cells = { ...head('H-1', 40), 电话: '12', 姓名: '=cmd|1' };
    const batch = await checked(clerk, town, [wrong]);
    const answer = await download(`/imports/${batch.id}/failed`);
    expect(answer.statusCode).toBe(200);
    const [headings = [], row = []] = await readSheet(answer.rawPayload);
    expect([headings[0], headings.at(-1)]).toEqual(['原行号', '原因']);
    expect(row[0]).toBe('2');
    expect(row).toContain(`'=cmd|1`);
    expect(row).toContain(`${wrong.身份证号?.slice(0, 4)}************${wrong.身份证号?.slice(-2)}`);
    expect(String(row.at(-1))).toContain('电话：');
    const logged = await asOwner(`select detail from security_event where kind = 'EXPORTED'`);
    expect(logged).toHaveLength(1);
    const others = await download(`/imports/${batch.id}/failed`, actors.clerk('huangzhawan'));
    expect(others.statusCode).toBe(404);
  });
});
