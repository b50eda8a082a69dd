import type { Language } from '../kernel/index.js';
import { csvOut } from './csvOut.js';
import { xlsxOut } from './xlsxOut.js';

/** What the values of a column are. They come as texts, as GraphQL answers them: a day, an instant in UTC, an amount in yuan. */
export type ColumnKind = 'text' | 'number' | 'money' | 'day' | 'moment';

export interface FileColumn {
  heading: string;
  kind: ColumnKind;
}

/** A value of a column, null where there is none. */
export type FileValue = string | number | null;

/** A table that goes out as a file. */
export interface TableOut {
  title: string;
  columns: readonly FileColumn[];
  /** Rows by the portion, each in the order of the columns; read only as fast as the file is taken away. */
  rows: AsyncIterable<readonly (readonly FileValue[])[]>;
  /** What the second sheet says of the table: filter, time, person, as of when. */
  facts: readonly (readonly [name: string, value: string])[];
  language: Language;
}

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

const types: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A file on its way, with what HTTP says of it. */
export interface FileOut {
  name: string;
  type: string;
  chunks: AsyncGenerator<Uint8Array>;
}

/**
 * Makes a file of a table, lists and reports alike. Whatever a cell holds, no spreadsheet takes it for a formula, and long numbers
 * keep their digits. Nothing is read before the first chunk is taken, and no more than a portion is ever in memory. A CSV is the bare
 * rows, for programs read it too: its facts stand in the audit alone.
 */
export function fileOut(format: FileFormat, name: string, table: TableOut): FileOut {
  const chunks = format === 'xlsx' ? xlsxOut(table) : csvOut(table);
  return { name: `${name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim()}.${format}`, type: types[format], chunks };
}
