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

function readsOf(field: GraphQLField<unknown, unknown>): Reads | undefined {
  return (field.extensions as { reads?: Reads }).reads;
}

/** Every list, found by what its field says of how it is read; `ids` names a record of each type that has a nested list and no root one. */
export function everyList(schema: GraphQLSchema, ids: Readonly<Record<string, string>>): Offer[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const ofRoots = roots.flatMap((field): Offer[] => {
    const how = readsOf(field);
    return how?.as === 'list' ? [{ name: field.name, list: how.list, field, ask: (selection) => selection }] : [];
  });
  const nested = Object.values(schema.getTypeMap()).flatMap((type): Offer[] => {
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const how = readsOf(field);
      if (how?.as !== 'page') return [];
      const way = wayTo(type.name, roots, ofRoots, ids);
      return [{ name: `${type.name}.${field.name}`, list: how.list, field, ask: way }];
    });
  });
  return [...ofRoots, ...nested];
}

/** A nested list is asked for the first records of a root list of its owner's type, or for the record that `ids` names. */
function wayTo(
  owner: string,
  roots: readonly GraphQLField<unknown, unknown>[],
  lists: readonly Offer[],
  ids: Readonly<Record<string, string>>,
): Offer['ask'] {
  const list = lists.find((one) => nodeOf(one.field) === owner);
  if (list) return (selection) => `${list.name}(first: 5) { nodes { ${selection} } }`;
  const isLookUp = (field: GraphQLField<unknown, unknown>) =>
    getNamedType(field.type).name === owner && field.args.some((arg) => arg.name === 'id');
  const lookUp = roots.find(isLookUp);
  const id = ids[owner];
  if (!lookUp || !id) throw new Error(`Say in this test how to come to a ${owner}, which has a list.`);
  return (selection) => `${lookUp.name}(id: "${id}") { ${selection} }`;
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
