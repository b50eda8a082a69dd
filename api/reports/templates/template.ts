import type { Context } from '../../access/index.js';
import { type Check, ErrorCode } from '../../kernel/index.js';
import { directory } from '../../tenancy/index.js';
import { type FigureWanted, figureWanted, unknown } from './figure.js';
import { type Fault, type Placeholder, parse } from './syntax.js';

/** Words that a text may hold besides figures: they are said of the whole. */
export const wholeWords = ['station', 'period', 'from', 'to', 'asOf'] as const;
/** What the line of a repeated row is called. */
export const lineWord = 'line';

/** A part of a template: plain text, a figure, or a word. */
export type TemplatePart = string | { figure: FigureWanted } | { word: string };

/** A template taken apart, with everything that is wrong with it. */
export interface Template {
  parts: TemplatePart[];
  faults: Fault[];
}

/** How many figures a text may ask for. */
const mostFigures = 60;

/** Takes a template apart; `words` are those that it may use. */
export function templateOf(text: string, words: readonly string[] = wholeWords): Template {
  const { parts, faults } = parse(text);
  const read = parts.map((part) => (typeof part === 'string' ? { part, faults: [] } : readPart(part, words)));
  const found = read.flatMap(({ part }) => (part === null ? [] : [part]));
  const all = [...faults, ...read.flatMap((one) => one.faults)];
  const [tooMany] = parts.filter((part) => typeof part !== 'string').slice(mostFigures) as Placeholder[];
  if (tooMany)
    all.push({
      at: tooMany.name.at,
      says: { zh: `一段文字最多写 ${mostFigures} 个指标。`, en: `A text asks for at most ${mostFigures} figures.` },
    });
  return { parts: found, faults: all.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column) };
}

function readPart(part: Placeholder, words: readonly string[]): { part: TemplatePart | null; faults: Fault[] } {
  const { name, parameters } = part;
  if (name.text.includes('.')) {
    const { wanted, faults } = figureWanted(part);
    return { part: wanted && { figure: wanted }, faults };
  }
  if (!words.includes(name.text))
    return { part: null, faults: [{ at: name.at, says: unknown('词', 'word', name.text, words) }] };
  const [extra] = parameters;
  if (extra)
    return {
      part: null,
      faults: [
        {
          at: extra.name.at,
          says: { zh: `词 ${name.text} 没有参数。`, en: `The word ${name.text} takes no parameter.` },
        },
      ],
    };
  return { part: { word: name.text }, faults: [] };
}

/** The figures of a template. */
export function figuresIn({ parts }: Template): FigureWanted[] {
  return parts.flatMap((part) => (typeof part !== 'string' && 'figure' in part ? [part.figure] : []));
}

/** How many different questions a text or form may put to the catalogue; figures of one period, day, place and split are one. */
const mostQuestions = 40;

/** Refuses texts that would ask the catalogue too much. */
export function checkQuestions(check: Check, field: string, figures: readonly FigureWanted[]): void {
  const asked = figures.map(({ period, asOf, within, split }) => [period, asOf?.text, within?.text, split?.by]);
  const count = new Set(asked.map((one) => JSON.stringify(one))).size;
  check.that(count <= mostQuestions, field, ErrorCode.OUT_OF_RANGE, {
    zh: `各数的期间、截至日、单位、细分共有 ${count} 种组合，最多 ${mostQuestions} 种。`,
    en: `The figures have ${count} combinations of period, day, station and split; ${mostQuestions} is the most.`,
  });
}

/** What is wrong with a template that only the county knows: stations that it has not, and days to come. */
export async function faultsHere(ctx: Context, template: Template): Promise<Fault[]> {
  const tree = await directory(ctx);
  const codes = new Set(tree.idsOf(() => true).map((id) => tree.get(id)?.station.code));
  return figuresIn(template).flatMap(({ within, asOf }) => {
    if (within && !codes.has(within.text))
      return [
        {
          at: within.at,
          says: { zh: `本县没有代码为 ${within.text} 的单位。`, en: `This county has no station ${within.text}.` },
        },
      ];
    return asOf && asOf.text > ctx.today
      ? [{ at: asOf.at, says: { zh: '截至日不得晚于今天。', en: 'A report cannot be as of a future day.' } }]
      : [];
  });
}

/** Takes a template apart for saving: each fault becomes a mistake of the field, with its line and character. */
export async function checkedTemplate(
  ctx: Context,
  check: Check,
  field: string,
  text: string,
  words: readonly string[] = wholeWords,
): Promise<Template> {
  const template = templateOf(text, words);
  for (const { at, says } of [...template.faults, ...(await faultsHere(ctx, template))])
    check.add(field, ErrorCode.INVALID, {
      zh: `第 ${at.line} 行第 ${at.column} 个字：${says.zh}`,
      en: `Line ${at.line}, character ${at.column}: ${says.en}`,
    });
  return template;
}
