import writeXlsxFile, { type Feature, type SheetData } from 'write-excel-file/node';
import { actorOf, askerOf, type Context, demand } from '../access/index.js';
import { notFound } from '../kernel/index.js';
import { findStanding } from '../tenancy/index.js';
import { relationWords, statusWords } from './cellValue.js';
import { maskedCell } from './commit.service.js';
import { findBatch } from './importBatch.service.js';
import { allFields, fieldFacts, type ImportField } from './importField.js';
import { ImportOutcome } from './importRow.js';
import { contentOf, ImportSheet } from './importSheet.js';
import { villagesOf } from './villages.js';

/** A file that goes out. */
export interface Download {
  name: string;
  bytes: Buffer;
  /** What the security log says of it; null where it tells nothing of anybody. */
  exported: string | null;
}

const lists = '选项';
/** So many rows of the template have drop-downs. */
const preparedRows = 5_000;

/** An empty file with the headings, drop-downs and what is to be written in each column. */
export async function templateFor(ctx: Context, stationId: string): Promise<Download> {
  askerOf(ctx).demand('import.run');
  const station = await findStanding(ctx, stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'import.run', { stationId: station.id });
  const { names } = await villagesOf(ctx, station.id);
  const choices: Partial<Record<ImportField, readonly string[]>> = {
    VILLAGE: names,
    STATUS: Object.values(statusWords).map(([word = '']) => word),
    RELATION: Object.values(relationWords).map(([word = '']) => word),
    SEX: ['男', '女'],
    CAN_WORK: ['是', '否'],
    IS_STUDENT: ['是', '否'],
  };
  const headings = allFields.map((field) => heading(fieldFacts[field].says.zh));
  const sample = allFields.map(() => ({ type: String, format: '@' }));
  const hints = allFields.map((field) => [text(fieldFacts[field].says.zh), text(fieldFacts[field].hint)]);
  const bytes = await writeXlsxFile(
    [
      {
        data: [headings, sample] as SheetData,
        sheet: '户和人',
        columns: allFields.map(() => ({ width: 16 })),
        stickyRowsCount: 1,
      },
      {
        data: [[heading('列'), heading('怎么填')], ...hints],
        sheet: '填写说明',
        columns: [{ width: 16 }, { width: 60 }],
      },
      { data: optionRows(choices), sheet: lists, columns: allFields.map(() => ({ width: 16 })) },
    ] as never,
    { features: [asText, dropDowns(choices)] } as never,
  ).toBuffer();
  return { name: '户和人导入模板.xlsx', bytes, exported: null };
}

/** The rows of a batch that have mistakes, each with its reason; numbers masked, every cell a text. */
export async function failedRows(ctx: Context, batchId: string): Promise<Download> {
  askerOf(ctx).demand('import.run');
  const batch = await findBatch(ctx, batchId);
  const { tenantId, id } = batch;
  const sheet = await (await ctx.em()).findOne(ImportSheet, { tenantId, batch: { tenantId, id } as never });
  const { rows, results } = contentOf(sheet?.content ?? null);
  const failed = rows.flatMap((row, i) => {
    const result = results[i];
    if (result?.outcome !== ImportOutcome.FAIL) return [];
    const cells = batch.columns.map(({ field }, at) => text(maskedCell(field, row.cells[at] ?? '')));
    const reasons = result.faults.map(({ field, says, suggestion }) => {
      const may = suggestion ? `（是否为“${suggestion}”？）` : '';
      return `${fieldFacts[field].says.zh}：${says.zh}${may}`;
    });
    return [[text(String(row.number)), ...cells, text(reasons.join(' '))]];
  });
  const headings = ['原行号', ...batch.columns.map((column) => column.heading), '原因'].map(heading);
  const columns = headings.map((_, i) => ({ width: i === headings.length - 1 ? 60 : 16 }));
  const bytes = await writeXlsxFile(
    [headings, ...failed] as SheetData,
    { sheet: '未导入的行', columns, stickyRowsCount: 1 } as never,
  ).toBuffer();
  return { name: '未导入的行.xlsx', bytes, exported: `import batch ${id}: ${failed.length} rows with mistakes` };
}

/** A text cell: what looks like a formula is marked as none, for the day when somebody saves the file as CSV. */
function text(value: string) {
  return { type: String, format: '@', value: /^[=+@\t\r-]/.test(value) ? `'${value}` : value };
}

function heading(value: string) {
  return { ...text(value), fontWeight: 'bold' as const };
}

type Choices = Partial<Record<ImportField, readonly string[]>>;

function optionRows(choices: Choices): SheetData {
  const most = Math.max(...Object.values(choices).map((words) => words.length));
  const below = Array.from({ length: most }, (_, i) => allFields.map((field) => text(choices[field]?.[i] ?? '')));
  return [allFields.map((field) => heading(fieldFacts[field].says.zh)), ...below] as SheetData;
}

/** Whole columns of the first sheet are text, as its one prepared row is, so that no identity number is taken for a number. */
const asText = onFirstSheet((content) => {
  const style = /<c r="A2"[^>]*\bs="(\d+)"/.exec(content)?.[1];
  return style === undefined ? content : content.replaceAll('<col ', `<col style="${style}" `);
});

function onFirstSheet(change: (content: string) => string): Feature<never> {
  const transform = (content: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) =>
    sheetIndex === 0 ? change(content) : content;
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } } as unknown as Feature<never>;
}

/** The library has no drop-downs of its own; they are a part of the sheet's XML that stands right behind its rows. */
function dropDowns(choices: Choices): Feature<never> {
  const rules = allFields.flatMap((field, i) => {
    const words = choices[field] ?? [];
    if (words.length === 0) return [];
    const letter = String.fromCharCode(65 + i);
    const from = `${lists}!$${letter}$2:$${letter}$${words.length + 1}`;
    return `<dataValidation type="list" allowBlank="1" sqref="${letter}2:${letter}${preparedRows + 1}"><formula1>${from}</formula1></dataValidation>`;
  });
  const xml = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return onFirstSheet((content) => content.replace('</sheetData>', `</sheetData>${xml}`));
}
