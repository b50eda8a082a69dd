import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, codes, credentials, data } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { makeHousehold, makeStatus } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { formInput, makeReports } from '../../support/reports.js';
import { asOwner } from '../../support/sql.js';

const [director, leader, clerk, office] = [
  actors.director(),
  actors.leader(),
  actors.clerk('chijin'),
  actors.office('chijin'),
];
let county = '';
let town = '';
let id = '';

const create = `mutation ($input: ReportFormInput!, $key: String) { reportFormCreate(input: $input, idempotencyKey: $key) {
  reportForm { id version cells { at to text isHead } } errors { path code message } } }`;
const update = `mutation ($id: ID!, $version: Int!, $input: ReportFormInput!) {
  reportFormUpdate(id: $id, version: $version, input: $input) { reportForm { version title } errors { path code } } }`;
const filled = `query ($id: ID!, $period: String, $asOf: Date, $within: ID) {
  reportFormFilled(id: $id, period: $period, asOf: $asOf, within: $within) { title from to asOf rowCount widths
    cells { at rowSpan columnSpan text isHead figure { isOutside isOwn period station { code } cell { metric value rows(first: 3) { totalCount } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

const fill = async (by: Actor, more: object = {}): Promise<Shape> =>
  (await data(by, filled, { id, asOf: '2024-12-31', period: '2024', ...more })).reportFormFilled;
const textAt = (form: Shape, at: string): string | undefined => form.cells.find((cell: Shape) => cell.at === at)?.text;

/** The file of a form, as the console fetches it. */
async function fileOf(by: Actor, form: string, query: string) {
  const { server } = await app();
  return server.inject({
    url: `/report-forms/${form}/file?${query}`,
    headers: { ...(await credentials(by)), 'accept-language': 'zh' },
  });
}

beforeAll(async () => {
  await app();
  [county, town] = await Promise.all([stationId('620981'), stationId('620981102')]);
  const village = await stationId('620981102200');
  await makeHousehold(clerk, village);
  const { id: household } = await makeHousehold(clerk, village);
  await makeStatus(clerk, household, { status: 'REGISTERED', from: '2018-01-01' });
  id = (await makeReports.form(director, formInput(county))).id;
}, 120_000);

describe('a form', () => {
  test('has a line for each town, the county itself first, and a total, all counted by the catalogue', async () => {
    const form = await fill(director);
    expect([form.title, form.rowCount, form.widths]).toEqual(['户数统计表（示例）', 16, [20, 10, 12]]);
    expect(form.cells[0]).toMatchObject({ at: 'A1', text: '户数统计表', rowSpan: 1, columnSpan: 3, isHead: true });
    expect([textAt(form, 'A3'), textAt(form, 'A5'), textAt(form, 'A16')]).toEqual(['县本级', '赤金镇', '合计']);
    expect(['B3', 'B5', 'C5', 'B16', 'C16'].map((at) => textAt(form, at))).toEqual(['0', '2', '1', '2', '1']);
    const cell = form.cells.find(({ at }: Shape) => at === 'B5');
    expect(cell.figure).toMatchObject({
      ...{ isOwn: false, period: '2024' },
      station: { code: '620981102' },
      cell: { metric: 'HOUSEHOLDS_COUNT', value: '2', rows: { totalCount: 2 } },
    });
  });

  test('is filled in by a town for itself, village by village, and shows it nothing of the county', async () => {
    const own = await fill(office, { within: town });
    expect([textAt(own, 'A3'), own.rowCount]).toEqual(['赤金镇本级', 12]);
    expect(own.cells.filter(({ at, text }: Shape) => at.startsWith('B') && text === '2')).toHaveLength(2);
    expect(own.cells.map(({ figure }: Shape) => figure?.isOwn).filter((one: boolean) => one)).toHaveLength(2);
    const above = await fill(office);
    expect([above.rowCount, textAt(above, 'B4')]).toEqual([4, '（无权查看）']);
  });

  test('goes out as a workbook in its layout: numbers are numbers, headings as given', async () => {
    const { statusCode, rawPayload, headers } = await fileOf(director, id, 'period=2024&asOf=2024-12-31');
    expect(statusCode).toBe(200);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('户数统计表（示例） 2024-12-31.xlsx');
    const rows = await readSheet(rawPayload, 1);
    const form = await fill(director);
    for (const { at, text, figure } of form.cells) {
      const [column, row] = [at.charCodeAt(0) - 65, Number(at.slice(1)) - 1];
      expect([at, rows[row]?.[column]]).toEqual([at, figure ? Number(figure.cell.value) : text]);
    }
    const xml = strFromU8(unzipSync(rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<mergeCell ref="A1:C1"/>');
    const about = await readSheet(rawPayload, 2);
    expect(about.slice(0, 3)).toEqual([
      ['报表', '户数统计表（示例）'],
      ['统计期间', '2024-01-01 – 2024-12-31'],
      ['截至日', '2024-12-31'],
    ]);
    const [told] = await asOwner<{ detail: string }>(
      `select detail from security_event where kind = 'EXPORTED' order by at desc limit 1`,
    );
    expect(told?.detail).toBe(`form ${id} as of 2024-12-31: 28 figures`);
  });

  test('goes out to nobody without the right to export, of another county, or for what is no period', async () => {
    expect((await fileOf(leader, id, '')).statusCode).toBe(403);
    expect((await fileOf(actors.anonymous, id, '')).statusCode).toBe(401);
    expect((await fileOf(actors.director('450481'), id, '')).statusCode).toBe(404);
    for (const wrong of ['period=2024-13', 'asOf=2024-02-30', 'asOf=2199-01-01'])
      expect([wrong, (await fileOf(director, id, wrong)).statusCode]).toEqual([wrong, 400]);
    expect((await fileOf(director, 'none', '')).statusCode).toBe(400);
  });

  test('is unknown in another county, and nobody’s without the right', async () => {
    expect(codes(await ask(actors.director('450481'), filled, { id }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(clerk, filled, { id }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(director, filled, { id, within: await stationId('450481108') }))).toEqual(['NOT_FOUND']);
  });
});

describe('laying a form out', () => {
  const wrong = async (more: object) =>
    (await data(director, create, { input: formInput(county, more) }, { language: 'en' })).reportFormCreate.errors;
  const cells = (...all: [at: string, text: string, to?: string][]) => ({
    eachRow: null,
    cells: all.map(([at, text, to]) => ({ at, text, ...(to && { to }) })),
  });

  test('refuses a cell that the sheet has not', async () => {
    expect(await wrong(cells(['D1', '{households.count}'], ['A5', '甲'], ['a1', '甲'], ['A1', '甲', 'Z9']))).toEqual(
      [
        ['0', 'at', 'D1'],
        ['1', 'at', 'A5'],
        ['2', 'at', 'a1'],
        ['3', 'to', 'Z9'],
      ].map(([i, field, at]) => ({
        path: ['input', 'cells', i, field],
        code: 'OUT_OF_RANGE',
        message: `There is no cell ${at}; this sheet runs from A1 to C4.`,
      })),
    );
  });

  test('refuses an unknown metric in the cell where it stands', async () => {
    expect(await wrong(cells(['A1', '户'], ['B2', '{households.cont}'], ['C2', '{line}']))).toEqual([
      {
        path: ['input', 'cells', '1', 'text'],
        code: 'INVALID',
        message: expect.stringMatching(
          /^Line 1, character 2: There is no metric households.cont; near it are households.count/,
        ),
      },
      { path: ['input', 'cells', '2', 'text'], code: 'INVALID', message: expect.stringContaining('no word line') },
    ]);
  });

  test('refuses cells that lie on one another, and blocks that end before they begin', async () => {
    const errors = await wrong(cells(['A1', '甲', 'B2'], ['B2', '乙'], ['C3', '丙', 'A3']));
    expect(errors.map(({ path, code }: Shape) => [path.join('.'), code])).toEqual([
      ['input.cells.1.at', 'TAKEN'],
      ['input.cells.2.to', 'INVALID'],
    ]);
  });

  test('refuses a repeated row without figures, with places of its own, or merged with another', async () => {
    const row = (text: string, to?: string) => ({ eachRow: 2, cells: [{ at: 'A2', text, ...(to && { to }) }] });
    for (const more of [row('{line}'), row('{households.count within=620981102}'), row('{households.count}', 'A3')])
      expect((await wrong(more)).map(({ code }: Shape) => code)).toEqual(['INVALID']);
    expect(await wrong({ eachRow: 9 })).toMatchObject([{ path: ['input', 'eachRow'], code: 'OUT_OF_RANGE' }]);
  });

  test('refuses a sheet without columns, rows or cells', async () => {
    const errors = await wrong({ widths: [], rowCount: 0, cells: [], eachRow: null });
    expect(errors.map(({ path }: Shape) => path[1])).toEqual(['rowCount', 'widths', 'cells']);
    expect(await wrong({ widths: [5, 500, 5] })).toMatchObject([{ path: ['input', 'widths'], code: 'OUT_OF_RANGE' }]);
  });

  test('refuses figures of more than forty periods, days, places and splits', async () => {
    const many = Array.from({ length: 41 }, (_, i) => `{households.count period=${1960 + i}}`).join(' ');
    expect(await wrong(cells(['A1', many.slice(0, 13 * 31 - 1)], ['B1', many.slice(13 * 31, 26 * 31 - 1)]))).toEqual(
      [],
    );
    const all = [0, 13, 26, 39].map((from, i): [string, string] => [
      `${'ABC'[i % 3]}${1 + Math.floor(i / 3)}`,
      many.slice(from * 31, (from + 13) * 31 - 1),
    ]);
    expect(await wrong(cells(...all))).toMatchObject([{ path: ['input', 'cells'], code: 'OUT_OF_RANGE' }]);
  });

  test('is for the centre, once a click, and in the version that was seen', async () => {
    for (const by of [leader, office])
      expect(codes(await ask(by, create, { input: formInput(town) }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.director('450481'), create, { input: formInput(county) }))).toEqual(['NOT_FOUND']);
    const again = { input: formInput(county), key: 'form-1' };
    const [first, second] = [await data(director, create, again), await data(director, create, again)];
    const made = first.reportFormCreate.reportForm;
    expect(second.reportFormCreate.reportForm).toEqual(made);
    expect(made.cells[0]).toEqual({ at: 'A1', to: 'C1', text: '户数统计表', isHead: true });
    const input = formInput(county, { title: '改过的表' });
    const said = await data(director, update, { id: made.id, version: 1, input });
    expect(said.reportFormUpdate.reportForm).toEqual({ version: 2, title: '改过的表' });
    expect(codes(await ask(director, update, { id: made.id, version: 1, input }))).toEqual(['STALE']);
    expect(codes(await ask(actors.director('450481'), update, { id: made.id, version: 2, input }))).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('the file of a form', () => {
  test('has the figures alone of where its taker may take files out', async () => {
    await giveRole('leader@620981', 'OFFICE_CLERK', '620981102');
    expect(textAt(await fill(leader), 'B16')).toBe('2');
    const { rawPayload } = await fileOf(leader, id, 'period=2024&asOf=2024-12-31');
    const rows = (await readSheet(rawPayload, 1)) as unknown[][];
    expect(rows.find(([place]) => place === '合计')).toEqual(['合计', '（无权查看）', '（无权查看）']);
    const own = await fileOf(leader, id, `period=2024&asOf=2024-12-31&within=${town}`);
    const total = ((await readSheet(own.rawPayload, 1)) as unknown[][]).find(([place]) => place === '合计');
    expect(total).toEqual(['合计', 2, 1]);
  });
});
