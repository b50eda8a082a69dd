import { isWhole, type Period, periodAround, quarterOf, UNITS } from './period.js';

/** From which day on the server counts what has no beginning. */
const BEGINNING = '1900-01-01';

/** The period that two days bound: a whole year, quarter or month, everything up to a day, or these two days. */
export function periodOfDays(from: string, to: string): Period {
  if (from === BEGINNING) return { unit: 'upTo', from, to };
  const wholes = UNITS.filter(isWhole).map((unit) => periodAround(from, unit));
  return wholes.find((one) => one.from === from && one.to === to) ?? { unit: 'free', from, to };
}

/** A period as briefs and forms write it: `2020-03`, `2020-Q1`, `2020`, `2020-01-01..2020-03-23` or `..2020-03-23`. */
export function periodText({ unit, from, to }: Period): string {
  if (unit === 'upTo') return `..${to}`;
  if (unit === 'free') return `${from}..${to}`;
  const year = from.slice(0, 4);
  if (unit === 'year') return year;
  return unit === 'month' ? from.slice(0, 7) : `${year}-Q${quarterOf(from)}`;
}

/** The period that is written so, or null where none is. */
export function periodIn(text: string | null | undefined): Period | null {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})$/.exec(text ?? '') ?? [];
  if (to) return from ? { unit: 'free', from, to } : { unit: 'upTo', from: BEGINNING, to };
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text ?? '') ?? [];
  if (!year) return null;
  if (quarter) return periodAround(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`, 'quarter');
  return month ? periodAround(`${year}-${month}-01`, 'month') : periodAround(`${year}-01-01`, 'year');
}

/** The parameters by which the builder shows a period. */
export function periodParams({ unit, from, to }: Period): Record<'unit' | 'from' | 'to', string | null> {
  return { unit, from: unit === 'upTo' ? null : from, to: isWhole(unit) ? null : to };
}
