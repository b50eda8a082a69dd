import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, demand, lockRecord } from '../access/index.js';
import { stationRef } from '../households/index.js';
import { Check, ErrorCode, mistake, newId, notFound, stale } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { User } from '../tenancy/index.js';
import { draftOf } from './draft.js';
import type { ImportBatchCheckInput } from './importBatch.input.js';
import { ImportBatch, ImportState } from './importBatch.js';
import { allFields, fieldFacts, type ImportField } from './importField.js';
import { headerHash, ImportMapping } from './importMapping.js';
import { ImportOutcome, type RowResult } from './importRow.js';
import { contentOf, ImportSheet, type SheetContent, type SheetRow, sealedContent } from './importSheet.js';
import { judge, type Verdict } from './judge.js';
import { lookUp } from './known.js';
import { importBatchList } from './list.js';
import { headingOf, shiftedField } from './shift.js';
import { villagesOf } from './villages.js';

/** A batch within the asker's reach; NOT_FOUND otherwise. */
export async function findBatch(ctx: Context, id: string): Promise<ImportBatch> {
  const walls = await conditionsOf(importBatchList, askerOf(ctx), null);
  const found = isUuid(id) ? await (await ctx.em()).findOne(ImportBatch, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound({ zh: '导入批次', en: 'import batch' });
  return found;
}

/** A batch in hand for an act: within reach, in the version that was seen and in a state that allows it. One act at a time. */
export async function holdBatch(
  ctx: Context,
  id: string,
  version: number,
  states: readonly ImportState[],
): Promise<ImportBatch> {
  await lockRecord(ctx, ImportBatch, id);
  const batch = await findBatch(ctx, id);
  demand(actorOf(ctx), 'import.run', { stationId: batch.station.id });
  demand(actorOf(ctx), 'household.edit', { stationId: batch.station.id });
  if (batch.version !== version) throw stale(batch.version);
  if (!states.includes(batch.state)) throw mistake(null, ErrorCode.WRONG_STATE, wrongState[batch.state]);
  return batch;
}

const wrongState = {
  UPLOADED: { zh: '请先核对。', en: 'Check the file first.' },
  CHECKED: { zh: '尚未导入。', en: 'It has not been written yet.' },
  COMMITTED: { zh: '该批次已经导入。', en: 'The batch is written already.' },
  UNDONE: { zh: '该批次已经撤销。', en: 'The batch was taken back already.' },
};

/** The rows of a batch, which must still be there. */
export async function sheetOf(em: EntityManager, batch: ImportBatch): Promise<ImportSheet> {
  const { tenantId, id } = batch;
  const sheet = await em.findOne(ImportSheet, { tenantId, batch: { tenantId, id } as never });
  if (!sheet?.content)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '文件内容已清除，请重新上传。',
      en: 'The rows of the file are gone; upload it again.',
    });
  return sheet;
}

/** Tries a file out: what would be made, changed, passed over and refused. Nothing of the register is written. */
export async function checkBatch(
  ctx: Context,
  id: string,
  version: number,
  input: ImportBatchCheckInput,
): Promise<ImportBatch> {
  const batch = await holdBatch(ctx, id, version, [ImportState.UPLOADED, ImportState.CHECKED]);
  const em = await ctx.em();
  const sheet = await sheetOf(em, batch);
  const columns = checkedColumns(batch, input);
  ctx.note({ act: 'importBatchCheck' });
  batch.columns = batch.columns.map((column, i) => ({ ...column, field: columns[i] ?? null }));
  await tryOut(ctx, batch, sheet, contentOf(sheet.content));
  await remember(ctx, em, batch, columns);
  await em.flush();
  return batch;
}

