import type { GraphQLSchema } from 'graphql';
import type { Missing } from './condition.js';
import type { Given } from './given.js';
import type { List } from './list.js';
import type { Origin } from './model.js';
import type { Asker } from './question.js';
import type { Row, Scope } from './scope.js';
import { all, type Slot, type Sql, sql } from './sql.js';
import { isUuid } from './uuid.js';

/** How the rows of a list stand: properties, or expressions, with their direction; the last of them makes the order total. */
export type Order = readonly (readonly [by: string | ((row: Row) => Sql), direction: 'asc' | 'desc'])[];

/** What a field that finishes in code needs from the database, under names of its own. */
export type Needs = Readonly<Record<string, Sql>>;

/**
 * How a field is read; put on it as `@Extensions(reads(…))`. A field without it is a column or a relation of its entity, found by the
 * name of the property. The resolver of the same field says the same for a single record, and the differential test holds the two together.
 */
export type Reads =
  | { as: 'expression'; sql: (row: Row, given: Given) => Sql; isCertain: boolean }
  | {
      as: 'one';
      origin: (row: Row) => Origin;
      on: (to: Row, row: Row) => Sql;
      day?: (row: Row, given: Given) => Slot;
      /** Whether the condition can hold for one row only, so that PostgreSQL need not be told to stop there. */
      isUnique?: true;
    }
  | { as: 'many'; origin: (row: Row) => Origin; on: (to: Row, row: Row, given: Given) => Sql; order: Order }
  | { as: 'page'; list: List; on: (to: Row, row: Row) => Sql; isThere: ((row: Row) => Sql) | null }
  | { as: 'self'; parts: Readonly<Record<string, (row: Row) => Sql>> | null; isThere: ((row: Row) => Sql) | null }
  | { as: 'code'; needs: (row: Row, given: Given) => Needs; finish: Finish; choices: readonly string[] }
  | { as: 'picked'; pick: Pick }
  | Root;

/**
 * Makes the value of a field out of what it needed, as a resolver would answer it; records inside are plain, without resolvers. The
 * schema is there for values that are shown by the type of some other field.
 */
// biome-ignore lint/suspicious/noExplicitAny: the needs are whatever JSON the field's own SQL makes
export type Finish = (needs: any, asker: Asker, args: any, schema: GraphQLSchema) => unknown;

/** What the arguments of a field leave of its value, inside of what code has made. */
// biome-ignore lint/suspicious/noExplicitAny: the value is that of the property, and the arguments are the field's own
export type Pick = (value: any, args: any) => unknown;

/** What only a root field can be, or the record of a mutation's payload. */
export type Root =
  | { as: 'list'; list: List }
  | {
      as: 'record';
      origin: (given: Given) => Origin;
      where: (row: Row, given: Given) => Sql;
      day?: (scope: Scope, given: Given) => Slot;
      missing?: (scope: Scope, given: Given) => readonly Missing[];
    }
  | {
      as: 'rows';
      origin: (given: Given) => Origin;
      where: (row: Row, given: Given) => Sql;
      order: Order;
      missing?: (scope: Scope, given: Given) => readonly Missing[];
    }
  | { as: 'written'; origin: () => Origin }
  | { as: 'judged'; why: string };

/** Puts the way of reading on a field: `@Extensions(reads(expression(…)))`. */
export function reads(how: Reads): { reads: Reads } {
  return { reads: how };
}

/** An SQL expression over the row. Where the field may not be null and the expression is sure never to be, `isCertain` says so. */
export function expression(
  make: (row: Row, given: Given) => Sql,
  { isCertain = false }: { isCertain?: boolean } = {},
): Reads {
  return { as: 'expression', sql: make, isCertain };
}

/** One record of another table, or of a relation made for the row; or null. */
export function one(
  origin: (row: Row) => Origin,
  on: (to: Row, row: Row) => Sql,
  day?: (row: Row, given: Given) => Slot,
): Reads {
  return { as: 'one', origin, on, ...(day && { day }) };
}

