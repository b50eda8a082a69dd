/** What is grown for a county: beside every programme a household, a person and what belongs to them. */
export interface Grown {
  tenantId: number;
  rows: number;
}

/** Rows of a table are numbered as they are made, and so are their ids, as those of the application rise with time. */
export const nthFunction = `create function pg_temp.nth(i bigint) returns uuid language sql immutable
  as $$ select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $$`;

/** The id of a row that was grown, by its number. */
export function nth(i: number): string {
  return `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
}
