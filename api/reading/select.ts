import type { Shape, ShapeField } from './complete.js';
import type { Order } from './reads.js';
import type { Row } from './scope.js';
import { joined, literal, quoted, Sql, sql } from './sql.js';

/** The value of a field as JSON or as a plain column, and the shape of what lies under it. */
export interface Value {
  sql: Sql;
  /** It is never null, so that nothing need watch for it. */
  isCertain: boolean;
  of: Shape | null;
  finish?: ShapeField['finish'];
}

/** One column of an object's JSON, and what is known of it for completing the answer. */
export interface Column {
  sql: Sql;
  shape: ShapeField;
}

/** The select list that makes one JSON object of a row, and how a select over it as `"$"` answers that object, once or for each row. */
export interface ObjectSql {
  columns: Sql;
  single: Sql;
  each: Sql;
  shape: Shape;
}

/** Under what an object says its kind where the answer is walked; no alias can be called so. */
export const kindKey = '$kind';

/** How a select over `"$"` answers JSON that is made already. */
export const made = { single: sql`"$"."j"`, each: sql`"$"."j"` };

/** Columns as a select list; a row of them becomes an object, which may say its kind, and no columns an empty one. */
export function selectList(columns: readonly Column[], kind: string | null = null): Omit<ObjectSql, 'shape'> {
  if (columns.length === 0 && kind === null) return { columns: sql`'{}'::json as "j"`, ...made };
  const listed = columns.map((one) => sql`${one.sql} as ${quoted(one.shape.emitted)}`);
  if (kind !== null) listed.push(sql`${literal(kind)}::text as ${quoted(kindKey)}`);
  return { columns: joined(listed, ', '), single: sql`to_json("$")`, each: sql`"$"` };
}

/** ` order by …`, or nothing. */
export function orderSql(row: Row, order: Order): Sql {
  if (order.length === 0) return sql``;
  const parts = order.map(
    ([by, direction]) => new Sql([typeof by === 'string' ? row.column(by) : by(row), ` ${direction}`]),
  );
  return sql` order by ${joined(parts, ', ')}`;
}
