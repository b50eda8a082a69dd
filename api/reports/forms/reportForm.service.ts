import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, idempotent } from '../../access/index.js';
import { stationRef } from '../../households/index.js';
import { Check, ErrorCode, newId } from '../../kernel/index.js';
import type { FigureWanted } from '../templates/figure.js';
import { holdInUse, type TemplateKind } from '../templates/retiring.js';
import { checkedTemplate, checkQuestions, figuresIn, lineWord, wholeWords } from '../templates/template.js';
import { checkedPeriod, stationFor } from '../templates/writing.js';
import { type ReportFormInput, reportFormList } from './reportForm.input.js';
import { type FormCell, ReportForm } from './reportForm.js';
import { checkCells, most, placeOf } from './sheet.js';

export const formSays = { zh: '报表', en: 'form' };
export const formKind: TemplateKind<ReportForm> = {
  name: 'reportForm',
  list: reportFormList,
  permission: 'reportForm.edit',
  says: formSays,
};

/** What is kept of a form. */
export interface NewForm extends Pick<ReportForm, 'tenantId' | 'title' | 'period' | 'rowCount' | 'eachRow' | 'cells'> {
  stationId: string;
  widths: readonly number[];
}

/** Enters a form; the caller flushes. */
export function registerForm(em: EntityManager, { stationId, widths, ...made }: NewForm): ReportForm {
  const station = stationRef(em, made.tenantId, stationId);
  const form = em.create(ReportForm, { id: newId(), station, widths: widths.join(','), ...made });
  em.persist(form);
  return form;
}

/** Lays a form out, once per key. */
export async function createForm(ctx: Context, input: ReportFormInput, key?: string | null): Promise<ReportForm> {
  const em = await ctx.em();
  const checked = await checkedForm(ctx, input);
  ctx.note({ act: 'reportFormCreate' });
  const make = async () => {
    const form = registerForm(em, checked);
    await em.flush();
    return form;
  };
  const find = (id: string) => findIn(ctx, reportFormList, id, formSays);
  return idempotent(ctx, { key, act: 'reportFormCreate', input, make, find });
}

/** Lays a form out anew, in the version that was seen. */
export async function updateForm(
  ctx: Context,
  id: string,
  version: number,
  input: ReportFormInput,
): Promise<ReportForm> {
  const em = await ctx.em();
  const form = await holdInUse(ctx, formKind, { id, version });
  const { stationId, widths, ...checked } = await checkedForm(ctx, input);
  ctx.note({ act: 'reportFormUpdate' });
  em.assign(form, { ...checked, widths: widths.join(','), station: stationRef(em, form.tenantId, stationId) });
  await em.flush();
  return form;
}

/** A form whose every cell is on its sheet and whose every figure the catalogue knows; otherwise all that is wrong with it. */
async function checkedForm(ctx: Context, input: ReportFormInput): Promise<NewForm> {
  const stationId = await stationFor(ctx, formKind, input.stationId);
  const { tenantId } = actorOf(ctx);
  const check = new Check();
  const title = check.text('title', input.title, 60);
  const period = checkedPeriod(check, input.period);
  const { widths, rowCount } = input;
  const eachRow = input.eachRow ?? null;
  check.range('rowCount', rowCount, 1, most.rows).range('eachRow', eachRow, 1, Math.max(1, rowCount));
  checkBounds(check, input);
  check.done();
  const cells = await checkedCells(ctx, check, input, eachRow);
  checkCells(check, { widths, rowCount, eachRow }, cells);
  check.done();
  return { tenantId, stationId, title, period, widths, rowCount, eachRow, cells };
}

function checkBounds(check: Check, { widths, cells }: ReportFormInput): void {
  const isWide =
    widths.length >= 1 && widths.length <= most.columns && widths.every((one) => one >= 1 && one <= most.width);
  check.that(isWide, 'widths', ErrorCode.OUT_OF_RANGE, {
    zh: `须有 1 至 ${most.columns} 列，每列宽 1 至 ${most.width} 个字符。`,
    en: `A form has 1 to ${most.columns} columns, each 1 to ${most.width} characters wide.`,
  });
  check.that(cells.length >= 1 && cells.length <= most.cells, 'cells', ErrorCode.OUT_OF_RANGE, {
    zh: `须有 1 至 ${most.cells} 个单元格。`,
    en: `A form has 1 to ${most.cells} cells.`,
  });
}

async function checkedCells(
  ctx: Context,
  check: Check,
  input: ReportFormInput,
  eachRow: number | null,
): Promise<FormCell[]> {
  const cells: FormCell[] = [];
  let isCounted = eachRow === null;
  const wanted: FigureWanted[] = [];
  for (const [i, { at, to, text: given, isHead }] of input.cells.entries()) {
    const text = check.text(`cells.${i}.text`, given, 500);
    const isRepeated = eachRow !== null && placeOf(at)?.row === eachRow;
    const words = isRepeated ? [...wholeWords, lineWord] : wholeWords;
    const template = await checkedTemplate(ctx, check, `cells.${i}.text`, text, words);
    const figures = figuresIn(template);
    wanted.push(...figures);
    isCounted ||= isRepeated && figures.length > 0;
    check.that(!isRepeated || figures.every(({ within }) => within === null), `cells.${i}.text`, ErrorCode.INVALID, {
      zh: '逐行展开的行按各行单位统计，不能再写 within。',
      en: 'A repeated row counts each of its lines; `within` has no place there.',
    });
    cells.push({ at, ...(to && to !== at && { to }), text, isHead });
  }
  check.that(isCounted, 'eachRow', ErrorCode.INVALID, {
    zh: `第 ${eachRow} 行没有指标，无法逐行展开。`,
    en: `Row ${eachRow} has no figure, so there is nothing to repeat it for.`,
  });
  checkQuestions(check, 'cells', wanted);
  return cells;
}
