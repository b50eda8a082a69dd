import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Collected } from './collected.js';
import type { Shape, ShapeField } from './complete.js';
import type { Given } from './given.js';
import { pageField } from './page.js';
import type { Planning } from './planning.js';
import { kindsOf, type Order, type Reads } from './reads.js';
import { leafSql, Unplannable } from './scalars.js';
import type { Row } from './scope.js';
import { type Column, made, type ObjectSql, orderSql, selectList, type Value } from './select.js';
import { joined, literal, quoted, Sql, sql } from './sql.js';

/** The columns of an object: one for each response key, in the order in which graphql-js would answer them. */
function columnsOf(planning: Planning, type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): Column[] {
  return [...planning.collected(type, nodes)].map(([key, inner]) => columnOf(planning, type, key, inner, row));
}

function columnOf(planning: Planning, type: GraphQLObjectType, key: string, nodes: FieldNode[], row: Row): Column {
  const name = nodes[0]?.name.value ?? '';
  const emitted = planning.keyFor(key);
  const field = type.getFields()[name] ?? null;
  const shape: ShapeField = { key, emitted, field, parent: type, nodes, of: null };
  if (!field) return { sql: sql`${literal(type.name)}::text`, shape };
  const refusedFor = planning.refusalOf(type, field);
  if (refusedFor !== null) return { sql: sql`null::text`, shape: { ...shape, refusedFor } };
  const { of, finish, isCertain, sql: value } = fieldValue(planning, type, field, nodes, row);
  const isSafe = isCertain || !isNonNullType(field.type);
  return { sql: isSafe ? value : planning.neverNull(value), shape: { ...shape, of, ...(finish && { finish }) } };
}

function fieldValue(
  planning: Planning,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  row: Row,
): Value {
  const how = (field.extensions as { reads?: Reads }).reads;
  if (!how) return plainField(planning, type, field, nodes, row);
  const given = planning.given(field, nodes);
  switch (how.as) {
    case 'expression':
      return { sql: leafSql(field.type, how.sql(row, given)), isCertain: how.isCertain, of: null };
    case 'one': {
      const to = row.scope.table(how.origin(row), how.day?.(row, given) ?? row.day);
      return oneRecord(planning, field.type, nodes, to, how.on(to, row), how.isUnique);
    }
    case 'many': {
      const to = row.scope.table(how.origin(row), row.day);
      return manyRecords(planning, field.type, nodes, to, how.on(to, row, given), how.order);
    }
    case 'page': {
      const value = pageField(
        planning,
        objectOf,
        { type: field.type, nodes, list: how.list, given },
        { row, on: how.on },
      );
      return where(how.isThere?.(row), value);
    }
    case 'self':
      return selfObject(planning, field.type, nodes, row, how);
    case 'code':
      return finished(planning, field, nodes, how, { row, given });
    case 'judged':
      throw new Unplannable(how.why);
    case 'picked':
      throw new Unplannable(`${type.name}.${field.name} is picked out of what code has made`);
    default:
      throw new Unplannable(`${type.name}.${field.name} can only be read at the root`);
  }
}

/** A field that says nothing of how it is read is the column or the relation of its property. */
function plainField(
  planning: Planning,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  row: Row,
): Value {
  const { property } = planning.model.fieldOf(type, field.name);
  const part = planning.partOf(type, field.name);
  if (part) return { sql: leafSql(field.type, part(row)), isCertain: false, of: null };
  const place = row.table.find(property);
  if (!place) throw new Unplannable(`${type.name}.${field.name} does not say how it is read`);
  if (place.target === null || isLeafType(getNamedType(field.type)))
    return { sql: leafSql(field.type, row.column(property)), isCertain: !place.isNullable, of: null };
  const to = row.scope.table(planning.model.originOf(place.target), row.day);
  return oneRecord(planning, field.type, nodes, to, sql`${to.column('id')} = ${row.column(property)}`, true);
}

/** One record of another table, as a scalar sub-select; where the condition is `isUnique` it needs no limit. */
export function oneRecord(
  planning: Planning,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  to: Row,
  on: Sql,
  isUnique = false,
): Value {
  const { columns, single, shape } = objectOf(planning, type, nodes, to);
  const record = sql`select ${columns} from ${to.from} where ${to.pin} and ${on}${isUnique ? sql`` : sql` limit 1`}`;
  return { sql: sql`(select ${single} from (${record}) "$")`, isCertain: false, of: shape };
}

/** A whole short list, as an array in order. */
export function manyRecords(
  planning: Planning,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  to: Row,
  on: Sql,
  order: Order,
): Value {
  if (!isListType(getNullableType(type))) throw new Unplannable(`${String(type)} is no list`);
  const { columns, each, shape } = objectOf(planning, type, nodes, to);
  const by = orderSql(to, order);
  const rows = sql`select ${columns} from ${to.from} where ${to.pin} and ${on}${by}`;
  return { sql: sql`(select coalesce(json_agg(${each}), '[]') from (${rows}) "$")`, isCertain: true, of: shape };
}

