import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Day, newId } from '../kernel/index.js';
import { type Content, contentOf, contentOfRevision } from './content.js';
import type { ProgrammeAct, ProgrammeState } from './enums.js';
import { RevisionState } from './enums.js';
import type { KindFacts } from './kind.js';
import type { Programme } from './programme.js';
import { ProgrammeRevision } from './revision.js';
import { ProgrammeStep } from './step.js';

/** Who enters something, and when it counts from. */
export interface Entry {
  id: string;
  name: string;
  day: Day;
  /** When it was entered; now when left out. */
  at?: Date;
}

/** Writes a step and moves the programme to where it leads. */
export function enterStep(
  em: EntityManager,
  programme: Programme,
  step: { act: ProgrammeAct; from: ProgrammeState | null; to: ProgrammeState; comment: string | null },
  entry: Entry,
): void {
  if (step.from !== step.to) Object.assign(programme, { state: step.to, stateSince: entry.day });
  const row = Object.assign(new ProgrammeStep(), {
    tenantId: programme.tenantId,
    id: newId(),
    ...step,
    onDay: entry.day,
    by: entry.name,
    station: programme.station,
    ...(entry.at && { at: entry.at }),
  });
  row.programme = ref(programme);
  em.persist(row);
}

/** Adds a person to those who entered something of a programme. */
export function addAuthor(programme: Programme, id: string): void {
  if (!programme.authorIds.includes(id)) programme.authorIds = [...programme.authorIds, id];
}

/** Writes a revision: in force from the entry's day, or waiting. */
export function enterRevision(
  em: EntityManager,
  programme: Programme,
  revision: { no: number; content: Content; isPending?: boolean; reason: string | null },
  entry: Entry,
): ProgrammeRevision {
  const { own, ...shared } = revision.content;
  const row = Object.assign(new ProgrammeRevision(), {
    tenantId: programme.tenantId,
    id: newId(),
    kind: programme.kind,
    no: revision.no,
    state: revision.isPending ? RevisionState.PENDING : RevisionState.IN_FORCE,
    validFrom: revision.isPending ? null : entry.day,
    station: programme.station,
    ...shared,
    details: own,
    reason: revision.reason,
    enteredBy: entry.name,
    ...(entry.at && { enteredAt: entry.at }),
  });
  row.programme = ref(programme);
  em.persist(row);
  return row;
}

/** The number of a programme's next revision. */
export async function nextNo(em: EntityManager, programme: Programme): Promise<number> {
  const [last] = await revisionsOf(em, programme.tenantId, [programme.id], { last: true });
  return (last?.no ?? 0) + 1;
}

/** The content as it stands today becomes a revision, with a number after the last. */
export async function reviseTo(
  em: EntityManager,
  facts: KindFacts,
  programme: Programme,
  reason: string | null,
  entry: Entry,
): Promise<void> {
  const no = await nextNo(em, programme);
  enterRevision(em, programme, { no, content: contentOf(facts, programme), reason }, entry);
}

/** Revisions of programmes, by number. */
export function revisionsOf(
  em: EntityManager,
  tenantId: number,
  ids: readonly string[],
  only: { last?: boolean } = {},
): Promise<ProgrammeRevision[]> {
  const where = { tenantId, programme: { tenantId, id: { $in: [...ids] } } } as never;
  const order = only.last ? { orderBy: { no: 'desc' }, limit: 1 } : { orderBy: { no: 'asc' } };
  return em.find(ProgrammeRevision, where, order as never) as Promise<ProgrammeRevision[]>;
}

/** Steps of programmes, in the order in which they count. */
export function stepsOf(em: EntityManager, tenantId: number, ids: readonly string[]): Promise<ProgrammeStep[]> {
  const where = { tenantId, programme: { tenantId, id: { $in: [...ids] } } } as never;
  return em.find(ProgrammeStep, where, { orderBy: { onDay: 'asc', id: 'asc' } } as never) as Promise<ProgrammeStep[]>;
}

/** The content that was in force before a revision, among all revisions of its programme. */
export function contentBefore(revision: ProgrammeRevision, all: readonly ProgrammeRevision[]): Content | null {
  const before = all.filter((r) => r.no < revision.no && r.state === RevisionState.IN_FORCE).at(-1);
  return before ? contentOfRevision(before) : null;
}
