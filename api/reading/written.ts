import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Collected, Selections } from './collected.js';
import type { Bound, Question } from './question.js';
import type { Reads } from './reads.js';

/** The record in a payload, whose statement is whole once the id of what was written is known. */
export interface WrittenRecord {
  nodes: readonly FieldNode[];
  bind(id: string): Bound;
}

/** How the payload of a mutation is answered: its records by statements, after `rest` has been executed by the resolvers. */
export interface Payload {
  /** Response key of the mutation. */
  key: string;
  /** Response keys of the payload, in order. */
  keys: readonly string[];
  records: ReadonlyMap<string, WrittenRecord>;
  /** The same mutation, which asks of each record nothing but its id. */
  rest: DocumentNode;
}

interface PayloadAsked {
  key: string;
  node: FieldNode;
  type: GraphQLObjectType;
  selected: Collected;
}

/** What a mutation asks of its payload; null unless it is one mutation that answers an object. */
export function payloadOf(schema: GraphQLSchema, selections: Selections, question: Question): PayloadAsked | null {
  const root = schema.getMutationType();
  const [first, ...more] = root ? selections.ofRoot(root, question.operation) : [];
  const [node] = first?.[1] ?? [];
  if (!root || !first || !node || more.length > 0) return null;
  const type = getNamedType(root.getFields()[node.name.value]?.type);
  if (!isObjectType(type)) return null;
  return { key: first[0], node, type, selected: selections.of(type, first[1]) };
}

/** Whether a field of a payload is the record that was written. */
export function isWritten(type: GraphQLObjectType, [node]: readonly FieldNode[]): boolean {
  const how = (type.getFields()[node?.name.value ?? '']?.extensions as { reads?: Reads } | undefined)?.reads;
  return how?.as === 'written';
}

const id: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

/** The document with the mutation alone, in which each record is asked for its id. */
export function withoutRecords(
  { document, operation }: Pick<Question, 'document' | 'operation'>,
  { node, type, selected }: PayloadAsked,
): DocumentNode {
  const onlyId = { kind: Kind.SELECTION_SET as const, selections: [id] };
  const selections = [...selected.values()].flatMap((nodes) =>
    isWritten(type, nodes) ? nodes.slice(0, 1).map((one) => ({ ...one, selectionSet: onlyId })) : nodes,
  );
  const mutation: FieldNode = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const selectionSet = { ...operation.selectionSet, selections: [mutation] };
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [{ ...operation, selectionSet }, ...fragments] };
}
