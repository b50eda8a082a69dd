import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context } from '../access/index.js';
import { plainIdNumber, stationRef } from '../households/index.js';
import { Check, ErrorCode, newId, sealed } from '../kernel/index.js';
import type { ImportBatchCorrectInput } from './importBatch.input.js';
import { type ImportBatch, ImportState } from './importBatch.js';
import { holdBatch, sheetOf, tryOut } from './importBatch.service.js';
import { ImportCorrection } from './importCorrection.js';
import { ImportField } from './importField.js';
import { contentOf, type SheetRow } from './importSheet.js';
import { most } from './sheetBounds.js';

/** One cell of a file, and what shall stand in it. */
interface Cell {
  at: number;
  column: number;
  field: ImportField;
  before: string;
  after: string;
}

/**
 * Corrects a cell of a checked file where it stands. Rows hang together (a household has one head, a number is nobody else's), so those
 * that hang on the row, as it was or as it is now, are checked again with it; nothing of the register is written.
 */
export async function correctBatch(
  ctx: Context,
  id: string,
  version: number,
  input: ImportBatchCorrectInput,
): Promise<ImportBatch> {
  const batch = await holdBatch(ctx, id, version, [ImportState.CHECKED]);
  const em = await ctx.em();
  const sheet = await sheetOf(em, batch);
  const { rows, results } = contentOf(sheet.content);
  const cell = checkedCell(batch, rows, input);
  const heading = batch.columns[cell.column]?.heading ?? '';
  ctx.note({ act: 'importBatchCorrect', reason: `${input.row} · ${heading}` });
  keep(em, batch, cell, { row: input.row, enteredBy: actorOf(ctx).name });
  const corrected = rows.map((row, i) => (i === cell.at ? { ...row, cells: withCell(row, cell) } : row));
  const fields = batch.columns.map(({ field }) => field);
  const again = linked(corrected, fields, { at: cell.at, was: rows[cell.at] as SheetRow });
  await tryOut(ctx, batch, sheet, { rows: corrected, results, again });
  await em.flush();
  return batch;
}

/** The cell that is meant: of a row of the file, in a column that means something, and other than it is. */
function checkedCell(
  batch: ImportBatch,
  rows: readonly SheetRow[],
  { row, column, value }: ImportBatchCorrectInput,
): Cell {
  const check = new Check();
  const at = rows.findIndex(({ number }) => number === row);
  const field = batch.columns[column - 1]?.field ?? null;
  check.that(at >= 0, 'row', ErrorCode.NOT_FOUND, { zh: `文件没有第 ${row} 行。`, en: `The file has no row ${row}.` });
  check.that(field !== null, 'column', ErrorCode.NOT_FOUND, {
    zh: `第 ${column} 列没有对应的字段。`,
    en: `Column ${column} means nothing in this file.`,
  });
  const after = check.optionalText('value', value.replace(/\p{Cc}+/gu, ' '), most.cellCharacters) ?? '';
  const before = rows[at]?.cells[column - 1] ?? '';
  check.that(at < 0 || field === null || before !== after, 'value', ErrorCode.INVALID, {
    zh: '单元格里已是这样。',
    en: 'The cell says so already.',
  });
  check.done();
  return { at, column: column - 1, field: field as ImportField, before, after };
}

/** Which rows hang together with one: those of its household and of its identity number, and so on from these; in the file's order. */
function linked(
  rows: readonly SheetRow[],
  columns: readonly (ImportField | null)[],
  { at, was }: { at: number; was: SheetRow },
): number[] {
  const [code, number] = [ImportField.HOUSEHOLD_CODE, ImportField.ID_NUMBER].map((field) => columns.indexOf(field));
  const keysOf = ({ cells }: SheetRow) => [
    `household ${cells[code ?? -1]?.trim() ?? ''}`,
    `number ${plainIdNumber(cells[number ?? -1] ?? '')}`,
  ];
  const keys = rows.map((row, i) =>
    [...keysOf(row), ...(i === at ? keysOf(was) : [])].filter((key) => !key.endsWith(' ')),
  );
  const byKey = Map.groupBy(
    keys.flatMap((own, i) => own.map((key) => [key, i] as const)),
    ([key]) => key,
  );
  const found = new Set([at]);
  for (const i of found)
    for (const key of keys[i] ?? []) for (const [, other] of byKey.get(key) ?? []) found.add(other);
  return [...found].sort((a, b) => a - b);
}

function withCell({ cells }: SheetRow, { column, after }: Cell): string[] {
  return Array.from({ length: Math.max(cells.length, column + 1) }, (_, i) =>
    i === column ? after : (cells[i] ?? ''),
  );
}

function keep(
  em: EntityManager,
  batch: ImportBatch,
  { column, field, before, after }: Cell,
  by: { row: number; enteredBy: string },
): void {
  const { tenantId, station } = batch;
  const at = stationRef(em, tenantId, station.id);
  const values = { before: sealed(before), after: sealed(after) };
  em.persist(
    em.create(ImportCorrection, {
      tenantId,
      id: newId(),
      batch: batch as never,
      station: at,
      ...by,
      column: column + 1,
      field,
      ...values,
    }),
  );
}

/** Of what is old no more are emptied with one file that is received; the next takes on where it ended. */
const mostAtOnce = 1_000;

/** Empties what corrections say, as the files themselves are emptied: those of a batch, or all that were made before a moment. */
export async function emptyCorrections(
  em: EntityManager,
  tenantId: number,
  of: { batchId: string } | { before: Date },
): Promise<void> {
  const which = 'batchId' in of ? { batch: { tenantId, id: of.batchId } } : { createdAt: { $lt: of.before } };
  const kept = { tenantId, before: { $ne: null }, ...which };
  const found = await em.find(ImportCorrection, kept as never, 'batchId' in of ? {} : { limit: mostAtOnce });
  for (const one of found) Object.assign(one, { before: null, after: null });
}
