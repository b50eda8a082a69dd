import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Root } from '../reading/index.js';
import { DataText } from './answerText.js';

/** What came of one root field: the JSON text of its value, and the errors met in it. */
export interface Part {
  text: string;
  errors: readonly GraphQLError[];
}

/**
 * Puts an answer together in the order of response keys. A null in a root field that may not be null is a null for all of `data`, as
 * GraphQL has it.
 */
export function compose(roots: readonly Root[], parts: ReadonlyMap<string, Part>): ExecutionResult {
  const errors: GraphQLError[] = [];
  const texts: string[] = [];
  let isNull = false;
  for (const root of roots) {
    const { text, errors: own } = partOf(root, parts);
    errors.push(...own);
    isNull ||= text === 'null' && !root.isNullable;
    texts.push(`"${root.key}":${text}`);
  }
  const data = isNull ? null : (new DataText(`{${texts.join(',')}}`) as unknown as ExecutionResult['data']);
  return errors.length > 0 ? { errors, data: data ?? null } : { data: data ?? null };
}

function partOf(root: Root, parts: ReadonlyMap<string, Part>): Part {
  if (root.kind === 'refused') return { text: 'null', errors: [root.error] };
  const part = parts.get(root.key);
  if (part) return part;
  throw new Error(`Nothing answered the root field ${root.key}.`);
}
