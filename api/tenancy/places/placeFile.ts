import { placeOf, townshipsOf } from './nation.js';

/** One unit of a villages file: a village-level code of 12 digits, or 9 for a township newer than our list. */
export interface FilePlace {
  readonly code: string;
  readonly name: string;
}

/** What is wrong with one line; lines count from 1. */
export interface PlaceFileProblem {
  readonly line: number;
  readonly message: string;
}

interface Row extends FilePlace {
  readonly line: number;
}

const LONGEST_NAME = 60;
const PROBLEMS_IN_MESSAGE = 10;

/** All that is wrong with a villages file, line by line; its message names the first ten lines. */
export class PlaceFileError extends Error {
  constructor(readonly problems: readonly PlaceFileProblem[]) {
    const shown = problems.slice(0, PROBLEMS_IN_MESSAGE).map(({ line, message }) => `line ${line}: ${message}`);
    const hidden = problems.length - shown.length;
    super([...shown, ...(hidden > 0 ? [`… and ${hidden} more`] : [])].join('\n'));
    this.name = 'PlaceFileError';
  }
}

/**
 * The places of a `--villages` file: UTF-8, one a line, `code,name` with comma or tab; a heading line that names the
 * columns code (代码) and name (名称) may stand first, and other columns are then passed over. With `countyCode` each
 * code must lie in that county, under a township of the list or of the file. Answers in order of code, parents
 * first. Throws a PlaceFileError that gathers every wrong line.
 */
export function parsePlaceFile(text: string, countyCode?: string): FilePlace[] {
  const problems: PlaceFileProblem[] = [];
  const rows = readRows(text, problems);
  const seen = new Map<string, number>();
  for (const row of rows) {
    const message = rowProblem(row) ?? repeatProblem(row, seen);
    if (message) problems.push({ line: row.line, message });
  }
  if (countyCode !== undefined) problems.push(...outsiders(rows, countyCode));
  if (rows.length === 0 && problems.length === 0) problems.push({ line: 1, message: 'the file names no place.' });
  if (problems.length > 0) throw new PlaceFileError(problems.sort((a, b) => a.line - b.line));
  return rows.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function readRows(text: string, problems: PlaceFileProblem[]): Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const columns = headingColumns(cellsOf(lines[first] ?? ''));
  const rows: Row[] = [];
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '' || (columns && index === first)) continue;
    const cells = cellsOf(content);
    const line = index + 1;
    if (!cells) problems.push({ line, message: 'a quotation mark is not closed.' });
    else if (!columns && cells.length !== 2) {
      problems.push({ line, message: `code,name is wanted, and ${cells.length} column(s) stand here.` });
    } else rows.push({ line, code: cells[columns?.code ?? 0] ?? '', name: cells[columns?.name ?? 1] ?? '' });
  }
  return rows;
}

/** The cells of a line, unquoted and trimmed; undefined if a quotation mark is left open. */
function cellsOf(line: string): string[] | undefined {
  const separator = line.includes('\t') ? '\t' : ',';
  const cells = [''];
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += sign;
  }
  return quoted ? undefined : cells.map((cell) => cell.trim());
}

/** Where code and name stand, if the line is a heading. */
function headingColumns(cells: string[] | undefined): { code: number; name: number } | undefined {
  const code = cells?.findIndex((cell) => /^(?:code|(?:区划)?代码|编码)$/i.test(cell)) ?? -1;
  const name = cells?.findIndex((cell) => /^(?:name|名称|村名)$/i.test(cell)) ?? -1;
  return code >= 0 && name >= 0 ? { code, name } : undefined;
}

function rowProblem({ code, name }: Row): string | undefined {
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(code))
    return `${code} was a code before a spreadsheet rounded it; format the column as text.`;
  if (!/^\d*$/.test(code)) return `"${code.slice(0, 20)}" is no code; a code has digits alone.`;
  if (code.length !== 12 && code.length !== 9) {
    return `the code "${code.slice(0, 20)}" has ${code.length} digits; a village has 12, a township 9.`;
  }
  if (name === '') return `${code} has no name.`;
  if (name.includes('\uFFFD')) return 'the name cannot be read; save the file as UTF-8.';
  if ([...name].length > LONGEST_NAME) return `the name of ${code} is longer than ${LONGEST_NAME} characters.`;
  return /\p{Cc}/u.test(name) ? `the name of ${code} holds a control character.` : undefined;
}

function repeatProblem({ code, line }: Row, seen: Map<string, number>): string | undefined {
  const earlier = seen.get(code);
  seen.set(code, earlier ?? line);
  return earlier === undefined ? undefined : `${code} stands in line ${earlier} already.`;
}

/** Codes outside the county, and villages whose township neither the list nor the file has. */
function outsiders(rows: readonly Row[], countyCode: string): PlaceFileProblem[] {
  const county = placeOf(countyCode)?.name ?? '';
  const named = rows.filter(({ code }) => code.length === 9);
  const townships = new Set([...townshipsOf(countyCode), ...named].map(({ code }) => code));
  return rows.flatMap(({ code, line }) => {
    if (!/^(?:\d{9}|\d{12})$/.test(code)) return [];
    if (!code.startsWith(countyCode)) return [{ line, message: `${code} does not lie in ${countyCode} ${county}.` }];
    if (townships.has(code.slice(0, 9))) return [];
    return [
      { line, message: `${code.slice(0, 9)} is no township of ${countyCode} ${county}; give it a line of its own.` },
    ];
  });
}
