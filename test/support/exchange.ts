import writeXlsxFile from 'write-excel-file/node';
import { checkCharacter } from '../../api/households/index.js';
import type { Actor } from './actors.js';
import { app, credentials, data } from './app.js';

/** A row of a file: its cells by heading. */
export type Cells = Readonly<Record<string, string>>;

/** A made-up identity number: of no region, born on a day, the last digits told apart by a serial number. */
export function inventedNumber(serial: number, born = '19800101'): string {
  const digits = `999999${born}${String(serial).padStart(3, '0')}`;
  return `${digits}${checkCharacter(digits)}`;
}

/** A file of rows, every cell a text. */
export async function xlsxOf(rows: readonly Cells[]): Promise<Buffer> {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headings.map((heading) => ({ type: String, value: row[heading] ?? '' })));
  const top = headings.map((value) => ({ type: String, value }));
  return writeXlsxFile([top, ...cells] as never, { sheet: '户和人' } as never).toBuffer();
}

/** What came of sending a file. */
export interface Sent {
  status: number;
  id: string | undefined;
  error: { message: string; extensions: Record<string, unknown> } | undefined;
}

/** Sends a file as the console does. */
export async function upload(
  by: Actor,
  stationId: string,
  bytes: Buffer,
  name = '户和人.xlsx',
  headers = {},
): Promise<Sent> {
  const { server } = await app();
  const response = await server.inject({
    method: 'POST',
    url: `/imports?station=${stationId}&name=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream', ...(await credentials(by)), ...headers },
    payload: bytes,
  });
  const body = JSON.parse(response.body) as { id?: string; errors?: NonNullable<Sent['error']>[] };
  return { status: response.statusCode, id: body.id, error: body.errors?.[0] };
}

const fields = `id version state fileName rowCount createdCount updatedCount skippedCount failedCount householdCount isShifted
  shiftedColumn sameAs { id } columns { number heading field }`;

/** A batch as it is now. */
export async function batchOf(by: Actor, id: string | undefined) {
  const { importBatch } = await data(by, `query ($id: ID!) { importBatch(id: $id) { ${fields} } }`, { id });
  return importBatch;
}

const acts = {
  importBatchCheck: [
    '$id: ID!, $version: Int!, $input: ImportBatchCheckInput!',
    'id: $id, version: $version, input: $input',
  ],
  importBatchCorrect: [
    '$id: ID!, $version: Int!, $input: ImportBatchCorrectInput!',
    'id: $id, version: $version, input: $input',
  ],
  importBatchCommit: ['$id: ID!, $version: Int!', 'id: $id, version: $version'],
  importBatchUndo: ['$id: ID!, $version: Int!, $reason: String!', 'id: $id, version: $version, reason: $reason'],
} as const;

/** The document of an act on a batch. */
export function actOf(act: keyof typeof acts): string {
  const [declared, given] = acts[act];
  return `mutation (${declared}) { ${act}(${given}) { batch: importBatch { ${fields} } errors { path code message } } }`;
}

/** Acts on a batch as it is now, and answers the payload. */
export async function act(by: Actor, name: keyof typeof acts, id: string | undefined, also: object = {}) {
  const batch = await batchOf(by, id);
  const said = await data(by, actOf(name), { id, version: batch.version, ...also });
  return said[name];
}

/** Checks a batch by the columns that were suggested. */
export async function check(by: Actor, id: string | undefined, columns?: object[]) {
  const batch = await batchOf(by, id);
  const known = (batch.columns as { number: number; field: string | null }[]).filter(({ field }) => field !== null);
  const input = { columns: columns ?? known.map(({ number, field }) => ({ number, field })) };
  return act(by, 'importBatchCheck', id, { input });
}

/** Sends and checks a file of rows. */
export async function checked(by: Actor, stationId: string, rows: readonly Cells[]) {
  const { id } = await upload(by, stationId, await xlsxOf(rows));
  const { batch, errors } = await check(by, id);
  if (!batch) throw new Error(`It was not checked: ${JSON.stringify(errors)}`);
  return batch;
}

/** Sends, checks and writes a file of rows. */
export async function imported(by: Actor, stationId: string, rows: readonly Cells[]) {
  const { id } = await checked(by, stationId, rows);
  const { batch, errors } = await act(by, 'importBatchCommit', id);
  if (!batch) throw new Error(`It was not written: ${JSON.stringify(errors)}`);
  return batch;
}

/** The rows of a batch, with their mistakes and changes. */
export async function rowsOf(by: Actor, id: string, outcome: string | null = null) {
  const query = `query ($id: ID!, $outcome: ImportOutcome) { importBatch(id: $id) { rows(outcome: $outcome, first: 100) {
    number householdCode name outcome faults { field column value code message suggestion } changes { field before after } } } }`;
  const { importBatch } = await data(by, query, { id, outcome });
  return importBatch.rows;
}

/** A file of many households of four, made up. */
export function manyRows(households: number, village: string, prefix = 'M'): Cells[] {
  const relations = ['户主', '配偶', '子女', '子女'];
  return Array.from({ length: households * 4 }, (_, i) => {
    const household = Math.floor(i / 4);
    const year = 1950 + Math.floor(i / 1_000);
    const born = `${year}${String(1 + (Math.floor(i / 100) % 10)).padStart(2, '0')}01`;
    return {
      户编号: `${prefix}${String(household).padStart(5, '0')}`,
      所在村居: village,
      住址: `示例 ${household} 号`,
      户类别: household % 3 === 0 ? '脱贫户' : '',
      与户主关系: relations[i % 4] ?? '',
      姓名: `王示${'甲乙丙丁戊己庚辛'[i % 8]}`,
      身份证号: inventedNumber(i % 100, born),
      电话: `138${String(i).padStart(8, '0')}`,
      有劳动能力: '是',
      在校生: '否',
    };
  });
}