/** Judges the rows of a batch, or some of them anew, and writes down what would come of each and of all together. */
export async function tryOut(
  ctx: Context,
  batch: ImportBatch,
  sheet: ImportSheet,
  { rows, results, again = rows.map((_, i) => i) }: SheetContent & { again?: readonly number[] },
): Promise<void> {
  const columns = batch.columns.map(({ field }) => field);
  const verdicts = await verdictsOf(
    ctx,
    batch,
    again.flatMap((i) => rows[i] ?? []),
  );
  const judged = new Map(again.map((at, i) => [at, verdicts[i]]));
  const now = rows.map((_, i) => resultOf((judged.get(i) ?? results[i]) as RowResult));
  const shifted = shiftedField(rows, columns, now);
  Object.assign(batch, countsOf(now), {
    state: ImportState.CHECKED,
    checkedAt: new Date(),
    isShifted: shifted !== null,
    shiftedColumn: shifted && headingOf(shifted, batch.columns),
  });
  sheet.content = sealedContent({ rows, results: now });
}

/** Judges the rows of a file against the register as it is now. */
export async function verdictsOf(ctx: Context, batch: ImportBatch, rows: readonly SheetRow[]): Promise<Verdict[]> {
  const columns = batch.columns.map(({ field }) => field);
  const drafts = rows.map((row) => draftOf(row, columns, ctx.today));
  const [known, villages] = [await lookUp(ctx, drafts), await villagesOf(ctx, batch.station.id)];
  return judge(drafts, { tenantId: batch.tenantId, known, villages });
}

/** What is kept of a verdict. */
export function resultOf({ outcome, faults, changes, opens }: RowResult): RowResult {
  return { outcome, faults, changes, opens };
}

/** How many rows come to what, as a batch tells it. */
export function countsOf(results: readonly RowResult[]) {
  const count = (outcome: ImportOutcome) => results.filter((one) => one.outcome === outcome).length;
  return {
    createdCount: count(ImportOutcome.CREATE),
    updatedCount: count(ImportOutcome.UPDATE),
    skippedCount: count(ImportOutcome.SKIP),
    failedCount: count(ImportOutcome.FAIL),
    householdCount: new Set(results.flatMap(({ opens }) => opens ?? [])).size,
  };
}

/** What each column means, by its place; each field at most once, and those there that a file cannot do without. */
function checkedColumns(batch: ImportBatch, input: ImportBatchCheckInput): (ImportField | null)[] {
  const check = new Check();
  const columns = batch.columns.map((): ImportField | null => null);
  for (const [i, { number, field }] of input.columns.entries()) {
    const path = `columns.${i}`;
    check.that(number >= 1 && number <= columns.length, `${path}.number`, ErrorCode.OUT_OF_RANGE, {
      zh: `文件只有 ${columns.length} 列。`,
      en: `The file has ${columns.length} columns.`,
    });
    check.that(!columns.includes(field), `${path}.field`, ErrorCode.TAKEN, {
      zh: `“${fieldFacts[field].says.zh}”已对应另一列。`,
      en: `${fieldFacts[field].says.en} is another column already.`,
    });
    if (number >= 1 && number <= columns.length) columns[number - 1] = field;
  }
  for (const field of allFields.filter((one) => fieldFacts[one].isNeeded && !columns.includes(one)))
    check.add('columns', ErrorCode.REQUIRED, {
      zh: `请指定“${fieldFacts[field].says.zh}”是哪一列。`,
      en: `Say which column is the ${fieldFacts[field].says.en.toLowerCase()}.`,
    });
  check.done();
  return columns;
}

/** The next file with these headings is understood as this one was. */
async function remember(
  ctx: Context,
  em: EntityManager,
  batch: ImportBatch,
  fields: (ImportField | null)[],
): Promise<void> {
  const { tenantId, id: userId } = actorOf(ctx);
  const [station, user] = [
    { tenantId, id: batch.station.id },
    { tenantId, id: userId },
  ];
  const hash = headerHash(batch.columns.map(({ heading }) => heading));
  const known = await em.findOne(ImportMapping, {
    tenantId,
    station: station as never,
    user: user as never,
    headerHash: hash,
  });
  if (known) {
    known.fields = fields;
    return;
  }
  const at = stationRef(em, tenantId, batch.station.id);
  em.persist(
    em.create(ImportMapping, {
      tenantId,
      id: newId(),
      station: at,
      user: userRef(em, tenantId, userId),
      headerHash: hash,
      fields,
    }),
  );
}

function userRef(em: EntityManager, tenantId: number, id: string): never {
  return em.getReference(User, [tenantId, id] as never, { wrapped: true }) as never;
}
