import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { csvRows } from '../../api/exchange/csv.js';
import type { Actor } from './actors.js';
import { app, credentials } from './app.js';

/** What came back of asking for a file. */
export interface Taken {
  status: number;
  name: string;
  type: string;
  bytes: Buffer;
  error: { message: string; extensions: Record<string, unknown> } | undefined;
}

/** Asks for a file as the console does. */
export async function take(by: Actor, asked: object, headers: Record<string, string> = {}): Promise<Taken> {
  const { server } = await app();
  const response = await server.inject({
    method: 'POST',
    url: '/exports',
    headers: { 'content-type': 'application/json', ...(await credentials(by)), ...headers },
    payload: { format: 'csv', ...asked },
  });
  const disposition = String(response.headers['content-disposition'] ?? '');
  const isFile = response.statusCode === 200;
  return {
    status: response.statusCode,
    name: decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? ''),
    type: String(response.headers['content-type']),
    bytes: response.rawPayload,
    error: isFile ? undefined : (JSON.parse(response.body) as { errors: NonNullable<Taken['error']>[] }).errors[0],
  };
}

/** The cells of a CSV, headings first. */
export function csvOf({ bytes, error }: Taken): string[][] {
  if (error) throw new Error(error.message);
  return csvRows(bytes.toString('utf8').replace(/^\ufeff/, '')) ?? [];
}

/** A sheet of a workbook, headings first, as a spreadsheet reads it. */
export async function sheetOf({ bytes, error }: Taken, number = 1): Promise<unknown[][]> {
  if (error) throw new Error(error.message);
  return (await readSheet(bytes, number)) as unknown[][];
}

/** The XML of a sheet. */
export function xmlOf({ bytes }: Taken, number = 1): string {
  return strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
}

/** The rows of a CSV by heading. */
export function rowsOf(taken: Taken): Record<string, string>[] {
  const [headings = [], ...rows] = csvOf(taken);
  return rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? ''])));
}
