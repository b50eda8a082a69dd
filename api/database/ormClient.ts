import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { type Pipelined, PreparedNames } from './pipeline.js';

const contexts = new AsyncLocalStorage<string>();

/** Runs what begins a transaction of the ORM, so that row security is told its context together with BEGIN. */
export function beginningWith<T>(context: string, begin: () => Promise<T>): Promise<T> {
  return contexts.run(context, begin);
}

/** Asks that everything be sent which waits. */
export const sendWaiting = '/* what waits is sent */';

const begins = /^(begin|start transaction)\b/;
const ends = /^(commit|rollback)$/;
/** Written before a statement of which nothing but its failure matters, such as the audit's; it may wait for the next one. */
const waits = /^\s*\/\* sent with what follows \*\//;

const nothing = { command: '', rowCount: 0, rows: [] };

/** A statement as pg takes it. */
interface Asked {
  text: string;
  name?: string;
  values?: unknown[];
  /** It may wait for the next one, and answers nothing until then. */
  waits?: boolean;
  /** Told what came of a statement that has waited. */
  answered?(result: PromiseSettledResult<unknown>): void;
}

const neverAsked = { status: 'rejected' as const, reason: new Error('The transaction was given up.') };

/**
 * A connection of the ORM's pool. BEGIN and statements that may wait go out with the next statement, in one round trip, and fail with
 * it; nothing is committed before they have succeeded. It forgets the prepared statements least lately used.
 */
export class OrmClient extends pg.Client {
  private readonly line = (this as unknown as Pick<Pipelined, 'connection'>).connection;
  private readonly names = new PreparedNames(this.line);
  private held: Asked[] = [];
  private isBegun = true;

  // biome-ignore lint/suspicious/noExplicitAny: pg overloads `query` in ways that a subclass cannot repeat
  override query(asked: any, values?: any, done?: any): any {
    const text: unknown = typeof asked === 'string' ? asked : asked?.text;
    if (done || typeof text !== 'string') return super.query(asked, values, done);
    const context = contexts.getStore();
    if (context !== undefined && begins.test(text)) return this.begin(`${text}; ${context}`);
    const one: Asked = values?.length > 0 || asked === text ? { ...(asked !== text && asked), text, values } : asked;
    if (one.waits || waits.test(text)) return this.hold(one);
    if (text === sendWaiting) return this.sendHeld();
    if (text === 'rollback') this.drop(this.isBegun ? 0 : 1);
    if (ends.test(text) && !this.isBegun && this.held.length === 1) return this.neverMind();
    return this.send([...this.held, one]);
  }

  private begin(text: string): Promise<unknown> {
    this.drop(0);
    this.isBegun = false;
    return this.hold({ text });
  }

  /** Forgets what waits, but for the first few. */
  private drop(kept: number): void {
    for (const one of this.held.splice(kept)) one.answered?.(neverAsked);
  }

  private async hold(one: Asked): Promise<unknown> {
    this.held.push(one);
    return nothing;
  }

  private async sendHeld(): Promise<unknown> {
    return this.held.length > 0 ? this.send(this.held) : nothing;
  }

  /** Ends a transaction that nothing was asked in. */
  private async neverMind(): Promise<unknown> {
    this.held = [];
    this.isBegun = true;
    return nothing;
  }

  /** Sends statements together and answers the last; the first that failed is the failure of all. */
  private async send(all: readonly Asked[]): Promise<unknown> {
    const forgotten = this.names.use(new Set(all.flatMap(({ name }) => name ?? [])));
    const isFirst = !this.isBegun;
    this.held = [];
    this.isBegun = true;
    const sending = [...forgotten.map((name) => ({ text: `deallocate "${name}"` })), ...all];
    if (sending.length === 1 && !all[0]?.answered) return super.query(sending[0] as Asked);
    this.line.stream.cork();
    const sent = sending.map((one) => super.query(one));
    this.line.stream.uncork();
    const settled: PromiseSettledResult<unknown>[] = await Promise.allSettled(sent);
    for (const [i, one] of all.entries()) one.answered?.(settled[forgotten.length + i] ?? neverAsked);
    const failed = settled.findIndex((one) => one.status === 'rejected');
    if (failed < 0) return (settled.at(-1) as PromiseFulfilledResult<unknown>).value;
    const isUnfit = failed < forgotten.length || (isFirst && failed === forgotten.length);
    if (isUnfit) this.line.stream.destroy();
    throw (settled[failed] as PromiseRejectedResult).reason;
  }
}
