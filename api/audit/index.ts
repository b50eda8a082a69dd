import type { EventSubscriber } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, AuditNote, Change } from '../access/index.js';

/** Writes an audit row for every change of a flush, in the transaction of the change. */
export const auditSubscriber: EventSubscriber = {};

/** Who and what for: what every audit row of an operation says. */
export interface AuditScope {
  actor: Actor | null;
  tenantId: number;
  requestId: string;
  client: string;
  note: AuditNote | null;
  attach(em: EntityManager): void;
}

export function auditScope(facts: { requestId: string; client: string }): AuditScope {
  return { actor: null, tenantId: 0, requestId: facts.requestId, client: facts.client, note: null, attach: () => {} };
}

export async function recordChange(_em: EntityManager, _scope: AuditScope, _change: Change): Promise<void> {}
