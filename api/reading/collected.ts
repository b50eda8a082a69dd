import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** The fields of a selection by response key, merged and in the order in which graphql-js executes them. */
export type Collected = Map<string, FieldNode[]>;

/** The selections of one operation: graphql-js's own merging of fields, fragments and directives. */
export class Selections {
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
  ) {
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.fragments[one.name.value] = one;
  }

  ofRoot(type: GraphQLObjectType, operation: OperationDefinitionNode): Collected {
    return collectFields(this.schema, this.fragments, this.variables, type, operation.selectionSet) as Collected;
  }

  of(type: GraphQLObjectType, nodes: readonly FieldNode[]): Collected {
    return collectSubfields(this.schema, this.fragments, this.variables, type, [...nodes]) as Collected;
  }
}

/** The variables that decide with @include and @skip what a document selects at all. */
export function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
