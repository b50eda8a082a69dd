import {
  type ChangeSet,
  type EntityManager,
  type EntityMetadata,
  ReferenceKind,
  type UnitOfWork,
} from '@mikro-orm/core';
import type { Change } from '../access/index.js';
import { masked } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';

/** A change of one record that a flush is about to make. */
export interface Pending {
  entity: Record<string, unknown>;
  meta: EntityMetadata;
  /** Properties that change; null for all, when the record is made or removed. */
  changed: ReadonlySet<string> | null;
  before: Readonly<Record<string, unknown>> | null;
  isRemoved: boolean;
}

/** What every record has and no reader of the audit asks for. */
const unsaid = new Set(['tenantId', 'id', 'version', 'createdAt', 'changedAt']);

/** The changes of a flush before they are made, while the state before is still known. */
export function pendingChanges(uow: UnitOfWork): Pending[] {
  return uow.getChangeSets().map((set) => pendingOf(set as ChangeSet<Record<string, unknown>>));
}

/** A record spread over several tables has a change set for each; together they are one change. */
function pendingOf(set: ChangeSet<Record<string, unknown>>): Pending {
  const meta = set.meta as unknown as EntityMetadata;
  const isRemoved = set.type.startsWith('delete');
  const isMade = set.type === 'create';
  const parts = [set, ...(set.tptChangeSets ?? [])];
  const changed = isMade || isRemoved ? null : new Set(parts.flatMap((part) => Object.keys(part.payload)));
  const before = isMade ? null : { ...((set.originalEntity ?? snapshotOf(set.entity)) as Record<string, unknown>) };
  return { entity: set.entity, meta, changed, before, isRemoved };
}

function snapshotOf(entity: Record<string, unknown>): unknown {
  return (entity as { __helper?: { __originalEntityData?: unknown } }).__helper?.__originalEntityData ?? {};
}

/** A change once made, as it is written down: changed fields only, relations as ids, personal data masked; null when only its version grew. */
export function madeChange(em: EntityManager, pending: Pending): (Change & { tenantId: number | undefined }) | null {
  const { entity, meta, before } = pending;
  const now = pending.isRemoved ? null : (em.getComparator().prepareEntity(entity) as Record<string, unknown>);
  const names = Object.keys({ ...before, ...now }).filter(
    (name) => (pending.changed?.has(name) ?? true) && !unsaid.has(name),
  );
  const write = (state: Readonly<Record<string, unknown>> | null) => state && written(meta, names, state);
  if (names.length === 0) return null;
  return {
    record: meta.className,
    recordId: String(entity.id),
    tenantId: entity.tenantId as number | undefined,
    stationId: stationOf(entity, meta),
    before: write(before),
    after: write(now),
  };
}

function written(
  meta: EntityMetadata,
  names: readonly string[],
  state: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, masked(meta.className, name, plain(meta, name, state[name]))]));
}

/** `[tenant, id]` of a relation -> id. */
function plain(meta: EntityMetadata, name: string, value: unknown): unknown {
  const kind = (meta.properties as Record<string, { kind?: ReferenceKind }>)[name]?.kind;
  const isRelation = kind === ReferenceKind.MANY_TO_ONE || kind === ReferenceKind.ONE_TO_ONE;
  if (!isRelation || value === null || typeof value !== 'object')
    return typeof value === 'bigint' ? String(value) : value;
  return Array.isArray(value) ? value.at(-1) : (value as { id?: unknown }).id;
}

/** Where a record stands: a station is its own place, others name theirs, or hang on a record that does. */
function stationOf(entity: Record<string, unknown>, meta: EntityMetadata, depth = 0): string | null {
  if (entity instanceof Station) return entity.id;
  const own = entity.station as { id?: string } | null | undefined;
  if (own || 'station' in meta.properties || depth > 1) return own?.id ?? null;
  for (const relation of meta.relations) {
    const above = loaded(entity[relation.name]);
    const found = above && relation.targetMeta ? stationOf(above, relation.targetMeta, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

function loaded(value: unknown): Record<string, unknown> | null {
  const reference = value as { isInitialized?(): boolean; unwrap?(): unknown } | null | undefined;
  if (!reference) return null;
  if (!reference.unwrap)
    return typeof value === 'object' && 'id' in (value as object) ? (value as Record<string, unknown>) : null;
  return reference.isInitialized?.() ? (reference.unwrap() as Record<string, unknown>) : null;
}
