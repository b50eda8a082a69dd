import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import type { Collected } from './collected.js';
import type { Shape, ShapeField } from './complete.js';
import { cursorSql } from './cursor.js';
import { Cut, type Hanging } from './cut.js';
import type { Given } from './given.js';
import type { List } from './list.js';
import type { Planning } from './planning.js';
import { Unplannable } from './scalars.js';
import type { Row } from './scope.js';
import { type Column, type ObjectSql, selectList, type Value } from './select.js';
import { literal, type Sql, sql } from './sql.js';

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
  const cut = new Cut(planning.scope, list, given, hanging);
  const page = new Page(planning, objectOf, cut);
  const fields = planning.collected(connection, nodes);
  const columns = [...fields].map(([key, inner]) => page.column(connection, key, inner));
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

/** The parts of a page over rows that are cut already. */
class Page {
  constructor(
    private readonly planning: Planning,
    private readonly objectOf: MakeObject,
    private readonly cut: Cut,
  ) {}

  column(type: GraphQLObjectType, key: string, nodes: FieldNode[]): Column {
    const name = nodes[0]?.name.value ?? '';
    const emitted = this.planning.keyFor(key);
    const field = type.getFields()[name] ?? null;
    const shapeOf = (of: Shape | null): ShapeField => ({ key, emitted, field, parent: type, nodes, of });
    if (!field) return { sql: sql`${literal(type.name)}::text`, shape: shapeOf(null) };
    switch (name) {
      case 'totalCount':
        return { sql: this.cut.count(), shape: shapeOf(null) };
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
    this.cut.isRead = true;
    const row = this.cut.inner.outOf(this.cut.page);
    const object = make(row);
    const by = this.cut.orderBy(row);
    const rows = sql`select ${object.columns} from ${row.from}${by} limit ${this.cut.slots.first}`;
    return { ...object, rows };
  }

  private edge(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): ObjectSql {
    return this.parts(type, this.planning.collected(type, nodes), (name, inner, field) => {
      if (name === 'cursor') return { sql: cursorSql(row, this.cut.order), of: null };
      if (name !== 'node') throw new Unplannable(`${type.name}.${name} is no part of an edge`);
      const { columns, single, shape } = this.objectOf(this.planning, field, inner, row);
      return { sql: sql`(select ${single} from (select ${columns}) "$")`, of: shape };
    });
  }

  private info(type: GraphQLObjectType, nodes: readonly FieldNode[]): ObjectSql {
    return this.parts(type, this.planning.collected(type, nodes), (name) => ({ sql: this.place(name), of: null }));
  }

  private place(name: string): Sql {
    if (name === 'hasPreviousPage') return sql`${this.cut.slots.isLater}`;
    this.cut.isRead = true;
    if (name === 'hasNextPage') {
      this.cut.isAskedForNext = true;
      return sql`(select count(*) > ${this.cut.slots.first} from ${this.cut.page})`;
    }
    const row = this.cut.inner.outOf(this.cut.page);
    const inOrder = this.cut.orderBy(row);
    const shown = sql`(select ${row.name}.* from ${row.from}${inOrder} limit ${this.cut.slots.first})`;
    const edge = row.outOf(shown);
    const by = this.cut.orderBy(edge, name === 'endCursor');
    return sql`(select ${cursorSql(edge, this.cut.order)} from ${edge.from}${by} limit 1)`;
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
}
