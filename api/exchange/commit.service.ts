import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import { Household, maskedIdNumber, maskedPhone, Person } from '../households/index.js';
import { ErrorCode, mistake } from '../kernel/index.js';
import { type ImportBatch, ImportState } from './importBatch.js';
import { countsOf, findBatch, holdBatch, resultOf, sheetOf, verdictsOf } from './importBatch.service.js';
import { ImportField } from './importField.js';
import { ImportOutcome } from './importRow.js';
import { contentOf, ImportSheet, type SheetContent, sealedContent } from './importSheet.js';
import type { Verdict } from './judge.js';
import { type Written, writeHousehold } from './writeHousehold.js';
import { recordWritten } from './written.js';

/** So many rows are written at a time; a household is never divided. */
const rowsAtOnce = 250;

/** Writes a checked file into the register, as one: rows with mistakes are left out, all others are written or none is. */
export async function commitBatch(ctx: Context, id: string, version: number): Promise<ImportBatch> {
  const batch = await holdBatch(ctx, id, version, [ImportState.CHECKED]);
  const em = await ctx.em();
  const content = contentOf((await sheetOf(em, batch)).content);
  const verdicts = await verdictsOf(ctx, batch, content.rows);
  demandUnchanged(content, verdicts);
  demandSomething(verdicts);
  ctx.note({ act: 'importBatchCommit', reason: batch.fileName });
  const { tenantId, id: batchId } = batch;
  for (const chunk of chunksOf(verdicts)) await writeChunk(em, ctx.today, { tenantId, batchId }, chunk);
  const now = await findBatch(ctx, batchId);
  Object.assign(now, countsOf(verdicts), { state: ImportState.COMMITTED, committedAt: new Date() });
  const sheet = await em.findOneOrFail(ImportSheet, { tenantId, batch: { tenantId, id: batchId } as never });
  sheet.content = failedContent(now, content, verdicts);
  await em.flush();
  return now;
}

/** What was shown and agreed to is what is written: if the register has moved since, the file is checked again. */
function demandUnchanged(content: SheetContent, verdicts: readonly Verdict[]): void {
  const isSame = verdicts.every(
    (verdict, i) => JSON.stringify(resultOf(verdict)) === JSON.stringify(content.results[i]),
  );
  if (isSame) return;
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: '核对之后登记册有变化，请重新核对。',
    en: 'The register has changed since the check; check again.',
  });
}

function demandSomething(verdicts: readonly Verdict[]): void {
  if (verdicts.some(({ outcome }) => outcome === ImportOutcome.CREATE || outcome === ImportOutcome.UPDATE)) return;
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: '没有可导入的行：其余各行都已登记或有误。',
    en: 'There is nothing to write: every row is registered already or has mistakes.',
  });
}

/** The rows to be written, household by household, in portions. */
function chunksOf(verdicts: readonly Verdict[]): Verdict[][][] {
  const written = verdicts.filter(({ outcome }) => outcome !== ImportOutcome.FAIL);
  const chunks: Verdict[][][] = [];
  let rows = rowsAtOnce;
  for (const group of Map.groupBy(written, ({ draft }) => draft.code).values()) {
    if (group.every(({ outcome }) => outcome === ImportOutcome.SKIP)) continue;
    if (rows + group.length > rowsAtOnce) {
      chunks.push([]);
      rows = 0;
    }
    chunks.at(-1)?.push(group);
    rows += group.length;
  }
  return chunks;
}

async function writeChunk(
  em: EntityManager,
  today: string,
  of: { tenantId: number; batchId: string },
  chunk: readonly Verdict[][],
): Promise<void> {
  const found = await knownRecords(em, of.tenantId, chunk.flat());
  const written = chunk.flatMap((group): Written[] => writeHousehold(em, { ...of, ...found, today }, group));
  await em.flush();
  recordWritten(em, of, written);
  await em.flush();
  em.clear();
}

/** The households and people of a portion that the register has already. */
async function knownRecords(em: EntityManager, tenantId: number, verdicts: readonly Verdict[]) {
  const ids = (all: readonly (string | undefined)[]) => [...new Set(all.flatMap((id) => id ?? []))];
  const householdIds = ids(verdicts.map(({ household }) => household?.id));
  const personIds = ids(verdicts.map(({ person, changes }) => (changes.length > 0 ? person?.id : undefined)));
  const households = await em.find(Household, { tenantId, id: { $in: householdIds } });
  const people = await em.find(Person, { tenantId, id: { $in: personIds } });
  return {
    households: new Map(households.map((household) => [household.id, household])),
    people: new Map(people.map((person) => [person.id, person])),
  };
}

/** All that stays of a file: the rows that were left out, with their mistakes, and no number in full. Null: none was. */
function failedContent(batch: ImportBatch, content: SheetContent, verdicts: readonly Verdict[]): string | null {
  const left = verdicts.flatMap((verdict, i) => {
    const row = content.rows[i];
    return row && verdict.outcome === ImportOutcome.FAIL ? [{ row, verdict }] : [];
  });
  if (left.length === 0) return null;
  return sealedContent({
    rows: left.map(({ row }) => ({
      ...row,
      cells: row.cells.map((cell, i) => maskedCell(batch.columns[i]?.field, cell)),
    })),
    results: left.map(({ verdict }) => resultOf(verdict)),
  });
}

/** A cell as it may be shown and kept; a column that nobody named may hold a number as well. */
export function maskedCell(field: ImportField | null | undefined, cell: string): string {
  if (cell === '' || cell.includes('****')) return cell;
  if (field === ImportField.ID_NUMBER) return cell.length > 8 ? maskedIdNumber(cell) : '****';
  if (field === ImportField.PHONE) return cell.length > 7 ? maskedPhone(cell) : '****';
  return cell.replace(/\d{6,}[\dXx]*/g, (run) => (run.length >= 11 ? `${run.slice(0, 4)}****${run.slice(-2)}` : run));
}
