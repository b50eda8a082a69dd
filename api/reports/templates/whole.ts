import type { Context } from '../../access/index.js';
import { badInput, type Day } from '../../kernel/index.js';
import { directory, type Placed } from '../../tenancy/index.js';
import { type Days, daysOf, type ReportPeriodInput } from '../period.js';
import { dayInWords, type PeriodText, periodInWords, periodOf } from './periods.js';

/** What a whole text or form is about; its figures are of this unless they say otherwise. */
export interface Whole {
  period: ReportPeriodInput;
  days: Days;
  station: Placed;
}

/** What a template says of the whole. */
export interface WholeKept {
  stationId: string;
  period: PeriodText | null;
  asOf: Day | null;
}

/** What may be asked for instead. */
export interface WholeAsked {
  period?: PeriodText | null;
  asOf?: Day | null;
  within?: string | null;
}

/** The whole as the template has it, or as it is asked for. */
export async function wholeOf(ctx: Context, kept: WholeKept, asked: WholeAsked): Promise<Whole> {
  const text = asked.period ?? kept.period;
  const period = text === null ? null : periodOf(text);
  if (!period) throw badPeriod(text);
  const days = daysOf(period, asked.asOf ?? (asked.period ? null : kept.asOf), ctx.today);
  const tree = await directory(ctx, days.asOf);
  return { period, days, station: tree.need(asked.within ?? kept.stationId) };
}

function badPeriod(text: string | null) {
  const how = {
    zh: '2020-03、2020-Q1、2020、2020-01-01..2020-03-23 或 ..2020-03-23',
    en: '2020-03, 2020-Q1, 2020, 2020-01-01..2020-03-23 or ..2020-03-23',
  };
  const says =
    text === null
      ? { zh: `请写明期间：${how.zh}。`, en: `Say which period: ${how.en}.` }
      : {
          zh: `${text.slice(0, 40)} 不是期间；写成 ${how.zh}。`,
          en: `${text.slice(0, 40)} is no period; write ${how.en}.`,
        };
  return badInput(says, ['period']);
}

/** A word of a text. */
export function wordOf(ctx: Context, { period, days, station }: Whole, word: string, line = ''): string {
  const { language } = ctx;
  const words: Readonly<Record<string, () => string>> = {
    station: () => station.name,
    period: () => periodInWords(period, days, language),
    from: () => dayInWords(days.from, language),
    to: () => dayInWords(days.to, language),
    asOf: () => dayInWords(days.asOf, language),
    line: () => line,
  };
  return words[word]?.() ?? '';
}
