import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Missing } from './condition.js';
import { Given } from './given.js';
import { Model, type Relation } from './model.js';
import type { Asker } from './question.js';
import { many, type Order, one, type Reads, record, rows } from './reads.js';
import { runSql } from './run.js';
import { type Row, Scope } from './scope.js';
import { orderSql } from './select.js';
import { joined, quoted, Slot, Sql, sql } from './sql.js';

/**
 * Rows that a statement makes out of others, such as sums, said once as SQL: a plan reads them in place, and a resolver asks for them
 * alone. They stand on the arguments of a root field, or on a row above.
 */
export interface Derived<Of extends Given | Row> {
  /** Column and its SQL type by property. */
  columns: Readonly<Record<string, readonly [column: string, type: string]>>;
  select(scope: Scope, of: Of): Sql;
  order?: Order;
  /** What the arguments name, where that is refused when there is no such thing. */
  missing?(scope: Scope, given: Given): readonly Missing[];
}

const always = () => sql`true`;

function relationOf<Of extends Given | Row>(derived: Derived<Of>, of: Of): Relation {
  const columns = Object.entries(derived.columns).map(([property, [column]]) => [property, column]);
  return { from: (scope) => sql`(${derived.select(scope, of)})`, columns: Object.fromEntries(columns) };
}

/** The one row that a root field answers. */
export function derivedRecord(derived: Derived<Given>): Reads {
  return record((given) => relationOf(derived, given), always, undefined, derived.missing);
}

/** The rows that a root field answers. */
export function derivedRows(derived: Derived<Given>): Reads {
  return rows((given) => relationOf(derived, given), always, derived.order ?? [], derived.missing);
}

/** The one row that hangs on another. */
export function derivedOne(derived: Derived<Row>): Reads {
  return one((row) => relationOf(derived, row), always);
}

/** The rows that hang on another. */
export function derivedMany(derived: Derived<Row>): Reads {
  return many((row) => relationOf(derived, row), always, derived.order ?? []);
}

/** In what a resolver asks. */
export interface Asking {
  em: EntityManager;
  info: GraphQLResolveInfo;
  asker: Asker;
}

/** For a resolver: the rows that a root field's arguments ask for, or the refusal of what they name. */
export async function askDerived<T>(asking: Asking, derived: Derived<Given>, args: object): Promise<T[]> {
  const scope = scopeOf(asking);
  const given = new Given(0, [], args);
  for (const { isThere, refusal } of derived.missing?.(scope, given) ?? []) {
    const [found] = await ask<{ there: boolean }>(asking, sql`select ${isThere} as there`, args);
    if (!found?.there) throw refusal();
  }
  return ask(asking, selectAll(scope, derived, given), args);
}

/** For a resolver: the rows that hang on one that was asked for before. */
export async function askBelow<T>(
  asking: Asking,
  derived: Derived<Row>,
  above: Pick<Derived<Row>, 'columns'>,
  row: object,
): Promise<T[]> {
  const scope = scopeOf(asking);
  const kept = scope.table(keptRow(above, row));
  const put = sql`select f1.* from ${kept.from} cross join lateral (${selectAll(scope, derived, kept)}) f1`;
  return ask(asking, put, {});
}

const models = new WeakMap<object, Model>();

function scopeOf({ em, info, asker }: Asking): Scope {
  const model = models.get(info.schema) ?? new Model(info.schema, em.getMetadata());
  models.set(info.schema, model);
  return new Scope(model, (permission) => asker.reachOf(permission));
}

/** Everything of the derived rows under the names of its properties. Decimals are texts, as they are in answers. */
function selectAll<Of extends Given | Row>(scope: Scope, derived: Derived<Of>, of: Of): Sql {
  const row = scope.table(relationOf(derived, of));
  const columns = Object.entries(derived.columns).map(([property, [, type]]) => {
    const value = type === 'numeric' ? sql`${row.column(property)}::text` : row.column(property);
    return sql`to_json(${value}) as ${quoted(property)}`;
  });
  return sql`select ${joined(columns, ', ')} from ${row.from}${orderSql(row, derived.order ?? [])}`;
}

/** A row that was asked for before, put into a statement again. */
function keptRow({ columns }: Pick<Derived<Row>, 'columns'>, row: object): Relation {
  const places = Object.entries(columns);
  const kept = places.map(([property, [column]]) => [column, (row as Record<string, unknown>)[property] ?? null]);
  const value = new Slot('jsonb', () => JSON.stringify([Object.fromEntries(kept)]));
  const typed = new Sql([places.map(([, [column, type]]) => `${column} ${type}`).join(', ')]);
  return {
    from: () => sql`(select * from jsonb_to_recordset(${value}) f0(${typed}))`,
    columns: Object.fromEntries(places.map(([property, [column]]) => [property, column])),
  };
}

function ask<T>({ em, asker }: Asking, piece: Sql, args: object): Promise<T[]> {
  return runSql(em, piece, { asker, args: [args as Record<string, unknown>], complaints: new Map() });
}
