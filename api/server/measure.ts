import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { checkArguments } from './bounds.js';

/** How many rows a plain list is taken to have, unless its field says `@Extensions({ size })`. */
const assumedSize = 10;

/** One field as execution would merge it: the type it is read on, and every node that names it. */
interface Asked {
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
}

/** What an operation would read at most, and its root fields with their arguments; a field asked twice stands there twice. */
export interface Measure {
  cost: number;
  roots: { name: string; values: Record<string, unknown> }[];
}

/**
 * Counts the records that an operation could read: the product of the list sizes down each path, summed. It merges fields as execution
 * does, refuses arguments that are out of bounds, and stops counting once the cost is over `most`.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  most: number,
): Measure {
  const root = schema.getRootType(operation.operation);
  if (!root) return { cost: 0, roots: [] };
  const meter = new Meter(schema, document, variables, most);
  meter.walk(root, [operation.selectionSet], 1, null);
  const nodes = meter.fieldsOf(root, [operation.selectionSet]).flatMap((asked) => asked.nodes);
  const roots = nodes.map((node) => ({
    name: node.name.value,
    values: valuesOf(fieldOf(root, node.name.value), node, variables),
  }));
  return { cost: meter.cost, roots };
}

class Meter {
  cost = 0;
  private readonly fragments: Map<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
    private readonly most: number,
  ) {
    const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** `times`: how many records the selection is read on; `page`: how many rows a connection's `nodes` and `edges` have. */
  walk(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], times: number, page: number | null): void {
    for (const { parent, nodes } of this.fieldsOf(type, sets)) {
      const [node] = nodes;
      const field = node && fieldOf(parent, node.name.value);
      if (!node || !field || this.cost > this.most) continue;
      const values = valuesOf(field, node, this.variables);
      checkArguments(values);
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) continue;
      const read = times * sizeOf(field, page);
      this.cost += read;
      const inner = nodes.flatMap((n) => n.selectionSet ?? []);
      this.walk(named, inner, read, isConnection(named) ? pageSize(values) : null);
    }
  }

  /** The fields of selections, merged by response key; what stands on different types is kept apart. */
  fieldsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Asked[] {
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

function valuesOf(
  field: GraphQLField<unknown, unknown> | null,
  node: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  return field && field.args.length > 0 ? getArgumentValues(field, node, variables) : {};
}

/** Null for `__typename` and introspection, which read no records. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | null {
  if (isUnionType(parent)) return null;
  return parent.getFields()[name] ?? null;
}

function sizeOf(field: GraphQLField<unknown, unknown>, page: number | null): number {
  if (!isListType(getNullableType(field.type))) return 1;
  if (page !== null) return Math.max(page, 1);
  const { size } = field.extensions as { size?: number };
  return size ?? assumedSize;
}

function isConnection(type: GraphQLCompositeType): boolean {
  return !isUnionType(type) && 'pageInfo' in type.getFields();
}

function pageSize(values: Record<string, unknown>): number {
  return typeof values.first === 'number' ? values.first : 25;
}
