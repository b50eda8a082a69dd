import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { type Pipelined, PreparedNames } from './pipeline.js';

const contexts = new AsyncLocalStorage<string>();

/** Runs what begins a transaction of the ORM, so that row security is told its context together with BEGIN. */
export function beginningWith<T>(context: string, begin: () => Promise<T>): Promise<T> {
  return contexts.run(context, begin);
}

const begins = /^(begin|start transaction)\b/;
const ends = /^(commit|rollback)$/;
/** Written before a statement of which nothing but its failure matters, such as the audit's; it may wait for the next one. */
const waits = /^\s*\/\* sent with what follows \*\//;

const nothing = { command: '', rowCount: 0, rows: [] };

/**
 * A connection of the ORM's pool. BEGIN and statements that may wait go out with the next statement, in one round trip, and fail with
 * it; nothing is committed before they have succeeded. It forgets the prepared statements least lately used.
 */
export class OrmClient extends pg.Client {
  private readonly line = (this as unknown as Pick<Pipelined, 'connection'>).connection;
  private readonly names = new PreparedNames(this.line);
  private held: string[] = [];
  private isBegun = true;

  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` in ways that a subclass cannot repeat
  override query(asked: any, values?: any, done?: any): any {
    const text: unknown = typeof asked === 'string' ? asked : asked?.text;
    if (done || typeof text !== 'string') return super.query(asked, values, done);
    const context = contexts.getStore();
    if (context !== undefined && begins.test(text)) return this.begin(`${text}; ${context}`);
    if (waits.test(text)) return this.hold(text);
    if (ends.test(text) && !this.isBegun && this.held.length === 1) return this.neverMind();
    return this.send(asked, values);
  }

  private begin(text: string): Promise<unknown> {
    this.isBegun = false;
    this.held = [];
    return this.hold(text);
  }

  private async hold(text: string): Promise<unknown> {
    this.held.push(text);
    return nothing;
  }

  /** Ends a transaction that nothing was asked in. */
  private async neverMind(): Promise<unknown> {
    this.held = [];
    this.isBegun = true;
    return nothing;
  }

  /** Sends a statement with those that have waited for it; the first that failed is the failure of all. */
  private async send(asked: pg.QueryConfig & { name?: string }, values: unknown[]): Promise<unknown> {
    const forgotten = asked.name ? this.names.use(new Set([asked.name])).map((name) => `deallocate "${name}"`) : [];
    const before = [...this.held, ...forgotten];
    if (before.length === 0) return super.query(asked, values);
    const isFirst = !this.isBegun;
    this.held = [];
    this.isBegun = true;
    this.line.stream.cork();
    const sent = [...before.map((text) => super.query(text)), super.query(asked, values)];
    this.line.stream.uncork();
    const settled = await Promise.allSettled(sent);
    const failed = settled.findIndex((one) => one.status === 'rejected');
    if (failed < 0) return (settled.at(-1) as PromiseFulfilledResult<unknown>).value;
    const isUnfit = (isFirst && failed === 0) || (failed < before.length && forgotten.length > 0);
    if (isUnfit) this.line.stream.destroy();
    throw (settled[failed] as PromiseRejectedResult).reason;
  }
}
