import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import type { Collected } from './collected.js';
import type { Shape, ShapeField } from './complete.js';
import type { Missing } from './condition.js';
import { cursorSql, orderedBy, pageSlots, seekSql } from './cursor.js';
import type { Given } from './given.js';
import { conditionsAsked, type List, type Ordered, orderOf, wordOf } from './list.js';
import type { Planning } from './planning.js';
import type { Order } from './reads.js';
import { Unplannable } from './scalars.js';
import type { Row } from './scope.js';
import { type Column, type ObjectSql, orderSql, selectList, type Value } from './select.js';
import { all, literal, print, type Slot, type Sql, sql } from './sql.js';

/** What a nested list hangs on. */
export interface Hanging {
  row: Row;
  on: (to: Row, row: Row) => Sql;
}

/** The field that answers a page, and the list it is a page of. */
export interface Paged {
  type: GraphQLOutputType;
  nodes: readonly FieldNode[];
  list: List;
  given: Given;
}

/** How the records of the page become JSON. */
type MakeObject = (planning: Planning, type: GraphQLOutputType, nodes: readonly FieldNode[], row: Row) => ObjectSql;

/** A page of a list: cut in a sub-select before anything is joined to it, counted only when asked. */
export function pageField(
  planning: Planning,
  objectOf: MakeObject,
  { type, nodes, list, given }: Paged,
  hanging: Hanging | null,
): Value {
  const connection = getNamedType(type);
  if (!isObjectType(connection)) throw new Unplannable(`${String(type)} is no connection`);
  const cut = new Cut(planning, objectOf, list, given, hanging);
  const fields = planning.collected(connection, nodes);
  const columns = [...fields].map(([key, inner]) => cut.column(connection, key, inner));
  const { columns: select, single } = selectList(columns);
  const value = sql`(${cut.with}select ${single} from (select ${select}) "$")`;
  const shape: Shape = new Map([[connection.name, columns.map((one) => one.shape)]]);
  const isNested = hanging !== null;
  return {
    sql: planning.complaining(value, { isNested, missing: cut.missing, slots: cut.given }),
    isCertain: true,
    of: shape,
  };
}

/** One page while it is planned. */
class Cut {
  readonly missing: Missing[] = [];
  private readonly order: Ordered;
  private readonly page: Sql;
  private readonly inner: Row;
  private readonly slots: ReturnType<typeof pageSlots>;
  private isAskedForNext = false;
  private isRead = false;

  constructor(
    private readonly planning: Planning,
    private readonly objectOf: MakeObject,
    private readonly list: List,
    private readonly args: Given,
    private readonly hanging: Hanging | null,
  ) {
    const { scope } = planning;
    const by = args.get('orderBy');
    const asked = by.isSet ? { field: by.get('field').choice, direction: by.get('direction').choice } : null;
    this.order = orderOf(list, asked);
    this.page = scope.newName('p');
    const day = list.day?.(scope, args) ?? hanging?.row.day ?? scope.today;
    this.inner = scope.table(list.entity() as never, day);
    this.slots = pageSlots(args);
    this.missing.push(...this.missingNamed());
  }

  /** The slots of the list's own arguments. */
  get given(): Slot[] {
    const { first, offset } = this.slots;
    const row = this.inner.outOf(this.page);
    const parts = [sql`${first}${offset}`, this.seek(row, 'values'), ...this.asked(row)];
    return print(all(parts)).slots.filter((slot) => slot.isGiven);
  }

  /** The page itself, one row longer when a next one is asked about; nothing when only the count is wanted. */
  get with(): Sql {
    if (!this.isRead) return sql``;
    const { slots } = this;
    const limit = this.isAskedForNext ? slots.oneMore : slots.first;
    if (!this.order.isNullable)
      return sql`with ${this.page} as (${this.walk('values', sql`${limit} offset ${slots.offset}`)}) `;
    const [whole, most] = [this.inner.outOf(this.page), sql`${limit} + ${slots.offset}`];
    const parts = sql`(${this.walk('values', most)}) union all (${this.walk('nulls', most)})`;
    const by = this.orderBy(whole);
    return sql`with ${this.page} as (select * from (${parts}) ${whole.name}${by} limit ${limit} offset ${slots.offset}) `;
  }

  /** Rows in order, with a value or without one: each part is a stretch of one index, walked either way. */
  private walk(part: 'values' | 'nulls', limit: Sql): Sql {
    const { inner, order } = this;
    const column = orderedBy(inner, order).value;
    const isThere = order.isNullable ? (part === 'nulls' ? sql`${column} is null` : sql`${column} is not null`) : null;
    const word = wordOf(order.direction);
    const by = orderSql(inner, [
      [() => column, word],
      ['id', word],
    ]);
    const where = all([inner.pin, ...this.conditions(inner), isThere, this.seek(inner, part)]);
    return sql`select ${inner.name}.* from ${inner.from} where ${where}${by} limit ${limit}`;
  }

