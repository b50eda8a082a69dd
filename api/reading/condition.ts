import { addDays, badInput } from '../kernel/index.js';
import type { Given } from './given.js';
import type { Asker } from './question.js';
import type { Row, Scope } from './scope.js';
import { all, type Slot, type Sql, sql } from './sql.js';
import { isUuid } from './uuid.js';
import type { Stations } from './wall.js';

/**
 * One field of a list's filter, said once and read twice: as a condition of the unit of work for resolvers, and as SQL for plans.
 * Both throw BAD_USER_INPUT for a value that no record could meet because it is malformed.
 */
export interface Condition<V = never> {
  query(value: V, asker: Asker): object | null | Promise<object | null>;
  sql(row: Row, given: Given): Sql | null;
  /** The same for one value at a time, for an order whose index begins with the property: see `OrderBy.each`. */
  each?(row: Row, given: Given): Each | null;
  /** What follows from it for one property, for an order by that one: see `OrderBy.bounds`. */
  bound?(row: Row, given: Given): Sql;
  /** Names what it wants outright, by id or by station, so that one plan serves all its values. */
  isExact?: boolean;
  /** What the value names, for a list that is refused when there is no such thing. */
  missing?(scope: Scope, given: Given): Missing;
}

/** The values that a filter asks for, to be walked one at a time. */
export interface Each {
  /** A query of them, as column `v`. */
  values: Sql;
  is: (value: Sql) => Sql;
  /** The same as stations, where it is these: a county may have too many of them to be walked. */
  stations?: Stations;
}

/** Something that an argument names, whether it is there, and the refusal when it is not. */
export interface Missing {
  isThere: Sql;
  refusal: () => Error;
}

type In<V> = { in?: readonly V[] | null };

/** The values of `in`, to be walked one at a time; nothing where they are not given. */
function eachOf(column: Sql, given: Given, array: (many: Given) => Slot): Each | null {
  const many = given.get('in');
  if (!many.isSet) return null;
  return { values: sql`select distinct v from unnest(${array(many)}) u0(v)`, is: (value) => sql`${column} = ${value}` };
}

/** Any of several values. */
export function anyOf(property: string): Condition<In<string>> {
  return {
    query: (value) => (value.in ? { [property]: { $in: [...value.in] } } : null),
    sql: (row, given) =>
      given.get('in').isSet ? sql`${row.column(property)} = any(${given.get('in').slot('text[]')})` : null,
    each: (row, given) => eachOf(row.column(property), given, (many) => many.slot('text[]')),
  };
}

/** Any of several values of an enum, by the column that holds the place of each value among `values`, from 1: lists are ordered by it. */
export function anyRanked(property: string, rank: string, values: readonly string[]): Condition<In<string>> {
  const places = (asked: readonly string[]) => asked.map((value) => values.indexOf(value) + 1);
  const asked = (given: Given) => given.get('in').slot('smallint[]', places);
  return {
    query: anyOf(property).query,
    sql: (row, given) => (given.get('in').isSet ? sql`${row.column(rank)} = any(${asked(given)})` : null),
    each: (row, given) => eachOf(row.column(rank), given, () => asked(given)),
  };
}

/** Any of at most 100 ids; text that is no id matches nothing. `path` is the filter's field; a relation is named by `isRelation`. */
export function anyId(property: string, path: string, { isRelation = false } = {}): Condition<In<string>> {
  const valid = (ids: readonly string[]) => {
    if (ids.length > 100) throw badInput({ zh: '最多 100 个。', en: 'At most 100 of them.' }, ['where', path, 'in']);
    return ids.filter(isUuid);
  };
  return {
    isExact: true,
    query: (value, { tenantId }) => {
      if (!value.in) return null;
      const id = { $in: valid(value.in) };
      return isRelation ? { [property]: { tenantId, id } } : { [property]: id };
    },
    sql: (row, given) =>
      given.get('in').isSet ? sql`${row.column(property)} = any(${given.get('in').slot('uuid[]', valid)})` : null,
    each: (row, given) => eachOf(row.column(property), given, (many) => many.slot('uuid[]', valid)),
  };
}

/** Whether a property is set. */
export function isSet(property: string): Condition<boolean> {
  return {
    query: (value) => ({ [property]: value ? { $ne: null } : null }),
    sql: (row, given) =>
      given.choice === true ? sql`${row.column(property)} is not null` : sql`${row.column(property)} is null`,
  };
}

/** A property that is true or false. */
export function flag(property: string): Condition<boolean> {
  return {
    query: (value) => ({ [property]: value }),
    sql: (row, given) => (given.choice === true ? row.column(property) : sql`not ${row.column(property)}`),
    each: (row, given) => ({
      values: sql`select v from unnest(array[${given.choice === true ? sql`true` : sql`false`}]) u0(v)`,
      is: (value) => sql`${row.column(property)} = ${value}`,
    }),
  };
}

/** Two day columns whose span overlaps a period. */
export function overlaps(first: string, last: string): Condition<{ from: string; to: string }> {
  const checked = (period: { from: string; to: string }) => {
    if (period.to < period.from) {
      const says = { zh: '期间的结束日期早于开始日期。', en: 'The period ends before it starts.' };
      throw badInput(says, ['where', 'period', 'to']);
    }
    return period;
  };
  return {
    query: (period) => {
      const { from, to } = checked(period);
      return { [first]: { $lte: to }, [last]: { $gte: from } };
    },
    sql: (row, given) => {
      const [from, to] = [
        given.slot('date', (p: never) => checked(p).from),
        given.slot('date', (p: never) => checked(p).to),
      ];
      return sql`${row.column(first)} <= ${to} and ${row.column(last)} >= ${from}`;
    },
  };
}

/** A property that is just so. */
export function equals(property: string): Condition<string> {
  return {
    query: (value) => ({ [property]: value }),
    sql: (row, given) => sql`${row.column(property)} = ${given.slot('text')}`,
  };
}

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

/** An instant within days of the county, which begin at midnight in Shanghai. */
export function duringDays(property: string): Condition<{ from?: string | null; to?: string | null }> {
  const start = (day: string) => new Date(`${day}T00:00:00+08:00`);
  const end = (day: string) => start(addDays(day, 1));
  return {
    query: ({ from, to }) => {
      const bounds = { ...(from && { $gte: start(from) }), ...(to && { $lt: end(to) }) };
      return from || to ? { [property]: bounds } : null;
    },
    sql: (row, given) => {
      const [from, to] = [given.get('from'), given.get('to')];
      const after = from.isSet ? sql`${row.column(property)} >= ${from.slot('timestamptz', start)}` : null;
      const before = to.isSet ? sql`${row.column(property)} < ${to.slot('timestamptz', end)}` : null;
      return all([after, before]);
    },
  };
}