function selfObject(
  planning: Planning,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  row: Row,
  how: Extract<Reads, { as: 'self' }>,
): Value {
  const named = getNamedType(type).name;
  const { columns, single, shape } = planning.withParts(named, how.parts, () => objectOf(planning, type, nodes, row));
  const value = sql`(select ${single} from (select ${columns}) "$")`;
  return where(how.isThere?.(row), { sql: value, isCertain: true, of: shape });
}

/** A value that is null where a condition is false. */
function where(isThere: Sql | undefined, value: Value): Value {
  return isThere ? { ...value, sql: sql`case when ${isThere} then ${value.sql} end`, isCertain: false } : value;
}

/** What a field that finishes in code needs, as one JSON object. */
export function finished(
  planning: Planning,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  how: Extract<Reads, { as: 'code' }>,
  at: { row: Row; given: Given },
): Value {
  const needs = Object.entries(how.needs(at.row, at.given)).map(([name, need]) => sql`${need} as ${quoted(name)}`);
  const columns = needs.length === 0 ? sql`null as "none"` : joined(needs, ', ');
  const value = sql`(select to_json("$") from (select ${columns}) "$")`;
  const of = planning.plainShape(field.type, nodes);
  return { sql: value, isCertain: true, of, finish: planning.finisher(how.finish, at.given) };
}

/** An object over a row. A row of an interface becomes the object of its kind. */
export function objectOf(
  planning: Planning,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  row: Row,
): ObjectSql {
  const named = getNamedType(type);
  if (isObjectType(named)) {
    const columns = columnsOf(planning, named, nodes, row);
    return { ...selectList(columns), shape: new Map([[named.name, columns.map((c) => c.shape)]]) };
  }
  if (!isAbstractType(named)) throw new Unplannable(`${String(type)} is no record`);
  return ofItsKind(planning, named, nodes, row);
}

function ofItsKind(
  planning: Planning,
  abstract: GraphQLAbstractType,
  nodes: readonly FieldNode[],
  row: Row,
): ObjectSql {
  const kinds = kindsOf(abstract.name);
  if (!kinds) throw new Unplannable(`${abstract.name} does not say how its kinds are told apart`);
  const each = [...kinds.types].map(([value, name]) => ({ value, ...planning.kind(name) }));
  const which = (make: (kind: (typeof each)[number]) => Sql) =>
    sql`case ${row.column(kinds.property)}${new Sql(each.map((kind) => sql` when ${literal(kind.value)} then ${make(kind)}`))} end`;
  const shared = sharedFields(planning, abstract, each, nodes);
  const [first] = each;
  if (shared && first) {
    const columns = [...shared].map(([key, inner]) => columnOf(planning, first.type, key, inner, row));
    const named = columns.map((one) =>
      one.shape.field ? one : { ...one, sql: which(({ type }) => sql`${literal(type.name)}::text`) },
    );
    return { ...selectList(named), shape: new Map([[abstract.name, named.map((c) => c.shape)]]) };
  }
  const shape: Shape = new Map();
  planning.hasKinds = true;
  const whole = which(({ type, table }) => {
    const own = row.as(table);
    const columns = columnsOf(planning, type, nodes, own);
    shape.set(
      type.name,
      columns.map((c) => c.shape),
    );
    const { columns: select, single } = selectList(columns, planning.isTellingKinds ? type.name : null);
    return sql`(select ${single} from (select ${select} from (select) "one"${own.joins}) "$")`;
  });
  return { columns: sql`${whole} as "j"`, ...made, shape };
}

/** The selection when it is the same for every kind and reads nothing of a kind's own, so that no row need be told apart. */
function sharedFields(
  planning: Planning,
  abstract: GraphQLAbstractType,
  kinds: readonly { type: GraphQLObjectType }[],
  nodes: readonly FieldNode[],
): Collected | null {
  const [first, ...others] = kinds.map(({ type }) => planning.collected(type, nodes));
  if (!first || isUnionType(abstract)) return null;
  const isShared = (node: FieldNode | undefined): boolean => {
    const name = node?.name.value ?? '';
    const how = (kinds[0]?.type.getFields()[name]?.extensions as { reads?: Reads } | undefined)?.reads;
    return name === '__typename' || (name in abstract.getFields() && how?.as !== 'code');
  };
  const isSame = (other: Collected): boolean =>
    other.size === first.size &&
    [...first].every(([key, own], i) => [...other][i]?.[0] === key && sameNodes(own, other.get(key)));
  return [...first.values()].every((own) => isShared(own[0])) && others.every(isSame) ? first : null;
}

function sameNodes(own: readonly FieldNode[], other: readonly FieldNode[] | undefined): boolean {
  return own.length === other?.length && own.every((node, i) => node === other[i]);
}
