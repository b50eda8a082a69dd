/** The states in which a programme can stand, in the order in which it passes through them. */
export const STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'RUNNING',
  'FINISHED',
  'ACCEPTED',
  'STOPPED',
] as const;

/** Where a programme stands. */
export type ProgrammeState = (typeof STATES)[number];

/** An act and whether the asker may do it now; `reason` is the server's sentence where they may not. */
export interface NextStep {
  act: string;
  to: ProgrammeState | null;
  isOpen: boolean;
  reason: string | null;
}

/** One step of the past. */
export interface Step {
  id: string;
  act: string;
  from: ProgrammeState | null;
  to: ProgrammeState;
  on: string;
  at: string;
  by: string | null;
  comment: string | null;
}

/** The content from a day on, or an amendment that waits or was sent back. */
export interface Revision {
  id: string;
  no: number;
  state: string;
  inForceFrom: string | null;
  enteredAt: string;
  enteredBy: string | null;
  reason: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
}

/** A programme of any kind as its own page reads it. */
export interface Programme {
  id: string;
  version: number;
  title: string;
  state: ProgrammeState;
  stateSince: string;
  station: { id: string; name: string; level: string; path: { id: string; name: string }[] } | null;
  nextSteps: NextStep[];
  steps: Step[];
  revisions: Revision[];
  pendingRevision: { id: string; no: number } | null;
  isInvented: boolean;
}

const MAIN_ROAD: readonly ProgrammeState[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'RUNNING', 'FINISHED', 'ACCEPTED'];

/** The states on the road of a programme: those passed, the one where it stands, and those ahead. */
export function roadOf({ state, steps }: Pick<Programme, 'state' | 'steps'>): { road: ProgrammeState[]; at: number } {
  if (state === 'RETURNED') return { road: ['RETURNED', ...MAIN_ROAD.slice(1)], at: 0 };
  if (state === 'STOPPED') {
    const from = steps.findLast(({ to }) => to === 'STOPPED')?.from ?? 'APPROVED';
    const passed = MAIN_ROAD.slice(0, MAIN_ROAD.indexOf(from) + 1);
    return { road: [...passed, 'STOPPED'], at: passed.length };
  }
  return { road: [...MAIN_ROAD], at: MAIN_ROAD.indexOf(state) };
}

/** Whose turn it is and for which act: the editor of the kind, or the approver of the town or of the county; null at the end. */
export function turnOf(programme: Programme): { act: string; who: 'editor' | 'town' | 'county' } | null {
  const approver = programme.station?.level === 'COUNTY' ? 'county' : 'town';
  if (programme.pendingRevision) return { act: 'APPROVE', who: approver };
  if (programme.state === 'SUBMITTED') return { act: 'APPROVE', who: approver };
  if (programme.state === 'FINISHED') return { act: 'ACCEPT', who: approver };
  const act = { DRAFT: 'SUBMIT', RETURNED: 'SUBMIT', APPROVED: 'START', RUNNING: 'FINISH' }[programme.state as string];
  return act ? { act, who: 'editor' } : null;
}
