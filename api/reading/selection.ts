import type { EntityMetadata } from '@mikro-orm/core';
import {
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type Metadata = Pick<EntityMetadata, 'properties'>;

/** The relations of an entity that a selection touches, as populate paths: `['station', 'station.successor']`. */
export function selectedRelations(
  info: GraphQLResolveInfo,
  steps: readonly string[],
  metaOf: (className: string) => Metadata | null,
  className: string,
): string[] {
  const sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? descend(info, [node.selectionSet], steps) : []));
  const paths = new Set<string>();
  walk(info, sets, metaOf, className, '', paths);
  return [...paths];
}

interface Picked {
  name: string;
  set: SelectionSetNode | undefined;
}

/** The fields of selection sets, with fragments of any type opened. */
function fields(info: GraphQLResolveInfo, sets: readonly SelectionSetNode[]): Picked[] {
  return sets.flatMap((set) =>
    set.selections.flatMap((s): Picked[] => {
      if (s.kind === Kind.FIELD) return [{ name: s.name.value, set: s.selectionSet }];
      const inner = s.kind === Kind.INLINE_FRAGMENT ? s.selectionSet : info.fragments[s.name.value]?.selectionSet;
      return inner ? fields(info, [inner]) : [];
    }),
  );
}

/** Goes down one of the wrapper fields of a connection: `nodes`, or `edges.node`. */
function descend(
  info: GraphQLResolveInfo,
  sets: readonly SelectionSetNode[],
  steps: readonly string[],
): SelectionSetNode[] {
  if (steps.length === 0) return [...sets];
  const picked = fields(info, sets);
  return steps.flatMap((step) => {
    const [head = '', ...rest] = step.split('.');
    const inner = picked.filter((p) => p.name === head).flatMap((p) => p.set ?? []);
    return rest.length > 0 ? descend(info, inner, [rest.join('.')]) : inner;
  });
}

function walk(
  info: GraphQLResolveInfo,
  sets: readonly SelectionSetNode[],
  metaOf: (className: string) => Metadata | null,
  className: string,
  prefix: string,
  paths: Set<string>,
): void {
  const meta = metaOf(className);
  if (!meta || sets.length === 0) return;
  for (const { name, set } of fields(info, sets)) {
    const property = (meta.properties as Record<string, { kind: string; type: string }>)[name];
    if (!property || property.kind === 'scalar' || !set || !isRecord(info.schema, property.type)) continue;
    paths.add(prefix + name);
    walk(info, [set], metaOf, property.type, `${prefix}${name}.`, paths);
  }
}

function isRecord(schema: GraphQLSchema, typeName: string): boolean {
  const type = schema.getType(typeName);
  return type !== undefined && (isObjectType(getNamedType(type)) || isInterfaceType(getNamedType(type)));
}
