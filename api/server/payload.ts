import { type ExecutionResult, type GraphQLError, locatedError } from 'graphql';
import type { Row } from '../database/index.js';
import type { Payload, Statement, WrittenRecord } from '../reading/index.js';
import { DataText } from './answerText.js';

/** Whatever reads planned statements in the transaction of the mutation. */
interface Reading {
  read(statements: readonly Statement[]): Promise<Row[]>;
  /** Reads together with the commit. */
  readLast(statement: Statement): Promise<Row>;
}

/**
 * Reads what a mutation has written, in its own transaction, and puts the text in the place of the ids that the resolvers answered. A
 * record that is null, because the asker made mistakes, stays null.
 */
export async function readPayload(ctx: Reading, payload: Payload, result: ExecutionResult): Promise<ExecutionResult> {
  const { key, keys, records } = payload;
  const made = result.data?.[key] as Record<string, unknown> | null | undefined;
  if (!made) return result;
  const errors: GraphQLError[] = [];
  const texts: string[] = [];
  const isAlone = records.size === 1;
  for (const name of keys) {
    const record = records.get(name);
    const id = record && (made[name] as { id: string } | null)?.id;
    const text = id ? await readRecord(ctx, { record, id, isAlone }, [key, name], errors) : JSON.stringify(made[name]);
    texts.push(`${JSON.stringify(name)}:${text}`);
  }
  const data = new DataText(`{${JSON.stringify(key)}:{${texts.join(',')}}}`) as unknown as ExecutionResult['data'];
  return { data: data ?? null, ...(errors.length > 0 && { errors }) };
}

/**
 * The text of one record; what fails in it is told at its place, and the record is null. With an error in its answer a mutation is
 * rolled back, so the commit goes along only where the row can hold none.
 */
async function readRecord(
  ctx: Reading,
  { record: { bind, nodes }, id, isAlone }: { record: WrittenRecord; id: string; isAlone: boolean },
  path: readonly string[],
  errors: GraphQLError[],
): Promise<string> {
  try {
    const { statement, complete, isCertain } = bind(id);
    const row = isAlone && isCertain ? await ctx.readLast(statement) : (await ctx.read([statement]))[0];
    const found = complete(row ?? []);
    if ('text' in found) return found.text;
    errors.push(...found.errors);
    return JSON.stringify(found.value);
  } catch (error) {
    errors.push(locatedError(error, [...nodes], path));
    return 'null';
  }
}
