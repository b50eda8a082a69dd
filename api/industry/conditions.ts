import type { Condition } from '../reading/index.js';
import { sql } from '../reading/index.js';

/** A day column up to a day, that day included: what had happened by then. */
export function upTo(property: string): Condition<string> {
  return {
    query: (day) => ({ [property]: { $lte: day } }),
    sql: (row, given) => sql`${row.column(property)} <= ${given.slot('date')}`,
  };
}

/** A whole number that is just so. */
export function isNumber(property: string): Condition<number> {
  return {
    query: (value) => ({ [property]: value }),
    sql: (row, given) => sql`${row.column(property)} = ${given.slot('int')}`,
  };
}
