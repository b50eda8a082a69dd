import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Reach } from '../access/index.js';
import { outerReach } from '../access/index.js';
import type { Statement } from '../reading/index.js';
import type { Orm } from './orm.js';
import { beginningWith, sendWaiting } from './ormClient.js';
import { onlyRow, type Row } from './pipeline.js';

/** What row security is told about an operation. */
export interface TenantScope {
  tenantId: number;
  reach: Reach;
  /** Whether rows of `tenant` of every county may be seen and made: platform operators and start-up only. */
  isPlatform: boolean;
}

/** The scope of whoever asks; a stranger's has no tenant, and so sees no row. */
export function scopeOf(actor: Actor | null): TenantScope {
  if (!actor) return { tenantId: -1, reach: new Set(), isPlatform: false };
  return { tenantId: actor.tenantId, reach: outerReach(actor), isPlatform: actor.kind === 'OPERATOR' };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The context as literal SET LOCAL statements. Literal, because `set_config()` does not reach the workers of a distributed
 * database (data rule 5); safe, because only integers and uuids that pass their pattern are ever printed.
 */
export function contextSql(scope: TenantScope): string {
  if (!Number.isSafeInteger(scope.tenantId)) throw new Error('The tenant of a session must be an integer.');
  const stations = scope.reach === '*' ? '*' : [...scope.reach].join(',');
  if (scope.reach !== '*' && ![...scope.reach].every((id) => uuid.test(id)))
    throw new Error('The stations of a session must be uuids.');
  return [
    `set local app.tenant = '${scope.tenantId}'`,
    `set local app.stations = '${stations}'`,
    `set local app.platform = '${scope.isPlatform ? 'on' : 'off'}'`,
  ].join('; ');
}

/** A transaction of the ORM's query builder, which hands `sql` to pg as it is: a query object there is asked for rows as arrays. */
interface RawTransaction {
  executeQuery(query: {
    query: { kind: 'RawNode' };
    sql: { name: string; text: string; rowMode: 'array' } & Partial<Waiting>;
    parameters: readonly unknown[];
    queryId: { queryId: string };
  }): Promise<{ rows: Row[] }>;
}

/** What makes a statement wait for the next one, and who is told its answer then. */
interface Waiting {
  waits: true;
  answered(result: PromiseSettledResult<{ rows: Row[] }>): void;
}

function asked({ name, text, values }: Statement, waiting: Partial<Waiting> = {}) {
  const sql = { name, text, rowMode: 'array' as const, ...waiting };
  return { query: { kind: 'RawNode' as const }, sql, parameters: values, queryId: { queryId: 'planned' } };
}

function transactionOf(em: EntityManager): RawTransaction {
  return em.getTransactionContext() as unknown as RawTransaction;
}

/** The one transaction of an operation, opened when first needed and closed before the answer goes out. */
export class TenantSession {
  private opening: Promise<EntityManager> | null = null;
  private isGivenUp = false;

  constructor(
    private readonly orm: Orm,
    private readonly scope: TenantScope,
    private readonly isReadOnly: boolean,
    private readonly prepare: (em: EntityManager) => void = () => {},
  ) {}

  em(): Promise<EntityManager> {
    this.opening ??= this.open();
    return this.opening;
  }

  /** Switches the open transaction to another tenant; only for a platform scope. */
  async enter(tenantId: number): Promise<EntityManager> {
    if (!this.scope.isPlatform) throw new Error('Only a platform session may enter a county.');
    const em = await this.em();
    await em.execute(contextSql({ ...this.scope, tenantId, reach: '*' }));
    return em;
  }

  /** The rows of planned statements, one each, read in this transaction and so in the snapshot of everything else in it. */
  async read(statements: readonly Statement[]): Promise<Row[]> {
    const transaction = transactionOf(await this.em());
    const rows: Row[] = [];
    for (const statement of statements) rows.push(onlyRow((await transaction.executeQuery(asked(statement))).rows));
    return rows;
  }

  /** Reads a statement in the round trip of whatever is asked next; its row comes with the call of what is answered, at the latest. */
  async readAlong(statement: Statement): Promise<() => Promise<Row>> {
    const em = await this.em();
    const { promise, resolve, reject } = Promise.withResolvers<{ rows: Row[] }>();
    let isAnswered = false;
    const answered: Waiting['answered'] = (result) => {
      isAnswered = true;
      return result.status === 'fulfilled' ? resolve(result.value) : reject(result.reason);
    };
    const row = promise.then(({ rows }) => onlyRow(rows));
    row.catch(() => {});
    await transactionOf(em).executeQuery(asked(statement, { waits: true, answered }));
    return async () => {
      if (!isAnswered) await em.execute(sendWaiting).catch(() => {});
      return row;
    };
  }

  /** Reads a statement in the round trip of the commit; where it fails, nothing is kept. */
  async readLast(statement: Statement): Promise<Row> {
    const row = await this.readAlong(statement);
    if (!this.isGivenUp) await (await this.em()).commit();
    return row();
  }

  giveUp(): void {
    this.isGivenUp = true;
  }

  /** Commits, or rolls back when the operation failed or was given up. Throws when the commit fails: then nothing was kept. */
  async finish(hasFailed: boolean): Promise<void> {
    if (!this.opening) return;
    const em = await this.opening.catch(() => null);
    if (!em?.isInTransaction()) return;
    if (hasFailed || this.isGivenUp) await em.rollback();
    else await em.commit();
  }

  private async open(): Promise<EntityManager> {
    const em = this.orm.em.fork();
    this.prepare(em);
    const how = this.isReadOnly ? { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true } : {};
    await beginningWith(contextSql(this.scope), () => em.begin(how));
    return em;
  }
}
