import { whereOf } from '../provider/data.js';

/** The filter of the list as the server takes it: the year that was typed is a number, and none where it is no year. */
export function whereOfIntentions(filter: Record<string, unknown>): Record<string, unknown> {
  const { year, ...where } = whereOf(filter);
  return /^\d{4}$/.test(String(year ?? '')) ? { ...where, year: Number(year) } : where;
}
