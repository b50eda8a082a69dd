import type { EntityManager } from '@mikro-orm/core';
import type { Actor, AuditNote } from '../access/index.js';

/** Who and what for: what every audit row of an operation says. */
export interface AuditScope {
  /** Null: the installation itself, or a stranger. */
  actor: Actor | null;
  /** The name that stands in for an actor who is null. */
  readonly account: string;
  /** Where rows of records without a county of their own belong. */
  tenantId: number;
  readonly requestId: string;
  readonly client: string;
  note: AuditNote | null;
  /** Ties the scope to the entity manager of the operation; its flushes are attributed to it from then on. */
  attach(em: EntityManager): void;
}

const scopes = new WeakMap<EntityManager, AuditScope>();

/** The scope of an operation; the server fills in who asks once it knows. */
export function auditScope(facts: { requestId: string; client: string; account?: string }): AuditScope {
  const { requestId, client, account = 'stranger' } = facts;
  const scope: AuditScope = {
    actor: null,
    account,
    tenantId: 0,
    requestId,
    client,
    note: null,
    attach: (em) => void scopes.set(em, scope),
  };
  return scope;
}

/** The scope of work that the installation does to itself: first accounts, demo, command line. */
export function systemScope(note: AuditNote): AuditScope {
  const scope = auditScope({ requestId: crypto.randomUUID(), client: 'system', account: 'installer@platform' });
  scope.note = note;
  return scope;
}

/** The scope that an entity manager's changes belong to; a change that nobody answers for is not written. */
export function scopeFor(em: EntityManager): AuditScope {
  const scope = scopes.get(em);
  if (!scope)
    throw new Error('A change outside an operation: open a TenantSession with an audit scope attached before writing.');
  return scope;
}
