import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput, decodeCursor, isDay, OrderDirection } from '../kernel/index.js';
import type { Source } from './connection.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a record at all; anything else is as if it did not exist. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A value as a cursor holds it. */
export function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/** The condition for rows after a cursor; one that was made up, and whose values no column could hold, is BAD_USER_INPUT. */
export function seekAfter<T extends object>(
  em: EntityManager,
  source: Pick<Source<T>, 'entity' | 'orderBy'>,
  list: string,
  cursor: string,
): FilterQuery<T> {
  const { property, direction, isNullable } = source.orderBy;
  const [value, id] = decodeCursor(list, cursor, 2);
  const fits =
    typeof id === 'string' && isUuid(id) && (value === null || holds(columnOf(em, source.entity, property), value));
  if (!fits)
    throw badInput({ zh: 'after 不是这个列表给出的游标。', en: '`after` is not a cursor of this list and order.' }, [
      'after',
    ]);
  const beyond = direction === OrderDirection.ASC ? '$gt' : '$lt';
  const tie = { [property]: value, id: { [beyond]: id } };
  if (value === null) return tie as FilterQuery<T>;
  const nulls = isNullable ? [{ [property]: null }] : [];
  return { $or: [{ [property]: { [beyond]: value } }, tie, ...nulls] } as FilterQuery<T>;
}

function columnOf(em: EntityManager, entity: EntityClass<object>, property: string): string {
  const properties = em.getMetadata().get(entity).properties as Record<string, { columnTypes?: string[] }>;
  return properties[property]?.columnTypes?.[0] ?? 'text';
}

const widths: Readonly<Record<string, number>> = { smallint: 15, int: 31, integer: 31, bigint: 52 };

function holds(column: string, value: unknown): boolean {
  const bits = widths[column];
  if (bits !== undefined) return Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** bits;
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  if (column === 'date') return isDay(value);
  return !column.startsWith('timestamp') || !Number.isNaN(Date.parse(value));
}
