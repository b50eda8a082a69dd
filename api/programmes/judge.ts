import { type Actor, actorOf, type Context, can, hasRules, type Permission, Role, refusal } from '../access/index.js';
import { ErrorCode, forbidden, InputMistakes, type Message, mistake } from '../kernel/index.js';
import { directory, Grant, StationLevel } from '../tenancy/index.js';
import { missingFields } from './content.js';
import { ProgrammeAct } from './enums.js';
import { type KindFacts, permissionOf } from './kind.js';
import type { Programme } from './programme.js';
import type { ProgrammeRuled } from './rights.js';
import { permissionFor, ruleFor, type StepRule, wasApproved, wrongState } from './stateMachine.js';

/** Whether an act is open to the asker, or which of right, state and need closes it, with the sentence. */
export type Verdict =
  | { isOpen: true; rule: StepRule }
  | { isOpen: false; by: 'right'; permission: Permission; rule: string; says: Message }
  | { isOpen: false; by: 'state' | 'need'; says: Message; missing: readonly string[] };

/** What the rules of one permission look at; the tree and its directors are read only for a permission that has rules. */
export async function ruledFor(
  ctx: Context,
  permission: Permission,
  known: Pick<ProgrammeRuled, 'stationId' | 'authorIds'>,
): Promise<ProgrammeRuled> {
  return hasRules(permission) ? { ...known, ...(await ruledAt(ctx, known.stationId)) } : known;
}

/** What the rules of all of a programme's permissions look at, gathered once. */
export async function ruledOf(ctx: Context, programme: Programme): Promise<ProgrammeRuled> {
  const at = await ruledAt(ctx, programme.station.id);
  return { ...at, authorIds: programme.authorIds };
}

async function ruledAt(ctx: Context, stationId: string): Promise<ProgrammeRuled> {
  const tree = await directory(ctx);
  const placed = tree.need(stationId);
  const isCounty = placed.station.level === StationLevel.COUNTY;
  const town = [...tree.path(stationId), placed].find((p) => p.station.level === StationLevel.TOWNSHIP);
  const directors = town ? ((await directorsByTown(ctx)).get(town.station.id) ?? []) : [];
  return { stationId, isCounty, directorIds: directors };
}

function directorsByTown(ctx: Context): Promise<Map<string, string[]>> {
  return ctx.once('office directors', async () => {
    const em = await ctx.em();
    const grants = await em.find(
      Grant,
      {
        tenantId: actorOf(ctx).tenantId,
        role: Role.OFFICE_DIRECTOR,
        validFrom: { $lte: ctx.today },
        $or: [{ validTo: null }, { validTo: { $gt: ctx.today } }],
      },
      { populate: ['user'], strategy: 'select-in' },
    );
    const byTown = new Map<string, string[]>();
    for (const grant of grants) {
      const town = grant.station?.id;
      if (!town || grant.user.unwrap().isDisabled) continue;
      byTown.set(town, [...(byTown.get(town) ?? []), grant.user.id]);
    }
    return byTown;
  });
}

/** What judging looks at in a programme itself. */
export type Judged = Pick<Programme, 'state' | 'pendingNo' | 'plan' | 'budget' | 'fundSource' | 'responsible'>;

/** Judges one act by the state machine: right first, then state, then what the programme lacks, by itself and by what its kind knows. */
export function judge(
  actor: Actor,
  facts: KindFacts,
  programme: Judged,
  ruled: ProgrammeRuled,
  act: ProgrammeAct,
  known: unknown = null,
): Verdict {
  const permission = permissionOf(facts, permissionFor(act));
  const decision = can(actor, permission, ruled);
  if (!decision.isAllowed) return { isOpen: false, by: 'right', permission, rule: decision.rule, says: decision.says };
  const rule = ruleFor(act, programme);
  if (!rule) return { isOpen: false, by: 'state', says: wrongState(act, programme), missing: [] };
  if (rule.needs?.includes('noPendingAmendment') && programme.pendingNo !== null) {
    const says = {
      zh: '有一项变更待审批，请先办结。',
      en: 'An amendment waits for approval; it has to be decided first.',
    };
    return { isOpen: false, by: 'need', says, missing: [] };
  }
  const missing = rule.needs?.includes('complete') ? missingFields(programme) : [];
  if (missing.length > 0) return { isOpen: false, by: 'need', says: incomplete(missing), missing };
  const waits = known === null || rule.onAmendment ? null : facts.needs?.missing(act, known);
  return waits ? { isOpen: false, by: 'need', says: waits, missing: [] } : { isOpen: true, rule };
}

/** What the kind's own room knows of a programme; null for a kind that asks nothing further. */
export async function knownOf(ctx: Context, facts: Pick<KindFacts, 'needs'>, programme: Programme): Promise<unknown> {
  return facts.needs ? facts.needs.read(ctx, programme) : null;
}

const fieldWords: Readonly<Record<string, Message>> = {
  plan: { zh: '实施方案', en: 'plan' },
  budget: { zh: '预算', en: 'budget' },
  fundSource: { zh: '资金来源', en: 'fund source' },
  responsible: { zh: '负责人', en: 'responsible person' },
};

function incomplete(missing: readonly string[]): Message {
  const words = missing.map((field) => fieldWords[field] ?? { zh: field, en: field });
  return {
    zh: `提交前请补齐：${words.map((w) => w.zh).join('、')}。`,
    en: `Before it can be submitted it needs: ${words.map((w) => w.en).join(', ')}.`,
  };
}

/** Throws the refusal of a right: FORBIDDEN with the reason. */
export function demandRight(verdict: Verdict): void {
  if (!verdict.isOpen && verdict.by === 'right') throw refusal(verdict.permission, verdict.says, verdict.rule);
}

/**
 * The rule of an open act, or its refusal: what the programme lacks and a wrong state are the asker's mistakes; editing what was
 * approved is FORBIDDEN, for no state will ever open it again.
 */
export function demandOpen(verdict: Verdict, act: ProgrammeAct, programme: Programme): StepRule {
  demandRight(verdict);
  if (verdict.isOpen) return verdict.rule;
  if (verdict.by === 'right') throw forbidden(verdict.says);
  if (verdict.by === 'state' && act === ProgrammeAct.UPDATE && wasApproved(programme.state)) {
    throw forbidden(verdict.says, { reason: 'state' });
  }
  if (verdict.missing.length > 0) {
    throw new InputMistakes(
      verdict.missing.map((field) => ({ path: [field], code: ErrorCode.REQUIRED, says: incomplete([field]) })),
    );
  }
  throw mistake(null, ErrorCode.WRONG_STATE, verdict.says);
}
