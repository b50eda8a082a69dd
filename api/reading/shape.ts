import { type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';

/** What of an argument a plan may depend on: what is set, booleans and enum values. Lists and texts count as set only. */
export function shapeOf(type: GraphQLInputType, value: unknown): string {
  if (value === undefined || value === null) return '';
  const named = getNullableType(type);
  if (isListType(named)) return 's';
  if (typeof value === 'boolean' || isEnumType(named)) return `=${String(value)}`;
  if (!isInputObjectType(named)) return 's';
  const fields = named.getFields();
  const parts = Object.entries(value as Record<string, unknown>).map(([key, inner]) => {
    const field = fields[key];
    const shape = field ? shapeOf(field.type, inner) : '';
    return shape === '' ? '' : `${key}:${shape}`;
  });
  return `{${parts.filter(Boolean).sort().join()}}`;
}
