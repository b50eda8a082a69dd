import type { EntityClass } from '@mikro-orm/core';
import { OrderDirection } from '../kernel/index.js';
import type { Condition } from './condition.js';
import type { Given } from './given.js';
import type { Row, Scope } from './scope.js';
import type { Slot, Sql } from './sql.js';
import type { Wall } from './wall.js';

/** A property that a list may be ordered by. */
export interface OrderBy {
  property: string;
  /** What stands for the property when it is no column: a text that compares by bytes and is never null. */
  by?: (row: Row) => Sql;
  /** Rows without a value come last, whichever the direction. */
  isNullable?: boolean;
  /**
   * Filters whose properties go before this one in an index: rows of each value of the first that is asked for are walked apart and
   * merged, so that a page never passes over all the others, however closely filter and order hang together.
   */
  each?: readonly string[];
  /** The filter that keeps the order within bounds, so that a page begins where the first row may stand and passes over none before it. */
  bounds?: string;
}

/**
 * What a list is, said once: the compiler makes SQL of it and `readConnection` a query of the unit of work. Every order and every
 * filter offered needs an index; a test explains each of them at 200,000 rows.
 */
// biome-ignore lint/suspicious/noExplicitAny: each filter has a shape of its own
export interface List<T extends object = any, F extends object = any> {
  /** The root field's name, which ties cursors to it. */
  name: string;
  entity: () => EntityClass<T>;
  /** What always holds, such as the stations where the permission is held. */
  walls: readonly Wall[];
  /** A condition for each field of `where`. */
  filter: { readonly [K in keyof F]-?: Condition<never> };
  /** Fields of `where` whose conditions hold also when they are left out, as `isOpen` of stations does. */
  always?: readonly (keyof F & string)[];
  /** The property for each value of `orderBy.field`; the first is the usual order. */
  orders: Readonly<Record<string, OrderBy>>;
  /** The direction when no order is asked for. */
  usually: OrderDirection;
  /** The day that the rows' dated facts are read as of, out of the field's arguments; today when left out. */
  day?: (scope: Scope, given: Given) => Slot;
}

/** An order as it is asked for. */
export interface Ordered extends OrderBy {
  direction: OrderDirection;
  /** Ties a cursor to list and order. */
  cursorOf: string;
}

/** The conditions that hold for a filter, by the name of its field: of those that are set, and of those that always hold. */
export function conditionsAsked(
  list: List,
  isSet: (name: string) => boolean,
): [name: string, condition: List['filter'][string]][] {
  return Object.entries(list.filter).filter(([name]) => isSet(name) || list.always?.includes(name));
}

/** The order asked for, or the usual one. */
export function orderOf(list: List, asked: { field?: unknown; direction?: unknown } | null | undefined): Ordered {
  const [usual] = Object.keys(list.orders);
  const field = String(asked?.field ?? usual);
  const by = list.orders[field];
  if (!by) throw new Error(`${list.name} has no order ${field}.`);
  const direction = asked?.direction === undefined ? list.usually : (asked.direction as OrderDirection);
  return { ...by, direction, cursorOf: `${list.name} ${by.property} ${direction}` };
}

/** The direction as SQL has it. */
export function wordOf(direction: OrderDirection): 'asc' | 'desc' {
  return direction === OrderDirection.ASC ? 'asc' : 'desc';
}
