import type { Check } from '../../kernel/index.js';
import { ErrorCode } from '../../kernel/index.js';
import type { FormCell, ReportForm } from './reportForm.js';

/** A place on a sheet, counted from 1. */
export interface SheetPlace {
  row: number;
  column: number;
}

/** The block that a cell covers. */
export interface Block {
  from: SheetPlace;
  to: SheetPlace;
}

export const most = { columns: 40, rows: 200, cells: 500, width: 80 } as const;

/** What a sheet is, apart from its cells. */
export type Sheet = Pick<ReportForm, 'rowCount' | 'eachRow'> & { widths: readonly number[] };

/** `B3` as a place, or null where no cell is called so. */
export function placeOf(address: string): SheetPlace | null {
  const [, letters, row] = /^([A-Z]{1,2})([1-9]\d{0,3})$/.exec(address) ?? [];
  if (!letters) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** The address of a place: `B3`. */
export function addressOf({ row, column }: SheetPlace): string {
  const high = Math.floor((column - 1) / 26);
  const letter = (number: number) => String.fromCharCode(64 + number);
  return `${high > 0 ? letter(high) : ''}${letter(((column - 1) % 26) + 1)}${row}`;
}

/** The block of a cell that was checked. */
export function blockOf({ at, to }: Pick<FormCell, 'at' | 'to'>): Block {
  const from = placeOf(at) ?? { row: 1, column: 1 };
  return { from, to: (to ? placeOf(to) : null) ?? from };
}

/** The widths as they are kept. */
export function widthsOf(text: string): number[] {
  return text.split(',').map(Number);
}

/** Refuses cells that the sheet has not, and cells that lie on one another. */
export function checkCells(check: Check, sheet: Sheet, cells: readonly FormCell[]): void {
  const taken = new Map<string, string>();
  for (const [i, cell] of cells.entries()) {
    if (!isOnSheet(check, sheet, cell, i)) continue;
    const { from, to } = blockOf(cell);
    const isBefore = to.row < from.row || to.column < from.column;
    check.that(!isBefore, `cells.${i}.to`, ErrorCode.INVALID, {
      zh: `${cell.to} 在 ${cell.at} 之前，不能合并。`,
      en: `${cell.to} lies before ${cell.at}; nothing can be merged so.`,
    });
    const each = sheet.eachRow;
    const crosses = each !== null && from.row !== to.row && from.row <= each && to.row >= each;
    check.that(!crosses, `cells.${i}.to`, ErrorCode.INVALID, {
      zh: `逐行展开的第 ${each} 行不能跨行合并。`,
      en: `Row ${each} is repeated and cannot be merged with others.`,
    });
    const under = placesOf({ from, to }).find((address) => taken.has(address));
    check.that(under === undefined, `cells.${i}.at`, ErrorCode.TAKEN, {
      zh: `${under} 已被单元格 ${taken.get(under ?? '')} 占用。`,
      en: `${under} belongs to the cell ${taken.get(under ?? '')} already.`,
    });
    for (const address of placesOf({ from, to })) taken.set(address, cell.at);
  }
}

function isOnSheet(check: Check, { widths, rowCount }: Sheet, { at, to }: FormCell, i: number): boolean {
  const last = addressOf({ row: Math.max(rowCount, 1), column: Math.max(widths.length, 1) });
  const isThere = (address: string) => {
    const place = placeOf(address);
    return place !== null && place.row <= rowCount && place.column <= widths.length;
  };
  const named = [['at', at] as const, ...(to ? [['to', to] as const] : [])];
  const wrong = named.filter(([, address]) => !isThere(address));
  for (const [field, address] of wrong)
    check.add(`cells.${i}.${field}`, ErrorCode.OUT_OF_RANGE, {
      zh: `表中没有单元格 ${address.slice(0, 20)}；这张表从 A1 到 ${last}。`,
      en: `There is no cell ${address.slice(0, 20)}; this sheet runs from A1 to ${last}.`,
    });
  return wrong.length === 0;
}

/** The addresses that a block covers; blocks lie on a sheet, so they are not many. */
function placesOf({ from, to }: Block): string[] {
  const found: string[] = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) found.push(addressOf({ row, column }));
  return found;
}
