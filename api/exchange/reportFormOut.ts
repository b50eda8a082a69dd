import writeXlsxFile from 'write-excel-file/node';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { type FilledCell, type FilledForm, fillForm } from '../reports/index.js';
import type { Download } from './downloads.js';
import { inShanghai } from './shanghai.js';

/** A form filled in, as a workbook in the layout that was asked for; a second sheet says for when, for whom and by whom. */
export async function filledForm(
  ctx: Context,
  id: string,
  asked: { period?: string | null; asOf?: string | null; within?: string | null },
): Promise<Download> {
  const asker = askerOf(ctx);
  for (const permission of ['export.run', 'reportForm.read']) asker.demand(permission);
  const form = await fillForm(ctx, id, asked);
  const bytes = await writeXlsxFile(
    [
      { data: rowsOf(form), sheet: sheetName(form.title), columns: form.widths.map((width) => ({ width })) },
      {
        data: factsOf(ctx, form),
        sheet: ctx.language === 'zh' ? '说明' : 'About',
        columns: [{ width: 18 }, { width: 60 }],
      },
    ] as never,
    {} as never,
  ).toBuffer();
  const told = `form ${id} as of ${form.asOf}: ${form.cells.filter(({ figure }) => figure).length} figures`;
  return { name: `${form.title} ${form.asOf}.xlsx`, bytes, exported: told };
}

/** The cells row by row; what a block covers besides its first cell is left free, as the library wants it. */
function rowsOf({ rowCount, widths, cells }: FilledForm): unknown[][] {
  const rows: unknown[][] = Array.from({ length: rowCount }, () => widths.map(() => null));
  for (const cell of cells) {
    const row = rows[cell.row - 1];
    if (row) row[cell.column - 1] = cellOf(cell);
  }
  return rows;
}

function cellOf({ text, figure, isHead, rowSpan, columnSpan }: FilledCell) {
  const spans = { ...(rowSpan > 1 && { rowSpan }), ...(columnSpan > 1 && { columnSpan }) };
  const look = { borderStyle: 'thin', alignVertical: 'center', wrap: true, ...spans };
  const number = figure ? numberOf(text) : null;
  if (number !== null) return { ...look, type: Number, value: number.value, format: number.format, align: 'right' };
  return { ...look, type: String, value: text, ...(isHead && { align: 'center', fontWeight: 'bold' }) };
}

/** The number that a figure's text is; a figure that is withheld or too long for a spreadsheet stays a text. */
function numberOf(text: string): { value: number; format: string } | null {
  const plain = text.replaceAll(',', '');
  if (!/^-?\d+(\.\d+)?$/.test(plain) || plain.replace(/\D/g, '').length > 15) return null;
  const [, parts = ''] = plain.split('.');
  return { value: Number(plain), format: parts === '' ? '0' : `0.${'0'.repeat(parts.length)}` };
}

/** Excel allows 31 characters, and none of a few marks. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']+/g, ' ').slice(0, 31);
}

function factsOf(ctx: Context, { title, from, to, asOf, cells }: FilledForm): unknown[][] {
  const { name, account } = actorOf(ctx);
  const outside = cells.filter(({ figure }) => figure?.isOutside).length;
  const isChinese = ctx.language === 'zh';
  const facts: [string, string, string][] = [
    ['报表', 'Form', title],
    ['统计期间', 'Period', `${from} – ${to}`],
    ['截至日', 'As of', asOf],
    ['权限之外的数', 'Figures outside your rights', String(outside)],
    ['导出时间', 'Taken out at', `${inShanghai(new Date())}${isChinese ? '（北京时间）' : ' (Beijing time)'}`],
    ['导出人', 'Taken out by', `${name}${isChinese ? `（${account}）` : ` (${account})`}`],
  ];
  return facts.map(([zh, en, value]) => [
    { type: String, value: isChinese ? zh : en, fontWeight: 'bold' },
    { type: String, value },
  ]);
}
