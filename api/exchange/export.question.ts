import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import type { ListColumns } from '../reading/index.js';

/** The question that a list's own field is asked for a page of its file, and where the rows stand in the answer. */
export interface ListQuestion {
  /** Counts as well. */
  first: DocumentNode;
  next: DocumentNode;
  /** The fields down to the list. */
  path: readonly string[];
  /** Whether the list comes by the page. */
  isPaged: boolean;
  /** What each column is in the schema. */
  types: readonly GraphQLOutputType[];
  /** Of its arguments, the filter; null where it has none. */
  where: GraphQLArgument | null;
}

type Field = GraphQLField<unknown, unknown>;

interface Tree {
  [field: string]: Tree;
}

/** Makes the question out of the columns; what is selected is what the asker would select. */
export function questionOf(schema: GraphQLSchema, { list, columns }: ListColumns): ListQuestion {
  const path = list.split('.');
  const [root, field] = fieldsAlong(schema, path);
  if (!root || !field) throw new Error(`The schema has no list ${list}.`);
  const connection = getNamedType(field.type);
  const nodes =
    isObjectType(connection) && connection.name.endsWith('Connection') ? connection.getFields().nodes : null;
  const row = getNamedType((nodes ?? field).type);
  const args = field.args.filter(({ name }) => ['where', 'orderBy', 'first', 'after'].includes(name));
  const rows = selection(treeOf(columns));
  const ask = (counted: string): DocumentNode => {
    const page = nodes ? `{ ${counted} pageInfo { hasNextPage endCursor } nodes ${rows} }` : rows;
    const given = args.length > 0 ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : '';
    const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`);
    const isBelow = path.length > 1;
    const heads = isBelow ? ['$id: ID!', ...declared] : declared;
    const asked = `${field.name}${given} ${page}`;
    return parse(`query Export(${heads.join(', ')}) { ${isBelow ? `${root.name}(id: $id) { ${asked} }` : asked} }`);
  };
  return {
    first: ask('totalCount'),
    next: ask(''),
    path,
    isPaged: nodes !== null,
    types: columns.map((column) => typeAlong(row, column.field.split('.'))),
    where: args.find(({ name }) => name === 'where') ?? null,
  };
}

/** The root field, and the field that answers the list: the same one, or one of its record. */
function fieldsAlong(schema: GraphQLSchema, [rootName = '', below]: readonly string[]): [Field?, Field?] {
  const root = schema.getQueryType()?.getFields()[rootName];
  const record = root && getNamedType(root.type);
  return [root, below === undefined ? root : (record as GraphQLObjectType).getFields()[below]];
}

function typeAlong(type: ReturnType<typeof getNamedType>, path: readonly string[]): GraphQLOutputType {
  const [name = '', ...rest] = path;
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`${String(type)} has no field ${name}.`);
  return rest.length === 0 ? field.type : typeAlong(getNamedType(field.type), rest);
}

function treeOf(columns: ListColumns['columns']): Tree {
  const tree: Tree = {};
  for (const { field, only } of columns) {
    const steps = field.split('.');
    plant(tree, steps);
    for (const one of only?.fields ?? []) plant(tree, [...steps.slice(0, -1), one]);
  }
  return tree;
}

function plant(tree: Tree, steps: readonly string[]): void {
  let at = tree;
  for (const step of steps) {
    at[step] ??= {};
    at = at[step];
  }
}

function selection(tree: Tree): string {
  const fields = Object.entries(tree).map(([name, below]) =>
    Object.keys(below).length > 0 ? `${name} ${selection(below)}` : name,
  );
  return `{ ${fields.join(' ')} }`;
}
