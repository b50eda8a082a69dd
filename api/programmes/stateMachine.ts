import type { Message } from '../kernel/index.js';
import { ProgrammeAct as Act, ProgrammeState as State } from './enums.js';
import type { Programme } from './programme.js';

/** What an act further needs of the programme itself. */
export type Need = 'complete' | 'noPendingAmendment';

/** One line of the state machine. */
export interface StepRule {
  act: Act;
  from: readonly State[];
  /** Null: the state stays. */
  to: State | null;
  /** Which permission of the kind it takes; the approver's carries the rules of level and own entry. */
  permission: 'edit' | 'approve';
  needs?: readonly Need[];
  /** It must say why. */
  needsComment?: true;
  /** Only while an amendment waits: it decides the amendment. */
  onAmendment?: true;
}

const open = [State.APPROVED, State.RUNNING];

/** The one table of what may be done with a programme, when, and by whom (domain: features, section 4). */
export const stateMachine: readonly StepRule[] = [
  { act: Act.UPDATE, from: [State.DRAFT, State.RETURNED], to: null, permission: 'edit' },
  {
    act: Act.SUBMIT,
    from: [State.DRAFT, State.RETURNED],
    to: State.SUBMITTED,
    permission: 'edit',
    needs: ['complete'],
  },
  { act: Act.APPROVE, from: [State.SUBMITTED], to: State.APPROVED, permission: 'approve' },
  { act: Act.APPROVE, from: open, to: null, permission: 'approve', onAmendment: true },
  { act: Act.RETURN, from: [State.SUBMITTED], to: State.RETURNED, permission: 'approve', needsComment: true },
  { act: Act.RETURN, from: open, to: null, permission: 'approve', onAmendment: true, needsComment: true },
  { act: Act.START, from: [State.APPROVED], to: State.RUNNING, permission: 'edit' },
  { act: Act.FINISH, from: [State.RUNNING], to: State.FINISHED, permission: 'edit', needs: ['noPendingAmendment'] },
  { act: Act.ACCEPT, from: [State.FINISHED], to: State.ACCEPTED, permission: 'approve' },
  { act: Act.STOP, from: [...open, State.FINISHED], to: State.STOPPED, permission: 'approve', needsComment: true },
  { act: Act.AMEND, from: open, to: null, permission: 'edit', needs: ['noPendingAmendment'], needsComment: true },
  { act: Act.DISCARD, from: [State.DRAFT], to: null, permission: 'edit' },
];

/** The acts in the order in which they are shown. */
export const acts: readonly Act[] = [...new Set(stateMachine.map((rule) => rule.act))];

/** The line that covers an act on a programme as it stands, or null when its state does not allow the act. */
export function ruleFor(act: Act, programme: Pick<Programme, 'state' | 'pendingNo'>): StepRule | null {
  const lines = stateMachine.filter((rule) => rule.act === act && rule.from.includes(programme.state));
  return lines.find((rule) => !rule.onAmendment || programme.pendingNo !== null) ?? null;
}

/** The permission of an act, whatever the state. */
export function permissionFor(act: Act): 'edit' | 'approve' {
  return stateMachine.find((rule) => rule.act === act)?.permission ?? 'edit';
}

/** Whether a programme has been approved at some time, after which its content changes by amendment only. */
export function wasApproved(state: State): boolean {
  return ![State.DRAFT, State.SUBMITTED, State.RETURNED].includes(state);
}

/** Whether the work on a programme is over. */
export function isEnded(state: State): boolean {
  return state === State.ACCEPTED || state === State.STOPPED;
}

const stateWords: Readonly<Record<State, Message>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  SUBMITTED: { zh: '待审批', en: 'waiting for approval' },
  RETURNED: { zh: '已退回', en: 'returned' },
  APPROVED: { zh: '已批准', en: 'approved' },
  RUNNING: { zh: '实施中', en: 'under way' },
  FINISHED: { zh: '已完成', en: 'finished' },
  ACCEPTED: { zh: '已验收', en: 'accepted' },
  STOPPED: { zh: '已终止', en: 'stopped' },
};

/** Why the state does not allow an act. */
export function wrongState(act: Act, programme: Pick<Programme, 'state'>): Message {
  const { zh, en } = stateWords[programme.state];
  if (act === Act.UPDATE && wasApproved(programme.state)) {
    return {
      zh: `项目${zh}，批准后的内容只能通过“变更”修改。`,
      en: `The programme is ${en}; what was approved is changed by an amendment only.`,
    };
  }
  const froms = [...new Set(stateMachine.filter((r) => r.act === act && !r.onAmendment).flatMap((r) => r.from))];
  return {
    zh: `项目${zh}；这一步只在${froms.map((s) => `“${stateWords[s].zh}”`).join('、')}时可办。`,
    en: `The programme is ${en}; this step is open only while it is ${froms.map((s) => stateWords[s].en).join(' or ')}.`,
  };
}
