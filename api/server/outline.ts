import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** A field that reads records or takes arguments, and what is asked under it. */
export interface Branch {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  isRecord: boolean;
  isList: boolean;
  isConnection: boolean;
  hasVariables: boolean;
  /** The arguments, once they were found in bounds; null where they hang on variables. */
  values: Record<string, unknown> | null;
  /** Looked into when it is first needed, for fragments may unfold beyond any measure. */
  under(): readonly Branch[];
}

/** One field as execution would merge it: the type it is read on, and every node that names it. */
interface Asked {
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
}

/** What an operation asks, whatever its variables are. */
export class Outline {
  /** How many fields have been looked into. */
  size = 0;
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  private known: readonly Branch[] | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  branches(): readonly Branch[] {
    const root = this.schema.getRootType(this.operation.operation);
    this.known ??= root ? this.branchesOf(root, [this.operation.selectionSet]) : [];
    return this.known;
  }

  /** Every root field as often as it is asked, with its node. */
  roots(): { field: GraphQLField<unknown, unknown> | null; node: FieldNode }[] {
    const root = this.schema.getRootType(this.operation.operation);
    if (!root) return [];
    return this.fieldsOf(root, [this.operation.selectionSet])
      .flatMap(({ nodes }) => nodes)
      .map((node) => ({ field: fieldOf(root, node.name.value), node }));
  }

  private branchesOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): readonly Branch[] {
    return this.fieldsOf(type, sets).flatMap(({ parent, nodes }) => {
      this.size += 1;
      const [node] = nodes;
      const field = node && fieldOf(parent, node.name.value);
      if (!node || !field) return [];
      const isRecord = isCompositeType(getNamedType(field.type));
      return isRecord || field.args.length > 0 ? [this.branchOf(field, node, nodes)] : [];
    });
  }

  private branchOf(field: GraphQLField<unknown, unknown>, node: FieldNode, nodes: readonly FieldNode[]): Branch {
    const named = getNamedType(field.type);
    let under: readonly Branch[] | null = null;
    return {
      field,
      node,
      isRecord: isCompositeType(named),
      isList: isListType(getNullableType(field.type)),
      isConnection: isCompositeType(named) && !isUnionType(named) && 'pageInfo' in named.getFields(),
      hasVariables: node.arguments?.some(({ value }) => holdsVariable(value)) ?? false,
      values: null,
      under: () => {
        const sets = nodes.flatMap((n) => n.selectionSet ?? []);
        under ??= isCompositeType(named) ? this.branchesOf(named, sets) : [];
        return under;
      },
    };
  }

  /** The fields of selections, merged by response key; what stands on different types is kept apart. */
  private fieldsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Asked[] {
    const found = new Map<string, Asked>();
    const spread = new Set<string>();
    for (const set of sets) this.collect(type, set, found, spread);
    return [...found.values()];
  }

  private collect(
    parent: GraphQLCompositeType,
    set: SelectionSetNode,
    found: Map<string, Asked>,
    spread: Set<string>,
  ): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = `${parent.name} ${selection.alias?.value ?? selection.name.value}`;
        const asked = found.get(key) ?? { parent, nodes: [] };
        asked.nodes.push(selection);
        found.set(key, asked);
        continue;
      }
      const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
      if (name !== null && spread.has(name)) continue;
      if (name !== null) spread.add(name);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment)
        this.collect(this.narrowed(parent, fragment.typeCondition?.name.value), fragment.selectionSet, found, spread);
    }
  }

  private narrowed(parent: GraphQLCompositeType, on: string | undefined): GraphQLCompositeType {
    const type = on === undefined ? undefined : this.schema.getType(on);
    return isCompositeType(type) ? type : parent;
  }
}

/** Null for `__typename` and introspection, which read no records. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | null {
  if (isUnionType(parent)) return null;
  return parent.getFields()[name] ?? null;
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value));
}
