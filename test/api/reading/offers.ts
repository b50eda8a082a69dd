import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import type { List, Reads } from '../../../api/reading/index.js';

/** A list that the schema offers, with the way to it: a root field, or a nested one of the records of a root field. */
export interface Offer {
  name: string;
  list: List;
  field: GraphQLField<unknown, unknown>;
  /** Puts a selection of the list's field into a query. */
  ask(selection: string): string;
}

type Ways = Readonly<Record<string, Offer['ask'] | null>>;

function readsOf(field: GraphQLField<unknown, unknown>): Reads | undefined {
  return (field.extensions as { reads?: Reads }).reads;
}

/** Every list, found by what its field says of how it is read; `ways` leads to a record of each type that has a nested list and no root one, or says null for a type to leave out. */
export function everyList(schema: GraphQLSchema, ways: Ways): Offer[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const ofRoots = roots.flatMap((field): Offer[] => {
    const how = readsOf(field);
    return how?.as === 'list' ? [{ name: field.name, list: how.list, field, ask: (selection) => selection }] : [];
  });
  const nested = Object.values(schema.getTypeMap()).flatMap((type): Offer[] => {
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const how = readsOf(field);
      if (how?.as !== 'page' || ways[type.name] === null) return [];
      return [{ name: `${type.name}.${field.name}`, list: how.list, field, ask: wayTo(type.name, ofRoots, ways) }];
    });
  });
  return [...ofRoots, ...nested];
}

/** A nested list is asked for by the way given, or else for the first records of a root list of its owner's type. */
function wayTo(owner: string, lists: readonly Offer[], ways: Ways): Offer['ask'] {
  const list = lists.find((one) => nodeOf(one.field) === owner);
  const way = ways[owner] ?? (list && ((selection) => `${list.name}(first: 5) { nodes { ${selection} } }`));
  if (!way) throw new Error(`Say in this test how to come to a ${owner}, which has a list.`);
  return way;
}

function nodeOf(field: GraphQLField<unknown, unknown>): string | null {
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type).name : null;
}

/** Filters to ask a list with: each of its conditions alone, with values that select little and values that select much. */
export function filtersOf(
  offer: Offer,
  known: Readonly<Record<string, readonly unknown[]>>,
): Record<string, unknown>[] {
  const where = offer.field.args.find((arg) => arg.name === 'where');
  if (!where) return [];
  const fields = (getNamedType(where.type) as GraphQLInputObjectType).getFields();
  return Object.keys(offer.list.filter).flatMap((name) => {
    const values = known[`${offer.name}.${name}`] ?? known[name] ?? enumValues(fields[name]?.type as never);
    if (!values) throw new Error(`What to ask ${offer.name} with as ${name}? Say so in this test.`);
    return values.map((value) => ({ [name]: value }));
  });
}

/** One value of an enum, and all. */
function enumValues(type: GraphQLInputObjectType): unknown[] | null {
  const listed = isInputObjectType(type) ? type.getFields().in?.type : null;
  const values = listed && isListType(listed) ? getNamedType(listed) : null;
  if (!isEnumType(values)) return null;
  const all = values.getValues().map(({ name }) => name);
  return [{ in: all.slice(0, 1) }, { in: all }];
}
