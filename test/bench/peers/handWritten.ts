import type { Scope } from './scope.js';

/** One operation of the limit: a statement, its values, and the field of the answer. */
export interface HandWritten {
  field: string;
  text: string;
  isWrite?: true;
  values(scope: Scope, input: Record<string, unknown>, day: string): unknown[];
}

export const money = (column: string) => `to_char(${column} / 100.0, 'FM999999999990.00')`;
export const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
export const list = (row: string, from: string) => `coalesce((select json_agg(${row}) from ${from}), '[]')`;
