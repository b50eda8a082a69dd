import { type Day, type Language, Refused } from '../../kernel/index.js';
import { type Days, daysOf, type ReportPeriodInput } from '../period.js';

/**
 * A period as templates write it: `2020-03`, `2020-Q1`, `2020`, `2020-01-01..2020-03-23`, `..2020-03-23`, or one that hangs on the
 * period of the whole: `yearToDate` from 1 January to its end, `toDate` everything up to its end.
 */
export type PeriodText = string;

const relative = ['yearToDate', 'toDate'] as const;

/** The words that hang on another period. */
export const relativePeriods: readonly string[] = relative;

/** A period by its text, or null where no period is written so. */
export function periodOf(text: PeriodText): ReportPeriodInput | null {
  const period = formOf(text);
  if (!period) return null;
  try {
    daysOf(period, '1900-01-01', '2199-12-31');
    return period;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function formOf(text: PeriodText): ReportPeriodInput | null {
  const [from, to, ...more] = text.split('..');
  if (more.length > 0) return null;
  if (to !== undefined) return from === '' ? dayForm(to, (upTo) => ({ upTo })) : spanForm(from ?? '', to);
  if (/^\d{4}$/.test(text)) return { year: Number(text) };
  if (/^\d{4}-Q\d$/.test(text)) return { quarter: text };
  return /^\d{4}-\d{2}$/.test(text) ? { month: text } : null;
}

function spanForm(from: string, to: string): ReportPeriodInput | null {
  return dayForm(from, () => dayForm(to, () => ({ days: { from, to } })));
}

function dayForm<T>(text: string, made: (day: Day) => T): T | null {
  return isWrittenDay(text) ? made(text) : null;
}

/** A day that exists, written `2020-03-23`. */
export function isWrittenDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The text of a period: what `periodOf` reads as the same. */
export function textOf({ month, quarter, year, days, upTo }: ReportPeriodInput): PeriodText {
  if (upTo) return `..${upTo}`;
  return days ? `${days.from}..${days.to}` : (month ?? quarter ?? String(year));
}

/** The period of a figure: its own, or one that hangs on that of the whole. */
export function settledPeriod(
  text: PeriodText | null,
  whole: ReportPeriodInput,
  { to }: Pick<Days, 'to'>,
): ReportPeriodInput {
  if (text === null) return whole;
  if (text === 'toDate') return { upTo: to };
  if (text === 'yearToDate') return { days: { from: `${to.slice(0, 4)}-01-01`, to } };
  return periodOf(text) ?? whole;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const quarters = ['一', '二', '三', '四'];
const ordinals = ['first', 'second', 'third', 'fourth'];

/** A day in prose. */
export function dayInWords(day: Day, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** A period in prose. */
export function periodInWords(
  period: ReportPeriodInput,
  { from, to }: Pick<Days, 'from' | 'to'>,
  language: Language,
): string {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const isChinese = language === 'zh';
  if (period.upTo) return isChinese ? `截至${dayInWords(to, language)}` : `up to ${dayInWords(to, language)}`;
  if (period.year) return isChinese ? `${year}年` : String(year);
  if (period.month) return isChinese ? `${year}年${month}月` : `${months[month - 1]} ${year}`;
  const quarter = (month - 1) / 3;
  if (period.quarter)
    return isChinese ? `${year}年第${quarters[quarter]}季度` : `the ${ordinals[quarter]} quarter of ${year}`;
  const [first, last] = [dayInWords(from, language), dayInWords(to, language)];
  if (first === last) return first;
  return isChinese ? `${first}至${last}` : `${first} to ${last}`;
}
