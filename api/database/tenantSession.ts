import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Reach } from '../access/index.js';
import { outerReach } from '../access/index.js';
import type { Statement } from '../reading/index.js';
import type { Orm } from './orm.js';
import { beginningWith } from './ormClient.js';
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
    sql: { name: string; text: string; rowMode: 'array' };
    parameters: readonly unknown[];
    queryId: { queryId: string };
  }): Promise<{ rows: Row[] }>;
}

const queryId = { queryId: 'planned' };

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
    const em = await this.em();
    const transaction = em.getTransactionContext() as unknown as RawTransaction;
    const rows: Row[] = [];
    for (const { name, text, values } of statements) {
      const sql = { name, text, rowMode: 'array' as const };
      const result = await transaction.executeQuery({ query: { kind: 'RawNode' }, sql, parameters: values, queryId });
      rows.push(onlyRow(result.rows));
    }
    return rows;
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