/** The record whose id stands in a property of the row, where some wall lets it be seen. */
export function reference(origin: () => Origin, property: string, wall: (to: Row) => Sql | null = () => null): Reads {
  const on = (to: Row, row: Row) => all([sql`${to.column('id')} = ${row.column(property)}`, wall(to)]);
  return { as: 'one', origin, on, isUnique: true };
}

/** A short list of records of another table, or of a relation made for the row, in order. */
export function many(origin: (row: Row) => Origin, on: (to: Row, row: Row, given: Given) => Sql, order: Order): Reads {
  return { as: 'many', origin, on, order };
}

/** A page of a list that hangs on the row, with the arguments of any list. Null where `isThere` is false. */
export function page<T extends object, F extends object>(
  list: List<T, F>,
  on: (to: Row, row: Row) => Sql,
  isThere: ((row: Row) => Sql) | null = null,
): Reads {
  return { as: 'page', list: list as unknown as List, on, isThere };
}

/** Another type over the same row; `parts` reads the fields that are no properties of it. Null where `isThere` is false. */
export function self(
  parts: Readonly<Record<string, (row: Row) => Sql>> | null = null,
  isThere: ((row: Row) => Sql) | null = null,
): Reads {
  return { as: 'self', parts, isThere };
}

/**
 * A field that code makes out of what the same statement reads: of its row, or at the root of whatever its arguments name. `choices` are
 * arguments whose lists of enum values the statement depends on.
 */
export function code(
  needs: (row: Row, given: Given) => Needs,
  finish: Finish,
  { choices = [] }: { choices?: readonly string[] } = {},
): Reads {
  return { as: 'code', needs, finish, choices };
}

/** A field with arguments inside of what code has made; its resolver picks the same. */
export function picked(pick: Pick): Reads {
  return { as: 'picked', pick };
}

/** A root list. */
export function lists<T extends object, F extends object>(list: List<T, F>): Reads {
  return { as: 'list', list: list as unknown as List };
}

/** A root record: the first that meets the condition, or null; refused when something that its arguments name is missing. */
export function record(
  origin: (given: Given) => Origin,
  where: (row: Row, given: Given) => Sql,
  day?: (scope: Scope, given: Given) => Slot,
  missing?: (scope: Scope, given: Given) => readonly Missing[],
): Reads {
  return { as: 'record', origin, where, ...(day && { day }), ...(missing && { missing }) };
}

/** The record of a list that the argument `id` names, within the walls of the list. */
export function recordOf<T extends object, F extends object>(list: List<T, F>): Reads {
  const where = (row: Row, given: Given) => {
    const id = given.get('id').slot('uuid', (text: string) => (isUuid(text) ? text : null));
    return all([sql`${row.column('id')} = ${id}`, ...list.walls.map((wall) => wall.sql(row))]);
  };
  return record(() => list.entity() as never, where);
}

/**
 * The record in a mutation's payload, read by its id once it is written, in the mutation's own transaction. No wall stands before it:
 * who wrote a record is shown it, as the mutation's resolver would show it.
 */
export function written(origin: () => Origin): Reads {
  return { as: 'written', origin };
}

/** No reading of records but a judgement of code: the resolvers answer it, and the house lists it with its reason. */
export function judged(why: string): Reads {
  return { as: 'judged', why };
}

/** A short root list, whole; refused when something that its arguments name is missing. */
export function rows(
  origin: (given: Given) => Origin,
  where: (row: Row, given: Given) => Sql,
  order: Order,
  missing?: (scope: Scope, given: Given) => readonly Missing[],
): Reads {
  return { as: 'rows', origin, where, order, ...(missing && { missing }) };
}

const kinds = new Map<string, { property: string; types: Map<string, string> }>();

/** Says which type a row of an interface is: `kindOf('Programme', 'kind', 'TRAINING', 'TrainingProgramme')`. */
export function declareKind(abstract: string, property: string, value: string, type: string): void {
  const known = kinds.get(abstract) ?? { property, types: new Map<string, string>() };
  known.types.set(value, type);
  kinds.set(abstract, known);
}

/** The kinds of an interface, by the value of the property that tells them apart. */
export function kindsOf(abstract: string): { property: string; types: ReadonlyMap<string, string> } | undefined {
  return kinds.get(abstract);
}
