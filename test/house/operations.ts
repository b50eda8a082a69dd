import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../api/schema.js';
import type { Answer } from '../support/app.js';

/** A root field of the schema, as a test asks it. */
export interface Operation {
  name: string;
  isMutation: boolean;
  /** Where ids stand in its variables: `id`, `where.id.in`, `input.parentId`. */
  idPaths: string[];
  /** A document that takes every argument as a variable and asks for a little of the answer. */
  document: string;
}

type Field = GraphQLField<unknown, unknown>;

/** Every query and mutation. */
export function operations(): Operation[] {
  const ofRoot = (fields: Record<string, Field> | undefined, isMutation: boolean): Operation[] =>
    Object.values(fields ?? {}).map((field) => ({
      name: field.name,
      isMutation,
      idPaths: field.args.flatMap((arg) => idPathsOf(arg, '')),
      document: documentOf(field, isMutation),
    }));
  const built = schema();
  return [...ofRoot(built.getQueryType()?.getFields(), false), ...ofRoot(built.getMutationType()?.getFields(), true)];
}

function idPathsOf(input: GraphQLArgument | GraphQLInputField, above: string): string[] {
  const type = getNamedType(input.type);
  const path = `${above}${input.name}`;
  if (type.name === 'ID') return [path];
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => idPathsOf(field, `${path}.`));
}

function documentOf(field: Field, isMutation: boolean): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = `${field.name}${given && `(${given})`} ${selectionOf(field.type, 2)}`;
  return `${isMutation ? 'mutation' : 'query'}${declared && ` (${declared})`} { ${call} }`;
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named) || (!isObjectType(named) && !isInterfaceType(named))) return '';
  const isRecord = 'id' in named.getFields();
  const fields = Object.values(named.getFields()).filter((field) => {
    if (field.args.some(isRequiredArgument) || field.deprecationReason) return false;
    if (isLeafType(getNamedType(field.type)))
      return !isRecord || ['id', 'version', 'state', 'account'].includes(field.name);
    return depth > 0 && !isRecord;
  });
  return `{ __typename ${fields.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}

/** How an operation ended for who asked. */
export type Outcome = 'done' | 'forbidden' | 'hidden' | 'signInFirst' | 'refused';

/** What an answer means: done, FORBIDDEN, as if it did not exist, sign in first, or a refusal of what was sent. */
export function outcomeOf(operation: string, answer: Answer): Outcome {
  const [error] = answer.errors ?? [];
  const code = String(error?.extensions?.code);
  if (error)
    return (
      ({ FORBIDDEN: 'forbidden', NOT_FOUND: 'hidden', UNAUTHENTICATED: 'signInFirst' } as const)[code] ?? 'refused'
    );
  const value = answer.data[operation];
  const mistakes = (value?.errors ?? []) as { code: string }[];
  if (mistakes.some((one) => one.code === 'FORBIDDEN')) return 'forbidden';
  if (mistakes.some((one) => one.code === 'NOT_FOUND')) return 'hidden';
  if (mistakes.length > 0) return 'refused';
  const cells = value?.total?.cells as { count?: number; value?: string }[] | undefined;
  const rows = value?.nodes ?? cells?.filter(({ count, value: figure }) => (count ?? Number(figure)) > 0) ?? value;
  return rows === null || (Array.isArray(rows) && rows.length === 0) ? 'hidden' : 'done';
}
