import { badInput, decodeCursor, isDay, OrderDirection, type PageArgs, pageOf } from '../kernel/index.js';
import type { Given } from './given.js';
import type { OrderBy, Ordered } from './list.js';
import type { Row } from './scope.js';
import { type Frame, literal, type Slot, type Sql, sql } from './sql.js';
import { isUuid } from './uuid.js';

/** What a list's arguments say of its page, checked when the plan runs. */
export function pageSlots(given: Given): { first: Slot; oneMore: Slot; offset: Slot; isLater: Slot } {
  const slot = (type: string, part: (page: ReturnType<typeof pageOf>) => unknown): Slot =>
    given.slot(type, (args: PageArgs, frame) => part(askedPage(args, frame)));
  return {
    first: slot('int', ({ first }) => first),
    oneMore: slot('int', ({ first }) => first + 1),
    offset: slot('int', ({ offset }) => offset),
    isLater: slot('bool', ({ offset, after }) => offset > 0 || after !== null),
  };
}

function askedPage(args: PageArgs, { asker }: Frame): ReturnType<typeof pageOf> {
  return pageOf(args, asker.mostRows);
}

/** What a row is ordered by, and its SQL type. */
export function orderedBy(row: Row, { property, by }: OrderBy): { value: Sql; type: string } {
  if (by) return { value: by(row), type: 'text' };
  return { value: row.column(property), type: row.table.need(property).type };
}

/** The cursor of a row, the very text that `encodeCursor` makes of the same values. */
export function cursorSql(row: Row, order: Ordered): Sql {
  const { value, type } = orderedBy(row, order);
  const isTime = type.startsWith('timestamp');
  const plain = isTime ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : value;
  const json = sql`'["' || ${literal(order.cursorOf)} || '",' || coalesce(to_json(${plain})::text, 'null') || ',"' || ${row.column('id')} || '"]'`;
  return sql`translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** The condition for rows after the cursor in `after`, among those that have a value or among those that have none. */
export function seekSql(row: Row, order: Ordered, given: Given, part: 'values' | 'nulls'): Sql {
  const { value: column, type } = orderedBy(row, order);
  const partOf = (index: 0 | 1) => (args: PageArgs, frame: Frame) =>
    cursorValues(order, type, askedPage(args, frame).after ?? '')[index];
  const value = given.slot(type, partOf(0));
  const id = given.slot('uuid', partOf(1));
  const key = row.column('id');
  const beyond = order.direction === OrderDirection.ASC ? sql`>` : sql`<`;
  if (part === 'values') return sql`(${column}, ${key}) ${beyond} (${value}, ${id})`;
  return sql`${value} is not null or ${key} ${beyond} ${id}`;
}

/** The value and the id of a cursor; one that was made up, or whose values no column could hold, is BAD_USER_INPUT. */
export function cursorValues(order: Ordered, column: string, cursor: string): [unknown, string] {
  const [value, id] = decodeCursor(order.cursorOf, cursor, 2);
  const mayStand = value === null ? Boolean(order.isNullable) : holds(column, value);
  if (typeof id === 'string' && isUuid(id) && mayStand) return [value, id];
  throw badInput({ zh: 'after 不是这个列表给出的游标。', en: '`after` is not a cursor of this list and order.' }, [
    'after',
  ]);
}

const widths: Readonly<Record<string, number>> = { smallint: 15, int: 31, integer: 31, bigint: 52 };

function holds(column: string, value: unknown): boolean {
  const bits = widths[column];
  if (bits !== undefined) return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** bits;
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  if (column === 'date') return isDay(value);
  return !column.startsWith('timestamp') || !Number.isNaN(Date.parse(value));
}
