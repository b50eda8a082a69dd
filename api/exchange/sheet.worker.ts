import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { csvRows } from './csv.js';
import { type FileFault, most, type ReadSheet } from './sheetBounds.js';

/**
 * Reads a file in a thread of its own: one that takes all memory or time of the thread ends with it, and the server stays as it was.
 * What the file is, is told by its content and never by its name.
 */
async function read(bytes: Uint8Array): Promise<ReadSheet | FileFault> {
  if (bytes.length === 0) return 'EMPTY';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'OLD_EXCEL';
  const rows = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? await xlsxRows(bytes) : textRows(bytes);
  return typeof rows === 'string' ? rows : bounded(rows);
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** An archive says itself how large it unpacks: what it says is counted, and nothing beyond it is unpacked. */
async function xlsxRows(bytes: Uint8Array): Promise<string[][] | FileFault> {
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = /\.(xml|rels)$/.test(name) && !name.startsWith('docProps/');
        if (isWanted) unpacked += originalSize;
        return isWanted && unpacked <= most.unpackedBytes;
      },
    });
    if (unpacked > most.unpackedBytes) return 'TOO_LARGE';
    const wide = Object.entries(parts).find(([name, part]) => name.startsWith('xl/worksheets/') && faultOf(part));
    if (wide) return faultOf(wide[1]) ?? 'UNREADABLE';
    const plain = Buffer.from(zipSync(parts, { level: 0 }));
    const rows = await readSheet<string>(plain, { trim: true, parseNumber: (text) => text });
    return rows.map((row) => row.map(cellText));
  } catch {
    return 'UNREADABLE';
  }
}

/** A single cell far out would make rows of emptiness: the places that a sheet names are looked at before it is read. */
function faultOf(part: Uint8Array): FileFault | null {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  for (const [, letters = '', digits] of text.matchAll(/\br\s*=\s*["']([A-Z]{0,3})(\d+)["']/g)) {
    if (Number(digits) > most.rows + 10) return 'TOO_MANY_ROWS';
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > 1_000) return 'TOO_MANY_COLUMNS';
  }
  return null;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/** A text is UTF-8 (or UTF-16 where it says so), and otherwise what Chinese Windows writes. */
function textRows(bytes: Uint8Array): string[][] | FileFault {
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) return 'NO_TEXT';
  return csvRows(text) ?? 'UNREADABLE';
}

function decoded(bytes: Uint8Array): string | null {
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return null;
}

/** Titles above the headings are passed over: the headings are the first row of at least three cells. */
function bounded(all: readonly string[][]): ReadSheet | FileFault {
  const rows = all.map((cells, i) => ({ number: i + 1, cells: cells.map(cleaned) }));
  const isFilled = ({ cells }: { cells: string[] }) => cells.some((cell) => cell !== '');
  const filled = rows.filter(isFilled);
  const top = filled.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 3);
  const headed = filled[top];
  if (!headed || filled.length === top + 1) return 'EMPTY';
  const width = headed.cells.findLastIndex((cell) => cell !== '') + 1;
  if (width > most.columns) return 'TOO_MANY_COLUMNS';
  if (filled.length - top - 1 > most.rows) return 'TOO_MANY_ROWS';
  const below = filled.slice(top + 1).map(({ number, cells }) => ({ number, cells: cells.slice(0, width) }));
  return { headings: headed.cells.slice(0, width).map(headingText), rows: below };
}

/** What spreadsheets put before a text so that it is not taken for a formula is no part of it. */
function cleaned(cell: string): string {
  return cell
    .slice(0, most.cellCharacters)
    .trim()
    .replace(/^'(?=[=+@-])/, '');
}

function headingText(cell: string): string {
  return cell.replace(/\p{Cc}+/gu, ' ').slice(0, 60);
}

parentPort?.postMessage(await read(workerData as Uint8Array));
