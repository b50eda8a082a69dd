import type { EntityManager, EventSubscriber, FlushEventArgs, UnitOfWork } from '@mikro-orm/core';
import type { EntityManager as SqlEntityManager } from '@mikro-orm/postgresql';
import type { Change } from '../access/index.js';
import { masked, newId } from '../kernel/index.js';
import { madeChange, type Pending, pendingChanges } from './changes.js';
import { type AuditScope, scopeFor } from './scope.js';

/** Writes an audit row for every change of a flush, in the transaction of the change. */
class AuditSubscriber implements EventSubscriber {
  private readonly pending = new WeakMap<UnitOfWork, Pending[]>();

  onFlush({ em, uow }: FlushEventArgs): void {
    const pending = pendingChanges(uow);
    this.pending.set(uow, pending);
    if (pending.length === 0) return;
    scopeFor(em);
    if (!em.isInTransaction())
      throw new Error('A change outside a transaction: its audit rows could be lost without it.');
  }

  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const pending = this.pending.get(uow) ?? [];
    this.pending.delete(uow);
    const changes = pending.flatMap((p) => madeChange(em, p) ?? []);
    if (changes.length > 0) await write(em, scopeFor(em), changes);
  }
}

/** The one writer of changes that the unit of work sees; registered with the ORM. */
export const auditSubscriber: EventSubscriber = new AuditSubscriber();

/** Audits a change that was written by SQL, in the same transaction; what is personal or secret in it is masked. */
export async function recordChange(em: EntityManager, scope: AuditScope, change: Change): Promise<void> {
  const { record, before, after } = change;
  await write(em, scope, [{ ...change, before: sayable(record, before), after: sayable(record, after) }]);
}

function sayable(record: string, state: Record<string, unknown> | null | undefined): Record<string, unknown> | null {
  if (!state) return null;
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, masked(record, name, value)]));
}

/**
 * One statement for all rows of a flush. The number in line and the time are the database's; nobody can choose them. Its connection may
 * hold it back until the next statement or the commit, which fails with it.
 */
const insert = `/* sent with what follows */
  insert into audit_entry (tenant_id, id, actor_kind, actor_id, account, act, reason, request_id, client, record, record_id, station_id, before, after)
  select e.tenant_id, e.id, ?, ?::uuid, ?, ?, ?, ?, ?, e.record, e.record_id, e.station_id, e.before, e.after
  from jsonb_to_recordset(?::jsonb) as e (tenant_id int, id uuid, record text, record_id text, station_id uuid, before jsonb, after jsonb)`;

async function write(
  em: EntityManager,
  scope: AuditScope,
  changes: readonly (Change & { tenantId?: number | undefined })[],
): Promise<void> {
  const { actor, note } = scope;
  const rows = changes.map((change) => ({
    tenant_id: change.tenantId ?? scope.tenantId,
    id: newId(),
    record: change.record,
    record_id: change.recordId,
    ...(change.stationId && { station_id: change.stationId }),
    ...(change.before && { before: change.before }),
    ...(change.after && { after: change.after }),
  }));
  await (em as SqlEntityManager).execute(insert, [
    actor?.kind ?? 'SYSTEM',
    actor?.id ?? null,
    actor?.account ?? scope.account,
    note?.act ?? 'change',
    note?.reason ?? null,
    scope.requestId,
    scope.client,
    JSON.stringify(rows),
  ]);
}
