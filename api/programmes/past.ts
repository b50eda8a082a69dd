import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Check, type Day, newId } from '../kernel/index.js';
import type { Station } from '../tenancy/index.js';
import { applyContent, checkContent, contentOf, contentOfRevision, merged } from './content.js';
import { ProgrammeAct, ProgrammeState, RevisionState } from './enums.js';
import { addAuthor, type Entry, enterRevision, enterStep } from './history.js';
import type { KindFacts } from './kind.js';
import type { Programme } from './programme.js';
import type { ProgrammeRevision } from './revision.js';
import { ruleFor } from './stateMachine.js';

/** One step that was taken before the programme was entered here, with the fields that it changed or asked to change. */
export interface PastStep {
  act: ProgrammeAct;
  day: Day;
  by: { id: string; name: string };
  comment: string | null;
  change: Record<string, unknown>;
}

/** A programme with its history; the first step is its creation. */
export interface Past {
  tenantId: number;
  station: Station;
  content: Record<string, unknown>;
  isInvented: boolean;
  steps: readonly PastStep[];
}

/** Enters a programme with the steps and revisions of its past, each of which the state machine must allow. The caller flushes. */
export function enterPast(em: EntityManager, facts: KindFacts, past: Past): Programme {
  const [first, ...rest] = past.steps;
  if (first?.act !== ProgrammeAct.CREATE) throw new Error('The past of a programme begins with its creation.');
  const entry = entryOf(first);
  const programme = Object.assign(new facts.entity(), { tenantId: past.tenantId, id: newId(), kind: facts.kind });
  Object.assign(programme, {
    createdBy: entry.name,
    createdAt: entry.at,
    authorIds: [entry.id],
    stateSince: entry.day,
  });
  Object.assign(programme, { isInvented: past.isInvented, station: ref(past.station) });
  applyContent(programme, checked(facts, past.content));
  em.persist(programme);
  enterStep(em, programme, { act: first.act, from: null, to: ProgrammeState.DRAFT, comment: first.comment }, entry);
  const revisions = [
    enterRevision(em, programme, { no: 1, content: contentOf(facts, programme), reason: null }, entry),
  ];
  for (const step of rest) replay(em, facts, programme, revisions, step);
  return programme;
}

function entryOf(step: PastStep): Entry & { at: Date } {
  return { ...step.by, day: step.day, at: new Date(`${step.day}T10:00:00+08:00`) };
}

function checked(facts: KindFacts, raw: Record<string, unknown>) {
  const check = new Check();
  const content = checkContent(check, facts, raw);
  check.done();
  return content;
}

function replay(
  em: EntityManager,
  facts: KindFacts,
  programme: Programme,
  revisions: ProgrammeRevision[],
  step: PastStep,
): void {
  const rule = ruleFor(step.act, programme);
  if (!rule) throw new Error(`${programme.title}: ${step.act} is not open on ${step.day}.`);
  const entry = entryOf(step);
  const { act, comment } = step;
  if (rule.onAmendment) settle(programme, revisions, act, entry);
  if (rule.permission === 'edit') addAuthor(programme, entry.id);
  const no = revisions.length + 1;
  if (act === ProgrammeAct.UPDATE || act === ProgrammeAct.AMEND) {
    const content = checked(facts, merged(contentOf(facts, programme), step.change));
    const isPending = act === ProgrammeAct.AMEND;
    revisions.push(enterRevision(em, programme, { no, content, isPending, reason: comment }, entry));
    if (isPending) programme.pendingNo = no;
    else applyContent(programme, content);
  }
  const from = programme.state;
  if (act !== ProgrammeAct.UPDATE) enterStep(em, programme, { act, from, to: rule.to ?? from, comment }, entry);
}

function settle(programme: Programme, revisions: readonly ProgrammeRevision[], act: ProgrammeAct, entry: Entry): void {
  const pending = revisions.find((r) => r.state === RevisionState.PENDING);
  if (!pending) return;
  programme.pendingNo = null;
  pending.state = act === ProgrammeAct.APPROVE ? RevisionState.IN_FORCE : RevisionState.RETURNED;
  if (act !== ProgrammeAct.APPROVE) return;
  pending.validFrom = entry.day;
  applyContent(programme, contentOfRevision(pending));
}
