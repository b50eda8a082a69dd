import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { checkArguments } from './bounds.js';
import { type Branch, Outline } from './outline.js';

/** How many rows a plain list is taken to have, unless its field says `@Extensions({ size })`. */
const assumedSize = 10;

/** How many fields an outline may have to be kept with its operation; what is wider is looked into each time. */
const mostKept = 500;

const outlines = new WeakMap<OperationDefinitionNode, Outline>();

/** What an operation would read at most, and a mutation's root fields with their arguments; a field asked twice stands there twice. */
export interface Measure {
  cost: number;
  roots: { name: string; values: Record<string, unknown> }[];
}

/**
 * Counts the records that an operation could read: the product of the list sizes down each path, summed. It merges fields as execution
 * does, refuses arguments that are out of bounds, and stops counting once the cost is over `most`. Asked again, an operation is not
 * looked into anew: only what hangs on its variables is.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  most: number,
): Measure {
  const outline = outlines.get(operation) ?? new Outline(schema, document, operation);
  const meter = new Meter(variables, most);
  meter.walk(outline.branches(), 1, null);
  if (outline.size <= mostKept) outlines.set(operation, outline);
  else outlines.delete(operation);
  if (operation.operation !== OperationTypeNode.MUTATION) return { cost: meter.cost, roots: [] };
  const roots = outline.roots().map(({ field, node }) => ({
    name: node.name.value,
    values: field ? valuesOf(field, node, variables) : {},
  }));
  return { cost: meter.cost, roots };
}

class Meter {
  cost = 0;

  constructor(
    private readonly variables: Record<string, unknown>,
    private readonly most: number,
  ) {}

  /** `times`: how many records the selection is read on; `page`: how many rows a connection's `nodes` and `edges` have. */
  walk(branches: readonly Branch[], times: number, page: number | null): void {
    for (const branch of branches) {
      if (this.cost > this.most) return;
      const values = branch.values ?? this.checkedValues(branch);
      if (!branch.isRecord) continue;
      const read = times * sizeOf(branch, page);
      this.cost += read;
      this.walk(branch.under(), read, branch.isConnection ? pageSize(values) : null);
    }
  }

  private checkedValues(branch: Branch): Record<string, unknown> {
    const values = valuesOf(branch.field, branch.node, this.variables);
    checkArguments(values);
    if (!branch.hasVariables) branch.values = values;
    return values;
  }
}

function valuesOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  return field.args.length > 0 ? getArgumentValues(field, node, variables) : {};
}

function sizeOf({ field, isList }: Branch, page: number | null): number {
  if (!isList) return 1;
  if (page !== null) return Math.max(page, 1);
  const { size } = field.extensions as { size?: number };
  return size ?? assumedSize;
}

function pageSize(values: Record<string, unknown>): number {
  return typeof values.first === 'number' ? values.first : 25;
}
