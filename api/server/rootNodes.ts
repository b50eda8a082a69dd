import { type FieldNode, type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Question } from '../reading/index.js';

/** The root fields of a query by response key, in order, as execution merges them. */
export function rootNodes(
  schema: GraphQLSchema,
  { document, operation, variables }: Question,
): ReadonlyMap<string, readonly FieldNode[]> {
  const root = schema.getRootType(operation.operation);
  if (!root) return new Map();
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return collectFields(schema, fragments, variables, root, operation.selectionSet);
}
