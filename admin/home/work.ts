import { type Me, may, type Permission } from '../provider/me.js';

/** The acts that move a programme on, the most pressing first; the server says which are open to the asker. */
export const ACTS = ['APPROVE', 'ACCEPT', 'SUBMIT', 'START', 'FINISH', 'UPDATE'] as const;

const KINDS = [
  { kind: 'TRAINING', area: 'TRAINING' },
  { kind: 'JOB', area: 'JOBS' },
  { kind: 'INDUSTRY', area: 'INDUSTRY' },
] as const;

const EDITORS = ['DRAFT', 'RETURNED', 'APPROVED', 'RUNNING'];
const APPROVERS = ['SUBMITTED', 'FINISHED'];

/** A part of the programmes in which something may wait for a person: these kinds in these states. */
export interface Work {
  kinds: string[];
  states: string[];
}

/** Where work can wait for a person, from their abilities: an editor's drafts and running programmes, an approver's requests. */
export function workOf(me: Me): Work[] {
  const kindsFor = (act: 'EDIT' | 'APPROVE') =>
    KINDS.filter(({ area }) => may(me, `${area}_${act}` as Permission)).map(({ kind }) => kind);
  return [
    { kinds: kindsFor('APPROVE'), states: APPROVERS },
    { kinds: kindsFor('EDIT'), states: EDITORS },
  ].filter(({ kinds }) => kinds.length > 0);
}

/** The page of a programme: each kind is a resource of its own. */
export function programmePath(kind: string, id: string): string {
  return `/${kind.toLowerCase()}Programmes/${id}/show`;
}
