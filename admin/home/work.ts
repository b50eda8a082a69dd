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

/** A part of the programmes in which something may wait for a person, as a filter of the list of programmes. */
export interface Work {
  kind: { in: string[] };
  state?: { in: string[] };
  hasPendingRevision?: boolean;
}

/** Where work can wait for a person, from their abilities: an editor's drafts and running programmes, an approver's requests and amendments. */
export function workOf(me: Me): Work[] {
  const kindsFor = (act: 'EDIT' | 'APPROVE') =>
    KINDS.filter(({ area }) => may(me, `${area}_${act}` as Permission)).map(({ kind }) => kind);
  return [
    { kind: { in: kindsFor('APPROVE') }, state: { in: APPROVERS } },
    { kind: { in: kindsFor('APPROVE') }, hasPendingRevision: true },
    { kind: { in: kindsFor('EDIT') }, state: { in: EDITORS } },
  ].filter(({ kind }) => kind.in.length > 0);
}

/** The page of a programme: each kind is a resource of its own. */
export function programmePath(kind: string, id: string): string {
  return `/${kind.toLowerCase()}Programmes/${id}/show`;
}
