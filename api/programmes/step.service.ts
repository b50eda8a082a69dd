import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import { Check, ErrorCode, mistake } from '../kernel/index.js';
import {
  applyContent,
  changesBetween,
  checkContent,
  contentOf,
  contentOfRevision,
  merged,
  missingFields,
  needed,
} from './content.js';
import { ProgrammeAct, RevisionState } from './enums.js';
import { hold } from './find.js';
import { addAuthor, type Entry, enterRevision, enterStep, nextNo, revisionsOf } from './history.js';
import type { KindFacts } from './kind.js';
import type { ProgrammeUpdateInput } from './programme.input.js';
import type { Programme } from './programme.js';
import type { ProgrammeRevision } from './revision.js';
import type { StepRule } from './stateMachine.js';

/** One step that somebody asks for. */
export interface AskedStep {
  act: ProgrammeAct;
  id: string;
  version: number;
  comment?: string | null;
}

/** `APPROVE` -> `Approve`, as mutations are named. */
export function actName(act: ProgrammeAct): string {
  return act.charAt(0) + act.slice(1).toLowerCase();
}

/** Takes one step of the state machine, or decides the amendment that waits; the comment goes into the step and the audit. */
export async function takeStep<T extends Programme>(ctx: Context, facts: KindFacts<T>, asked: AskedStep): Promise<T> {
  const { act } = asked;
  const { em, programme, rule, entry } = await hold(ctx, facts, act, asked);
  const comment = checkedComment(rule, 'comment', asked.comment);
  ctx.note({ act: `${facts.name}${actName(act)}`, reason: comment });
  if (rule.onAmendment) await decideAmendment(em, programme, act, entry);
  if (act === ProgrammeAct.STOP) await settleAmendment(em, programme, RevisionState.WITHDRAWN);
  if (act === ProgrammeAct.SUBMIT) addAuthor(programme, entry.id);
  const from = programme.state;
  enterStep(em, programme, { act, from, to: rule.to ?? from, comment }, entry);
  await em.flush();
  return programme;
}

function checkedComment(rule: StepRule, field: string, comment: string | null | undefined): string | null {
  const check = new Check(null);
  const text = rule.needsComment ? check.text(field, comment, 500) : check.optionalText(field, comment, 500);
  check.done();
  return text;
}

async function decideAmendment(
  em: EntityManager,
  programme: Programme,
  act: ProgrammeAct,
  entry: Entry,
): Promise<void> {
  if (act === ProgrammeAct.RETURN) return void (await settleAmendment(em, programme, RevisionState.RETURNED));
  const revision = await settleAmendment(em, programme, RevisionState.IN_FORCE);
  if (!revision) return;
  Object.assign(revision, { validFrom: entry.day, station: programme.station });
  applyContent(programme, contentOfRevision(revision));
}

async function settleAmendment(
  em: EntityManager,
  programme: Programme,
  state: RevisionState,
): Promise<ProgrammeRevision | null> {
  if (programme.pendingNo === null) return null;
  const all = await revisionsOf(em, programme.tenantId, [programme.id]);
  const pending = all.find((r) => r.state === RevisionState.PENDING);
  if (pending) pending.state = state;
  programme.pendingNo = null;
  return pending ?? null;
}

/** Asks to change what was approved: a revision that waits, while the approved one stays in force. */
export async function amendProgramme<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  asked: { id: string; version: number; input: ProgrammeUpdateInput; reason: string },
): Promise<T> {
  const { em, programme, rule, entry } = await hold(ctx, facts, ProgrammeAct.AMEND, asked);
  const kind = facts as unknown as KindFacts;
  const reason = checkedComment(rule, 'reason', asked.reason);
  const before = contentOf(kind, programme);
  const check = new Check();
  const content = checkContent(check, kind, merged(before, asked.input));
  needed(check, { ...content }, missingFields(content));
  check.done();
  if (changesBetween(kind, before, content).length === 0) {
    throw mistake(['input'], ErrorCode.INVALID, { zh: '没有任何改动。', en: 'Nothing would change.' });
  }
  ctx.note({ act: `${facts.name}Amend`, reason });
  const no = await nextNo(em, programme);
  enterRevision(em, programme, { no, content, isPending: true, reason }, entry);
  addAuthor(programme, entry.id);
  programme.pendingNo = no;
  enterStep(
    em,
    programme,
    { act: ProgrammeAct.AMEND, from: programme.state, to: programme.state, comment: reason },
    entry,
  );
  await em.flush();
  return programme;
}
