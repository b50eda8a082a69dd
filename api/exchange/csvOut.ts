import type { FileColumn, FileValue, TableOut } from './fileOut.js';
import { inShanghai } from './shanghai.js';

/** What a spreadsheet may run, also as an East Asian one reads it, and digits of which it would keep fifteen. */
const risky = /^(?:[=+\-@＝＋－＠\t\r\n]|\d{12,}$)/;

/** A table as Excel in Chinese opens it by itself: UTF-8 with its mark, lines that end in CRLF. */
export async function* csvOut({ columns, rows }: TableOut): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\ufeff${line(columns.map(({ heading }) => plain(heading)))}`);
  for await (const portion of rows) {
    yield encoder.encode(portion.map((row) => line(row.map((value, i) => cell(value, columns[i])))).join(''));
  }
}

function line(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function cell(value: FileValue, column: FileColumn | undefined): string {
  if (value === null) return '';
  const text = String(value);
  if (column?.kind === 'moment') return inShanghai(text);
  if (column?.kind === 'number') return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return column?.kind === 'text' ? plain(text) : text;
}

/** A text that is shown as it is: an apostrophe stands before one that would be taken for something else. */
function plain(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}
