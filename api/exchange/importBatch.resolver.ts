import { Int } from 'type-graphql';
import {
  askerOf,
  type Context,
  type FieldFacts,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { type FieldChange, type Language, unsealed } from '../kernel/index.js';
import { code, type Row, type Sql, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { commitBatch, maskedCell } from './commit.service.js';
import { correctBatch } from './correct.service.js';
import {
  ImportBatchCheckInput,
  ImportBatchCorrectInput,
  ImportBatchFilter,
  ImportBatchOrder,
} from './importBatch.input.js';
import { ImportBatch, ImportColumn } from './importBatch.js';
import { checkBatch } from './importBatch.service.js';
import { ImportCorrection } from './importCorrection.js';
import { ImportField } from './importField.js';
import { type ImportFault, ImportOutcome, ImportRow, type RowResult } from './importRow.js';
import { contentOf, ImportSheet, type SheetRow } from './importSheet.js';
import { importBatchList } from './list.js';
import { undoBatch } from './undo.service.js';

const permission = 'import.run';

interface RowsAsked {
  outcome?: ImportOutcome | null;
  first?: number | null;
  offset?: number | null;
}

/** Files of households and people: those that were read, one of them, and the acts on it. The file itself comes beside GraphQL. */
export const importBatches = new RecordResolver(ImportBatch, 'importBatch', 'importBatches')
  .list({
    list: importBatchList,
    filter: ImportBatchFilter,
    order: ImportBatchOrder,
    permission,
    says: 'Files of households and people that were read in, newest first （导入批次清单）.',
  })
  .lookUp({ list: importBatchList, permission, says: 'One file, null when there is none within reach （导入批次）.' })
  .act({
    name: 'importBatchCheck',
    permission,
    says: 'Tries a file out by what its columns mean; nothing of the register is written （核对）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(ImportBatchCheckInput, 'What the columns mean.') },
    run: (ctx, { id, version, input }) => checkBatch(ctx, id, version, input),
  })
  .act({
    name: 'importBatchCorrect',
    permission,
    says: 'Corrects a cell of a checked file and checks again what hangs on it; nothing of the register is written （改正）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(ImportBatchCorrectInput, 'The cell.') },
    run: (ctx, { id, version, input }) => correctBatch(ctx, id, version, input),
  })
  .act({
    name: 'importBatchCommit',
    permission,
    says: 'Writes a checked file into the register as one; rows with mistakes are left out （导入）.',
    takes: { id: takesId, version: takesVersion },
    run: (ctx, { id, version }) => commitBatch(ctx, id, version),
  })
  .act({
    name: 'importBatchUndo',
    permission,
    says: 'Takes a batch back as a whole while nothing hangs on it （撤销导入）.',
    takes: { id: takesId, version: takesVersion, reason: takesReason },
    run: (ctx, { id, version, reason }) => undoBatch(ctx, id, version, reason),
  })
  .field('station', stationField('Under which station its households stand （导入单位）.'))
  .reference('sameAs', {
    type: () => ImportBatch,
    permission,
    says: 'An earlier batch of the very same file that stands in the register （相同文件的批次）.',
  })
  .field('columns', {
    type: () => [ImportColumn],
    says: 'Its columns with what they mean （列对应）.',
    reads: code(
      (row) => ({ columns: row.column('columns') }),
      (needs: { columns: ImportColumn[] }) => needs.columns,
    ),
    resolve: (batch) => batch.columns,
  })
  .children('corrections', {
    type: () => ImportCorrection,
    by: 'batch',
    order: [
      ['createdAt', 'asc'],
      ['id', 'asc'],
    ],
    permission,
    says: 'Cells that were corrected here, in order （改正记录）.',
  })
  .field('rows', {
    type: () => [ImportRow],
    says: 'Its rows in order, a page of them; none once the file is written, but for those with mistakes （行）.',
    takes: {
      outcome: takes<ImportOutcome | null>(() => ImportOutcome, 'Only rows that come to this.', { isNullable: true }),
      first: takes<number | null>(() => Int, 'How many rows, 0 to 100; 25 when left out.', { isNullable: true }),
      offset: takes<number | null>(() => Int, 'How many rows to pass over.', { isNullable: true }),
    },
    reads: code(
      (row) => ({ columns: row.column('columns'), content: contentSql(row) }),
      (needs: Pick<ImportBatch, 'columns'> & { content: string | null }, asker, args: RowsAsked) =>
        rowsOf(needs, needs.content, args, asker.language as Language),
    ),
    resolve: async (
      batch,
      ctx: Context,
      outcome: ImportOutcome | null,
      first: number | null,
      offset: number | null,
    ) => {
      const { tenantId, id } = batch;
      const sheet = await (await ctx.em()).findOne(ImportSheet, { tenantId, batch: { tenantId, id } as never });
      return rowsOf(batch, sheet?.content ?? null, { outcome, first, offset }, askerOf(ctx).language as Language);
    },
  });

/** Cells that were corrected; numbers are masked. */
export const importCorrections = new RecordResolver(ImportCorrection, 'importCorrection')
  .field('before', saidIn('before', 'What stood in the cell, numbers masked; null once emptied （原内容）.'))
  .field('after', saidIn('after', 'What was written there, numbers masked; null once emptied （改为）.'));

function saidIn(which: 'before' | 'after', says: string): FieldFacts<ImportCorrection> {
  return {
    type: () => String,
    says,
    isNullable: true,
    reads: code(
      (row) => ({ field: row.column('field'), value: row.column(which) }),
      ({ field, value }: { field: ImportField; value: string | null }) => masked(field, value),
    ),
    resolve: (correction) => masked(correction.field, correction[which]),
  };
}

function masked(field: ImportField, value: string | null): string | null {
  return value === null ? null : maskedCell(field, unsealed(value));
}

function contentSql(row: Row): Sql {
  const sheet = row.scope.table(ImportSheet);
  return sql`(select ${sheet.column('content')} from ${sheet.from} where ${sheet.pin} and ${sheet.column('batch')} = ${row.column('id')})`;
}

function rowsOf(
  { columns }: Pick<ImportBatch, 'columns'>,
  content: string | null,
  { outcome, first, offset }: RowsAsked,
  language: Language,
): ImportRow[] {
  const { rows, results } = contentOf(content);
  const all = rows.map((row, i) => ({ row, result: results[i] }));
  const wanted = outcome ? all.filter(({ result }) => result?.outcome === outcome) : all;
  const from = offset ?? 0;
  return wanted.slice(from, from + (first ?? 25)).map(({ row, result }) => shownRow(columns, row, result, language));
}

function shownRow(
  columns: readonly ImportColumn[],
  { number, cells }: SheetRow,
  result: RowResult | undefined,
  language: Language,
): ImportRow {
  const cell = (field: ImportField) => cells[columns.findIndex((column) => column.field === field)] || null;
  return {
    number,
    householdCode: cell(ImportField.HOUSEHOLD_CODE),
    name: cell(ImportField.NAME),
    outcome: result?.outcome ?? null,
    faults: (result?.faults ?? []).map(({ field, code: kind, says, suggestion }): ImportFault => {
      const at = columns.findIndex((column) => column.field === field);
      const value = at < 0 ? null : maskedCell(field, cells[at] ?? '') || null;
      return {
        field,
        column: at < 0 ? null : at + 1,
        value,
        code: kind,
        message: says[language],
        suggestion: suggestion ?? null,
      };
    }),
    changes: (result?.changes ?? []).map((change): FieldChange => ({ ...change })),
  };
}
