import { constants, deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import type { ColumnKind, FileColumn, FileValue, TableOut } from './fileOut.js';
import { inShanghai } from './shanghai.js';
import { escaped, packageParts, styleOf } from './xlsxParts.js';

const sheetStart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const frozenTop =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
const sheetEnd = '</sheetData></worksheet>';
const aboutWords = { zh: '说明', en: 'About' };

/** A table as a workbook of two sheets: the rows, and what is to be known of them. */
export async function* xlsxOut(table: TableOut): AsyncGenerator<Uint8Array> {
  const { columns, rows, facts, language, title } = table;
  const archive = new Archive();
  for (const [name, text] of packageParts([sheetName(title), aboutWords[language]])) archive.part(name).end(text);
  const sheet = archive.part('xl/worksheets/sheet1.xml');
  sheet.write(`${sheetStart}${frozenTop}${widths(columns.map(widthOf))}<sheetData>`);
  sheet.write(
    rowXml(
      1,
      columns.map(({ heading }, i) => textXml(place(i, 1), heading, styleOf.heading)),
    ),
  );
  let number = 1;
  for await (const portion of rows) {
    const lines = portion.map((row) => {
      number += 1;
      return rowXml(
        number,
        row.map((value, i) => cellXml(place(i, number), value, columns[i]?.kind ?? 'text')),
      );
    });
    sheet.write(lines.join(''));
    yield* archive.taken();
  }
  sheet.end(sheetEnd);
  const about = facts.map((fact, i) =>
    rowXml(
      i + 1,
      fact.map((text, j) => textXml(place(j, i + 1), text, aboutStyles[j])),
    ),
  );
  archive
    .part('xl/worksheets/sheet2.xml')
    .end(`${sheetStart}${widths([18, 80])}<sheetData>${about.join('')}${sheetEnd}`);
  archive.end();
  yield* archive.taken();
}

const aboutStyles = [styleOf.heading, styleOf.text];

/** A part of the archive that grows by the portion. */
interface Part {
  write(text: string): void;
  end(text: string): void;
}

/** The archive, whose bytes are taken away as they come. */
class Archive {
  private chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });
  private readonly encoder = new TextEncoder();

  part(name: string): Part {
    const part = new Deflated(name);
    this.zip.add(part);
    const push = (text: string, isLast: boolean) => part.push(this.encoder.encode(text), isLast);
    return { write: (text) => push(text, false), end: (text) => push(text, true) };
  }

  end(): void {
    this.zip.end();
  }

  taken(): Uint8Array[] {
    const { chunks } = this;
    this.chunks = [];
    return chunks;
  }
}

/** Deflates each portion apart, up to a byte's end, so that what is written may go out at once. */
class Deflated extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array, isLast: boolean): void {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(chunk, { level: 4, finishFlush }) as Uint8Array<ArrayBuffer>, isLast);
  }
}

/** Excel allows 31 characters, and none of a few marks. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']+/g, ' ').slice(0, 31);
}

function widthOf({ heading, kind }: FileColumn): number {
  const usual: Record<ColumnKind, number> = { text: 16, number: 10, money: 14, day: 12, moment: 18 };
  return Math.max(usual[kind], Math.min(40, heading.length * 2));
}

function widths(of: readonly number[]): string {
  const cols = of.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${cols.join('')}</cols>`;
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

const letters: string[] = [];

/** `A1`, `B1`, … */
function place(column: number, row: number): string {
  letters[column] ??=
    column < 26
      ? String.fromCharCode(65 + column)
      : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;
  return `${letters[column]}${row}`;
}

function cellXml(at: string, value: FileValue, kind: ColumnKind): string {
  if (value === null || value === '') return '';
  const figure = kind === 'text' ? null : figureOf(value, kind);
  return figure === null
    ? textXml(at, String(value), styleOf.text)
    : `<c r="${at}" s="${styleOf[kind]}"><v>${figure}</v></c>`;
}

/** A cell that is a text whatever it holds: no spreadsheet works it out. */
function textXml(at: string, text: string, style: number = styleOf.text): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** The number that a spreadsheet keeps for a value; null where it would keep another one. */
function figureOf(value: FileValue, kind: ColumnKind): number | null {
  if (kind === 'day') return serialOf(`${value} 00:00:00`);
  if (kind === 'moment') return serialOf(inShanghai(String(value)));
  const figure = Number(value);
  return Number.isFinite(figure) && String(value).replace(/\D/g, '').length <= 15 ? figure : null;
}

/** Days since the last but one of 1899, which is how spreadsheets count. */
function serialOf(moment: string): number | null {
  const ms = Date.parse(`${moment.replace(' ', 'T')}Z`);
  return Number.isNaN(ms) ? null : Math.round((ms / 86_400_000 + 25_569) * 1e6) / 1e6;
}
