import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, idempotent } from '../../access/index.js';
import { stationRef } from '../../households/index.js';
import { Check, ErrorCode, newId } from '../../kernel/index.js';
import type { FigureWanted } from '../templates/figure.js';
import { Figures } from '../templates/figures.js';
import { figureText } from '../templates/reportFigure.js';
import { holdInUse, type TemplateKind } from '../templates/retiring.js';
import { checkedTemplate, checkQuestions, figuresIn, type Template, templateOf } from '../templates/template.js';
import { type Whole, type WholeAsked, wholeOf, wordOf } from '../templates/whole.js';
import { checkedPeriod, stationFor } from '../templates/writing.js';
import { type BriefInput, BriefPart, BriefReading, briefList } from './brief.input.js';
import { Brief } from './brief.js';

const says = { zh: '简报', en: 'brief' };
export const briefKind: TemplateKind<Brief> = { name: 'brief', list: briefList, permission: 'brief.edit', says };

/** What is kept of a brief. */
export interface NewBrief
  extends Pick<Brief, 'tenantId' | 'titleZh' | 'titleEn' | 'textZh' | 'textEn' | 'period' | 'asOf'> {
  stationId: string;
}

/** Enters a brief; the caller flushes. */
export function registerBrief(em: EntityManager, { stationId, ...made }: NewBrief): Brief {
  const brief = em.create(Brief, { id: newId(), station: stationRef(em, made.tenantId, stationId), ...made });
  em.persist(brief);
  return brief;
}

/** Writes a brief, once per key. */
export async function createBrief(ctx: Context, input: BriefInput, key?: string | null): Promise<Brief> {
  const em = await ctx.em();
  const checked = await checkedBrief(ctx, input);
  ctx.note({ act: 'briefCreate' });
  const make = async () => {
    const brief = registerBrief(em, checked);
    await em.flush();
    return brief;
  };
  const find = (id: string) => findIn(ctx, briefList, id, says);
  return idempotent(ctx, { key, act: 'briefCreate', input, make, find });
}

/** Writes a brief anew, in the version that was seen. */
export async function updateBrief(ctx: Context, id: string, version: number, input: BriefInput): Promise<Brief> {
  const em = await ctx.em();
  const brief = await holdInUse(ctx, briefKind, { id, version });
  const { stationId, ...checked } = await checkedBrief(ctx, input);
  ctx.note({ act: 'briefUpdate' });
  em.assign(brief, { ...checked, station: stationRef(em, brief.tenantId, stationId) });
  await em.flush();
  return brief;
}

/** A brief whose every figure the catalogue knows, in both languages the same; otherwise all that is wrong with it. */
async function checkedBrief(ctx: Context, input: BriefInput): Promise<NewBrief> {
  const stationId = await stationFor(ctx, briefKind, input.stationId);
  const check = new Check();
  const titleZh = check.text('titleZh', input.titleZh, 100);
  const titleEn = check.text('titleEn', input.titleEn, 200);
  const textZh = check.text('textZh', input.textZh, 5_000);
  const textEn = check.text('textEn', input.textEn, 8_000);
  const period = checkedPeriod(check, input.period);
  const asOf = input.asOf ?? null;
  check.that(asOf === null || asOf <= ctx.today, 'asOf', ErrorCode.OUT_OF_RANGE, {
    zh: '截至日不得晚于今天。',
    en: 'A report cannot be as of a future day.',
  });
  await checkedTemplate(ctx, check, 'titleZh', titleZh);
  await checkedTemplate(ctx, check, 'titleEn', titleEn);
  const zh = await checkedTemplate(ctx, check, 'textZh', textZh);
  const en = await checkedTemplate(ctx, check, 'textEn', textEn);
  if (zh.faults.length + en.faults.length === 0) checkSame(check, zh, en);
  checkQuestions(check, 'textZh', [...figuresIn(zh), ...figuresIn(en)]);
  check.done();
  const { tenantId } = actorOf(ctx);
  return { tenantId, stationId, titleZh, titleEn, textZh, textEn, period, asOf };
}

/** The two languages state the same figures, each perhaps in other words and multiples. */
function checkSame(check: Check, zh: Template, en: Template): void {
  const [inZh, inEn] = [figuresIn(zh), figuresIn(en)];
  const missing = (from: readonly FigureWanted[], field: string, others: readonly FigureWanted[]) => {
    const there = new Set(others.map(keyOf));
    for (const wanted of from.filter((one) => !there.has(keyOf(one)))) {
      const figure = [wanted.metric.key, wanted.split && `split=${wanted.split.by}:${wanted.split.value}`];
      const told = figure.filter(Boolean).join(' ');
      check.add(field, ErrorCode.INVALID, {
        zh: `另一语言写了 {${told}}，这里没有同样的数。`,
        en: `The other language states {${told}}, which is not stated here.`,
      });
    }
  };
  missing(inZh, 'textEn', inEn);
  missing(inEn, 'textZh', inZh);
}

function keyOf({ metric, period, asOf, within, split, unit }: FigureWanted): string {
  return JSON.stringify([metric.key, period, asOf?.text, within?.text, split, unit]);
}

/** A brief with its figures, for a period, day and station of its own or others. */
export async function readBrief(ctx: Context, id: string, asked: WholeAsked): Promise<BriefReading> {
  return reading(ctx, await findIn(ctx, briefList, id, says), asked);
}

/** What a brief would say that is not saved. */
export async function previewBrief(ctx: Context, input: BriefInput): Promise<BriefReading> {
  const { stationId, ...brief } = await checkedBrief(ctx, input);
  return reading(ctx, { ...brief, station: { id: stationId } }, {});
}

type Readable = Omit<NewBrief, 'stationId' | 'tenantId'> & { station: { id: string } };

async function reading(ctx: Context, brief: Readable, asked: WholeAsked): Promise<BriefReading> {
  const { station, period, asOf } = brief;
  const whole = await wholeOf(ctx, { stationId: station.id, period, asOf }, asked);
  const isChinese = ctx.language === 'zh';
  const [title, text] = [
    templateOf(isChinese ? brief.titleZh : brief.titleEn),
    templateOf(isChinese ? brief.textZh : brief.textEn),
  ];
  const figures = new Figures(ctx, whole, [...figuresIn(title), ...figuresIn(text)]);
  const parts = await partsOf(ctx, whole, text, figures);
  const joined = (all: readonly BriefPart[]) => all.map((part) => part.text).join('');
  return Object.assign(new BriefReading(), {
    ...whole.days,
    title: joined(await partsOf(ctx, whole, title, figures)),
    text: joined(parts),
    parts,
    station: whole.station.station,
  });
}

async function partsOf(ctx: Context, whole: Whole, { parts }: Template, figures: Figures): Promise<BriefPart[]> {
  const made: BriefPart[] = [];
  for (const part of parts) {
    if (typeof part === 'string') made.push(piece(part));
    else if ('word' in part) made.push(piece(wordOf(ctx, whole, part.word)));
    else {
      const figure = await figures.of(part.figure);
      made.push(piece(figureText(figure, part.figure.per, ctx.language), figure));
    }
  }
  return made;
}

function piece(text: string, figure: BriefPart['figure'] = null): BriefPart {
  return Object.assign(new BriefPart(), { text, figure });
}