  column(type: GraphQLObjectType, key: string, nodes: FieldNode[]): Column {
    const name = nodes[0]?.name.value ?? '';
    const emitted = this.planning.keyFor(key);
    const field = type.getFields()[name] ?? null;
    const shapeOf = (of: Shape | null): ShapeField => ({ key, emitted, field, parent: type, nodes, of });
    if (!field) return { sql: sql`${literal(type.name)}::text`, shape: shapeOf(null) };
    switch (name) {
      case 'totalCount':
        return { sql: this.count(), shape: shapeOf(null) };
      case 'nodes': {
        const { rows, each, shape } = this.rows((row) => this.objectOf(this.planning, field.type, nodes, row));
        return { sql: sql`(select coalesce(json_agg(${each}), '[]') from (${rows}) "$")`, shape: shapeOf(shape) };
      }
      case 'edges': {
        const { rows, each, shape } = this.rows((row) =>
          this.edge(getNamedType(field.type) as GraphQLObjectType, nodes, row),
        );
        return { sql: sql`(select coalesce(json_agg(${each}), '[]') from (${rows}) "$")`, shape: shapeOf(shape) };
      }
      case 'pageInfo': {
        const { columns, single, shape } = this.info(getNamedType(field.type) as GraphQLObjectType, nodes);
        return { sql: sql`(select ${single} from (select ${columns}) "$")`, shape: shapeOf(shape) };
      }
      default:
        throw new Unplannable(`${type.name}.${name} is no part of a page`);
    }
  }

  private rows(make: (row: Row) => ObjectSql): ObjectSql & { rows: Sql } {
    this.isRead = true;
    const row = this.inner.outOf(this.page);
    const object = make(row);
    const by = this.orderBy(row);
    const rows = sql`select ${object.columns} from ${row.from}${by} limit ${this.slots.first}`;
    return { ...object, rows };
  }

  private edge(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): ObjectSql {
    return this.parts(type, this.planning.collected(type, nodes), (name, inner, field) => {
      if (name === 'cursor') return { sql: cursorSql(row, this.order), of: null };
      if (name !== 'node') throw new Unplannable(`${type.name}.${name} is no part of an edge`);
      const { columns, single, shape } = this.objectOf(this.planning, field, inner, row);
      return { sql: sql`(select ${single} from (select ${columns}) "$")`, of: shape };
    });
  }

  private info(type: GraphQLObjectType, nodes: readonly FieldNode[]): ObjectSql {
    return this.parts(type, this.planning.collected(type, nodes), (name) => ({ sql: this.place(name), of: null }));
  }

  private place(name: string): Sql {
    if (name === 'hasPreviousPage') return sql`${this.slots.isLater}`;
    this.isRead = true;
    if (name === 'hasNextPage') {
      this.isAskedForNext = true;
      return sql`(select count(*) > ${this.slots.first} from ${this.page})`;
    }
    const row = this.inner.outOf(this.page);
    const inOrder = this.orderBy(row);
    const shown = sql`(select ${row.name}.* from ${row.from}${inOrder} limit ${this.slots.first})`;
    const edge = row.outOf(shown);
    const by = this.orderBy(edge, name === 'endCursor');
    return sql`(select ${cursorSql(edge, this.order)} from ${edge.from}${by} limit 1)`;
  }

  private parts(
    type: GraphQLObjectType,
    fields: Collected,
    make: (name: string, nodes: FieldNode[], type: GraphQLOutputType) => { sql: Sql; of: Shape | null },
  ): ObjectSql {
    const columns = [...fields].map(([key, nodes]): Column => {
      const name = nodes[0]?.name.value ?? '';
      const field = type.getFields()[name] ?? null;
      const emitted = this.planning.keyFor(key);
      const part = field ? make(name, nodes, field.type) : { sql: sql`${literal(type.name)}::text`, of: null };
      return { sql: part.sql, shape: { key, emitted, field, parent: type, nodes, of: part.of } };
    });
    return { ...selectList(columns), shape: new Map([[type.name, columns.map((one) => one.shape)]]) };
  }

  private count(): Sql {
    const row = this.planning.scope.table(this.list.entity() as never, this.inner.day);
    const where = all([row.pin, ...this.conditions(row)]);
    return sql`(select count(*)::int from ${row.from} where ${where})`;
  }

  private seek(row: Row, part: 'values' | 'nulls'): Sql | null {
    return this.args.get('after').isSet ? seekSql(row, this.order, this.args, part) : null;
  }

  private asked(row: Row): (Sql | null)[] {
    const filter = this.args.get('where');
    const asked = conditionsAsked(this.list, (name) => filter.get(name).isSet);
    return asked.map(([name, condition]) => condition.sql(row, filter.get(name)));
  }

  private conditions(row: Row): (Sql | null)[] {
    return [
      this.hanging ? this.hanging.on(row, this.hanging.row) : null,
      ...this.list.walls.map((wall) => wall.sql(row)),
      ...this.asked(row),
    ];
  }

  private missingNamed(): Missing[] {
    const filter = this.args.get('where');
    return Object.entries(this.list.filter).flatMap(([name, condition]) =>
      filter.get(name).isSet && condition.missing ? [condition.missing(this.planning.scope, filter.get(name))] : [],
    );
  }

  private orderBy(row: Row, isBackwards = false): Sql {
    const { direction, isNullable } = this.order;
    const turned = wordOf(direction) === 'asc' ? 'desc' : 'asc';
    const word = isBackwards ? turned : wordOf(direction);
    const nulls = isNullable ? (isBackwards ? ' nulls first' : ' nulls last') : '';
    const order: Order = [
      [(ordered) => orderedBy(ordered, this.order).value, `${word}${nulls}` as 'asc'],
      ['id', word],
    ];
    return orderSql(row, order);
  }
}
