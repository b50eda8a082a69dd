import { createHash } from 'node:crypto';
import {
  type Dictionary,
  type EntityData,
  type EntityDictionary,
  type EntityName,
  type EventSubscriber,
  type FlushEventArgs,
  isRaw,
  JsonProperty,
  type LoggingOptions,
  type NativeInsertUpdateManyOptions,
  type QueryResult,
  type Transaction,
  Utils,
} from '@mikro-orm/core';
import { type AbstractSqlConnection, PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { sendWaiting } from './ormClient.js';

/** What the unit of work reads and writes with, and the audit behind its remark. */
const prepares = /^(\/\*[^*]*\*\/\s*)?(insert|update|select|with) /;
/** A statement that numbers its values itself. */
const numbered = /\$1::/;
const answersRows = /\breturning\b/;

/** A statement of more values is that of a batch; one of the same length will hardly come again. */
const mostValues = 60;

/** How many texts are remembered with their names. */
const mostKnown = 500;

/** A query object in the place of Kysely's text, which it hands to pg as it is. */
interface Written {
  name: string;
  text: string;
  /** Whether it may wait for the rest of its flush. */
  waits: boolean;
}

interface RawTransaction {
  executeQuery(query: {
    query: { kind: 'RawNode' };
    sql: Written;
    parameters: readonly unknown[];
    queryId: { queryId: string };
  }): Promise<{ rows: unknown[] }>;
}

const queryId = { queryId: 'written' };

/** Transactions of which a unit of work is being written, and whether something of it waits. */
const flushing = new WeakMap<object, { isWaiting: boolean }>();

type Query = Parameters<AbstractSqlConnection['execute']>[0];

/**
 * MikroORM pastes values into its SQL, and PostgreSQL would parse and plan each statement anew. They go out as parameters of
 * a prepared statement instead, in the very characters that would stand in the literals, which PostgreSQL reads alike. Within a flush an
 * INSERT that answers nothing waits for the others, so that all go out in one round trip.
 */
class OrmConnection extends PostgreSqlConnection {
  private readonly names = new Map<string, string>();

  override async execute<T>(
    query: Query,
    params: readonly unknown[] | Dictionary = [],
    method: 'all' | 'get' | 'run' = 'all',
    ctx?: Transaction,
    loggerContext?: LoggingOptions,
  ): Promise<T> {
    const placed = ctx && typeof query === 'string' && prepares.test(query) ? this.placed(query, params) : null;
    if (!ctx || !placed) return super.execute(query, params, method, ctx, loggerContext) as Promise<T>;
    const { text, values } = placed;
    const flush = flushing.get(ctx);
    const waits = flush !== undefined && text.startsWith('insert') && !answersRows.test(text);
    if (flush && waits) flush.isWaiting = true;
    const sql = { name: this.nameOf(text), text, waits };
    const asked = { query: { kind: 'RawNode' as const }, sql, parameters: values, queryId };
    const send = async () =>
      this.transformRawResult<T>(await (ctx as unknown as RawTransaction).executeQuery(asked), method);
    return this.executeQuery(text, send, { query: text, params: values, ...loggerContext });
  }

  /** The text with `$1` for each `?`, and the values as text; null for what is better pasted. */
  private placed(
    query: string,
    params: readonly unknown[] | Dictionary,
  ): { text: string; values: (string | Buffer | null)[] } | null {
    if (numbered.test(query) && Array.isArray(params)) return this.valued(query, params);
    const pieces = query.split('?');
    if (!Array.isArray(params) || params.length === 0 || pieces.length !== params.length + 1) return null;
    if (params.length > mostValues) return null;
    let text = pieces[0] ?? '';
    const values: (string | Buffer | null)[] = [];
    for (const [i, param] of params.entries()) {
      const piece = pieces[i + 1] ?? '';
      if (isRaw(param)) {
        if (param.params.length > 0) return null;
        text += param.sql + piece;
        continue;
      }
      const value = this.written(param);
      if (value === undefined) return null;
      values.push(value);
      text += `$${values.length}${piece}`;
    }
    return { text, values };
  }

  private valued(
    text: string,
    params: readonly unknown[],
  ): { text: string; values: (string | Buffer | null)[] } | null {
    const values = params.map((param) => this.written(param));
    return values.every((value) => value !== undefined) ? { text, values } : null;
  }

  /** A value as it would stand in a literal; undefined for a list, which has no literal of its own. */
  private written(value: unknown): string | Buffer | null | undefined {
    if (value === null || Buffer.isBuffer(value)) return value;
    if (typeof value === 'object' && (Utils.isPlainObject(value) || JsonProperty in value))
      return JSON.stringify(value);
    if (value instanceof Date) return value.toISOString();
    return value === undefined || typeof value === 'object' ? undefined : String(value);
  }

  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    if (this.names.size < mostKnown) this.names.set(text, name);
    return name;
  }
}

const firstVersion = 1;

/**
 * The driver of PostgreSQL with that connection. It tells a new row its first version rather than asking for it, and does not ask for
 * columns that PostgreSQL generates, of which a record just made knows nothing: so most of a flush answers nothing, and may wait.
 */
export class OrmDriver extends PostgreSqlDriver {
  protected override readonly connection = new OrmConnection(this.config);

  override async nativeInsertMany<T extends object>(
    entity: EntityName<T>,
    data: EntityDictionary<T>[],
    options?: NativeInsertUpdateManyOptions<T>,
    transform = (text: string) => text,
  ): Promise<QueryResult<T>> {
    const meta = this.metadata.get<T>(entity);
    const version = meta.ownsVersionProperty() ? meta.versionProperty : undefined;
    if (version === undefined || data.some((row) => row[version] !== undefined))
      return super.nativeInsertMany(entity, data, options, transform);
    for (const row of data) Object.assign(row, { [version]: firstVersion });
    const generated = new Set(meta.props.flatMap(({ generated, fieldNames }) => (generated ? fieldNames : [])));
    const result = await super.nativeInsertMany(entity, data, options, (text) =>
      transform(withoutAsking(text, generated)),
    );
    const told = { [meta.properties[version].fieldNames[0] as string]: firstVersion };
    const rows = data.map((_, i) => ({ ...told, ...result.rows?.[i] })) as unknown as EntityData<T>[];
    return { ...result, rows, row: rows[0] as EntityData<T> };
  }
}

/** An INSERT that does not ask for these columns. */
function withoutAsking(text: string, columns: ReadonlySet<string>): string {
  return text.replace(/ returning ([\w", ]+)$/, (_all, asked: string) => {
    const left = asked.split(', ').filter((quoted) => !columns.has(quoted.slice(1, -1)));
    return left.length > 0 ? ` returning ${left.join(', ')}` : '';
  });
}

/** Registered after the audit's, whose rows go out with what they tell of. Nothing of a flush is under way once it has ended. */
class Flushing implements EventSubscriber {
  onFlush({ em }: FlushEventArgs): void {
    const transaction = em.getTransactionContext();
    if (transaction) flushing.set(transaction, { isWaiting: false });
  }

  async afterFlush({ em }: FlushEventArgs): Promise<void> {
    const transaction = em.getTransactionContext();
    const flush = transaction && flushing.get(transaction);
    if (!flush) return;
    flushing.delete(transaction);
    if (flush.isWaiting) await (em.getDriver() as OrmDriver).execute(sendWaiting, [], 'run', transaction);
  }
}

export const flushSubscriber: EventSubscriber = new Flushing();
