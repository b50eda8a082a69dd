import type { Statement } from '../reading/index.js';
import { cancel, stopped } from './cancel.js';
import { onlyRow, type Pipelined, type Row } from './pipeline.js';

/** A read-only transaction of one connection, held open for a reader of many pages; the signal cancels what it is asked just then. */
export class Snapshot {
  private isCut = false;
  private isClosed = false;
  private cancelling: Promise<void> | null = null;

  constructor(
    private readonly client: Pipelined,
    /** The milliseconds after which a database that does not answer is taken for dead. */
    private readonly longest: number,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.hangUp, { once: true });
  }

  async begin(context: string): Promise<void> {
    const text = `begin isolation level repeatable read read only; ${context}; set local plan_cache_mode = force_custom_plan`;
    try {
      await this.ask(() => this.client.query(text));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** The one row of a planned statement. */
  async read({ text, values }: Statement): Promise<Row> {
    const { rows } = await this.ask(() =>
      this.client.query<Row[] & unknown[]>({ text, values: [...values], rowMode: 'array' }),
    );
    return onlyRow(rows as unknown as Row[]);
  }

  /** Ends the transaction and gives its connection back; more often than once does nothing. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.signal.removeEventListener('abort', this.hangUp);
    await this.cancelling;
    if (!this.isCut) await this.ask(() => this.client.query('rollback')).catch(() => this.cut());
    this.client.release(this.isCut);
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.isCut || this.cancelling) throw stopped();
    const late = setTimeout(() => this.cut(), this.longest);
    try {
      return await question();
    } catch (error) {
      throw this.signal.aborted ? stopped() : error;
    } finally {
      clearTimeout(late);
    }
  }

  /** The connection goes with what it is cancelled for: a cancel that comes late would hit the next question. */
  private readonly hangUp = (): void => {
    this.cancelling = cancel(this.client).then(() => this.cut());
  };

  private cut(): void {
    this.isCut = true;
    this.client.connection.stream.destroy();
  }
}
