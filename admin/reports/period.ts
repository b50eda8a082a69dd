/** How a period is chosen: a whole month, quarter or year, any two days, or everything up to a day. */
export const UNITS = ['month', 'quarter', 'year', 'free', 'upTo'] as const;
export type PeriodUnit = (typeof UNITS)[number];

/** A period as the address of the page and the controls have it. */
export interface Period {
  unit: PeriodUnit;
  /** The first and the last day; of a period up to a day only the last one counts. */
  from: string;
  to: string;
}

type Whole = Exclude<PeriodUnit, 'free' | 'upTo'>;

const MONTHS: Record<Whole, number> = { month: 1, quarter: 3, year: 12 };

/** Whether a unit is one of the calendar's, so that periods before and after it can be named. */
export function isWhole(unit: PeriodUnit): unit is Whole {
  return unit in MONTHS;
}

/** The whole month, quarter or year that a day lies in, moved on by so many of them. */
export function periodAround(day: string, unit: Whole, shift = 0): Period {
  const length = MONTHS[unit];
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / length) * length + shift * length;
  return { unit, from: dayOf(year, first, 1), to: dayOf(year, first + length, 0) };
}

/** The period as the schema's ReportPeriodInput. */
export function inputOf({ unit, from, to }: Period): object {
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (unit === 'free') return { days: { from, to } };
  if (unit === 'upTo') return { upTo: to };
  if (unit === 'year') return { year: Number(year) };
  return unit === 'month' ? { month } : { quarter: `${year}-Q${quarterOf(from)}` };
}

/** A period as people call it: 2026年11月, 2026年第4季度, 2026年, its two days, or up to its last. */
export function periodName({ unit, from, to }: Period, translate: Translate, named: (day: string) => string): string {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const monthName = translate(`lianxin.report.monthName.${month}`);
  const values = { year, monthName, quarter: quarterOf(from), from: named(from), to: named(to) };
  return translate(`lianxin.report.named.${unit}`, values);
}

/** A period as the server words it in sentences: 2019年第一季度, the first quarter of 2019. */
export function periodProse(period: Period, translate: Translate, named: (day: string) => string): string {
  const { unit, from, to } = period;
  if (unit === 'month' || unit === 'year') return periodName(period, translate, named);
  const values = { year: Number(from.slice(0, 4)), from: named(from), to: named(to) };
  if (unit === 'quarter') return translate(`lianxin.report.prose.quarter.${quarterOf(from)}`, values);
  return translate(`lianxin.report.prose.${unit}`, values);
}

/** The quarter of a year that a day lies in, from 1. */
export function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

export type Translate = (key: string, options?: object) => string;

function dayOf(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
