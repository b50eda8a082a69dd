/** Days, both included, as the schema's PeriodInput. */
export interface Period {
  from: string;
  to: string;
}

/** How a period is chosen: a whole month, quarter or year, or any two days. */
export const UNITS = ['month', 'quarter', 'year', 'free'] as const;
export type PeriodUnit = (typeof UNITS)[number];

const MONTHS: Record<Exclude<PeriodUnit, 'free'>, number> = { month: 1, quarter: 3, year: 12 };

/** The whole month, quarter or year that a day lies in, moved on by so many of them. */
export function periodAround(day: string, unit: Exclude<PeriodUnit, 'free'>, shift = 0): Period {
  const length = MONTHS[unit];
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / length) * length + shift * length;
  return { from: dayOf(year, first, 1), to: dayOf(year, first + length, 0) };
}

/** A period as people call it: 2026年11月, 2026年第4季度, 2026年, or its two days. */
export function periodName({ from, to }: Period, unit: PeriodUnit, translate: Translate): string {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const quarter = Math.ceil(month / 3);
  return translate(`lianxin.report.named.${unit}`, { year, month, quarter, from, to });
}

type Translate = (key: string, options?: object) => string;

function dayOf(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
