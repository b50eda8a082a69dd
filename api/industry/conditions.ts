import type { Condition } from '../reading/index.js';
import { sql } from '../reading/index.js';

/** A day column between days, both included. */
export function onDays(property: string): Condition<{ from?: string | null; to?: string | null }> {
  return {
    query: ({ from, to }) =>
      from || to ? { [property]: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : null,
    sql: (row, given) => {
      const [from, to] = [given.get('from'), given.get('to')];
      const column = row.column(property);
      const after = from.isSet ? sql`${column} >= ${from.slot('date')}` : sql`true`;
      const before = to.isSet ? sql`${column} <= ${to.slot('date')}` : sql`true`;
      return sql`${after} and ${before}`;
    },
  };
}

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
