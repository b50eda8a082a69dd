import pg from 'pg';
import type { Statement } from '../reading/index.js';
import { cancel, stopped } from './cancel.js';
import { patience, shares } from './orm.js';
import { inOneRoundTrip, isHealthyAfter, type Pipelined, type Row } from './pipeline.js';
import { Snapshot } from './snapshot.js';
import { contextSql, type TenantScope } from './tenantSession.js';

/** Every column stays the text that PostgreSQL wrote. */
const asText = { getTypeParser: () => (text: string) => text };

/** Connections of the application role for planned reads, each transaction of which takes one round trip. */
export class ReadPool {
  private readonly pool: pg.Pool;

  /** `longest`: the milliseconds after which a database that does not answer is taken for dead. */
  constructor(
    url: string,
    size = shares.reading,
    private readonly longest = patience.query_timeout,
  ) {
    const { query_timeout: _, ...lines } = patience;
    this.pool = new pg.Pool({
      connectionString: url,
      pipeline: true,
      min: 1,
      max: size,
      idleTimeoutMillis: 60_000,
      types: asText as unknown as pg.CustomTypesConfig,
      ...lines,
    });
    this.pool.on('connect', (client) => client.on('error', () => {}));
    this.pool.on('error', () => {});
  }

  /**
   * The rows of planned statements, one each, read in one transaction and one snapshot as `scope` allows. An aborted `signal` cancels
   * them; the connection goes with it, for a cancel that comes late would hit the next question.
   */
  async read(scope: TenantScope, statements: readonly Statement[], signal?: AbortSignal): Promise<Row[]> {
    const begin = `begin isolation level repeatable read read only; ${contextSql(scope)}`;
    const client = (await this.pool.connect()) as Pipelined;
    let isCut = false;
    const cut = () => {
      isCut = true;
      client.connection.stream.destroy();
    };
    const hangUp = () => {
      isCut = true;
      void cancel(client).then(cut);
    };
    const late = setTimeout(cut, this.longest);
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
      if (signal?.aborted) throw stopped();
      return await inOneRoundTrip(client, begin, statements);
    } catch (error) {
      isCut ||= !signal?.aborted && !isHealthyAfter(client, error);
      throw signal?.aborted ? stopped() : error;
    } finally {
      clearTimeout(late);
      signal?.removeEventListener('abort', hangUp);
      client.release(isCut);
    }
  }

  /**
   * Opens one snapshot that is read from again and again, as `scope` allows; whoever opens it closes it. It holds a connection all the
   * while, so only a few may be open at once.
   */
  async open(scope: TenantScope, signal: AbortSignal): Promise<Snapshot> {
    const snapshot = new Snapshot((await this.pool.connect()) as Pipelined, this.longest, signal);
    await snapshot.begin(contextSql(scope));
    return snapshot;
  }

  /**
   * The rows of one statement that stands for itself, outside any operation's transaction, typed as pg types them. It never waits for
   * a connection of the ORM, and so may be asked while a transaction holds one: else as many writers as the ORM has connections could
   * wait for each other.
   */
  async apart<R>(text: string, values: readonly unknown[]): Promise<R[]> {
    const client = (await this.pool.connect()) as Pipelined;
    let isCut = false;
    const late = setTimeout(() => {
      isCut = true;
      client.connection.stream.destroy();
    }, this.longest);
    try {
      const { rows } = await client.query({ text, values: [...values], types: pg.types });
      return rows as R[];
    } catch (error) {
      isCut ||= !isHealthyAfter(client, error);
      throw error;
    } finally {
      clearTimeout(late);
      client.release(isCut);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
