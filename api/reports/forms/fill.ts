import { type Context, findIn } from '../../access/index.js';
import type { ReportLine } from '../report.js';
import { Figures } from '../templates/figures.js';
import { figureText, type ReportFigure } from '../templates/reportFigure.js';
import { figuresIn, lineWord, type Template, templateOf, wholeWords } from '../templates/template.js';
import { type Whole, type WholeAsked, wholeOf, wordOf } from '../templates/whole.js';
import { FilledCell, FilledForm, reportFormList } from './reportForm.input.js';
import type { FormCell, ReportForm } from './reportForm.js';
import { formSays } from './reportForm.service.js';
import { addressOf, blockOf, widthsOf } from './sheet.js';

/** A cell with its text taken apart. */
interface Read {
  cell: FormCell;
  template: Template;
  isRepeated: boolean;
}

/** Fills a form in for a period, day and station: of its own, or others. */
export async function fillForm(ctx: Context, id: string, asked: WholeAsked): Promise<FilledForm> {
  const form = await findIn(ctx, reportFormList, id, formSays);
  const { period, station } = form;
  const whole = await wholeOf(ctx, { stationId: station.id, period, asOf: null }, asked);
  const read = form.cells.map((cell): Read => {
    const isRepeated = blockOf(cell).from.row === form.eachRow;
    return { cell, template: templateOf(cell.text, [...wholeWords, lineWord]), isRepeated };
  });
  const figures = new Figures(
    ctx,
    whole,
    read.flatMap(({ template }) => figuresIn(template)),
  );
  const lines = await linesOf(figures, read);
  const filling = new Filling(ctx, whole, figures, form, lines);
  const cells: FilledCell[] = [];
  for (const one of read) cells.push(...(await filling.cells(one)));
  return Object.assign(new FilledForm(), {
    ...whole.days,
    title: form.title,
    station: whole.station.station,
    widths: widthsOf(form.widths),
    rowCount: form.rowCount + filling.more,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
  });
}

/** The lines of the repeated row: those of its first figure. */
async function linesOf(figures: Figures, read: readonly Read[]): Promise<ReportLine[]> {
  const [first] = read.flatMap(({ template, isRepeated }) => (isRepeated ? figuresIn(template) : []));
  return first ? (await figures.linesOf(first)).map(({ line }) => line) : [];
}

/** What a cell holds: a text, and the figure where it is one alone. */
interface Content {
  text: string;
  figure: ReportFigure | null;
}

class Filling {
  constructor(
    private readonly ctx: Context,
    private readonly whole: Whole,
    private readonly figures: Figures,
    private readonly form: ReportForm,
    private readonly lines: readonly ReportLine[],
  ) {}

  /** How many rows the form has more than its layout; a repeated row without lines stays, and is empty. */
  get more(): number {
    return this.form.eachRow === null ? 0 : Math.max(this.lines.length, 1) - 1;
  }

  /** A cell of the layout as one cell, or as one in every line. */
  async cells(read: Read): Promise<FilledCell[]> {
    const { row } = blockOf(read.cell).from;
    if (!read.isRepeated) {
      const isBelow = this.form.eachRow !== null && row > this.form.eachRow;
      return [this.at(read.cell, isBelow ? this.more : 0, await this.content(read.template, null))];
    }
    const made: FilledCell[] = [];
    for (const [i, line] of this.lines.entries())
      made.push(this.at(read.cell, i, await this.content(read.template, line)));
    return made;
  }

  private async content({ parts }: Template, line: ReportLine | null): Promise<Content> {
    const texts: string[] = [];
    let only: ReportFigure | null = null;
    for (const part of parts) {
      if (typeof part === 'string') texts.push(part);
      else if ('word' in part) texts.push(wordOf(this.ctx, this.whole, part.word, line?.label));
      else {
        const { figure: wanted } = part;
        const all = line ? await this.figures.linesOf(wanted) : [];
        const inLine = all.find((one) => one.line.at?.id === line?.at?.id)?.figure ?? null;
        only = line ? inLine : await this.figures.of(wanted);
        texts.push(only ? figureText(only, wanted.per, this.ctx.language) : '');
      }
    }
    return { text: texts.join(''), figure: parts.length === 1 ? only : null };
  }

  private at({ at, to, isHead }: FormCell, shift: number, { text, figure }: Content): FilledCell {
    const block = blockOf({ at, to: to ?? null });
    const row = block.from.row + shift;
    const { column } = block.from;
    return Object.assign(new FilledCell(), {
      at: addressOf({ row, column }),
      ...{ row, column, isHead, text, figure },
      rowSpan: block.to.row - block.from.row + 1,
      columnSpan: block.to.column - column + 1,
    });
  }
}
