import { reachPath } from '../provider/me.js';
import * as documents from './dividends.documents.js';

/** The states of a dividend in their order; one that was cancelled stands beside them. */
export const ROAD = ['ESTIMATED', 'DECLARED', 'PUBLISHED', 'PAID', 'RECONCILED'] as const;
export const STATES = [...ROAD, 'CANCELLED'] as const;
export const RULES = ['REGISTERED_NOT_EXITED', 'REGISTERED', 'MONITORED', 'EVERY_HOUSEHOLD'] as const;
export const UNITS = ['PERSON', 'HOUSEHOLD'] as const;
export const SPLITS = ['EQUAL', 'WEIGHTED'] as const;

/** A dividend as its page reads it. */
export interface Dividend {
  id: string;
  version: number;
  title: string;
  year: number;
  state: (typeof STATES)[number];
  isEstimate: boolean;
  total: string;
  paid: string;
  unpaid: string;
  unpaidCount: number;
  shareCount: number;
  declaredOn: string | null;
  publishedOn: string | null;
  approvedOn: string | null;
  approvedBy: string | null;
  paidOn: string | null;
  reconciledOn: string | null;
  cancelReason: string | null;
  station: { id: string; name: string; path: { id: string; name: string }[] } | null;
  scope: { id: string; name: string } | null;
  programme: { id: string; title: string } | null;
}

/** One share with its ledger. */
export interface Share {
  id: string;
  no: number;
  payee: string;
  householdCode: string;
  weight: string | null;
  amount: string;
  paid: string;
  payments: { id: string; amount: string; on: string; reason: string | null; reverses: { id: string } | null }[];
}

/** One act on a dividend: what sends it, who may, and whether it stands open in its state. */
export interface Act {
  name: 'Declare' | 'Publish' | 'Approve' | 'Pay' | 'Reconcile' | 'Cancel';
  document: string;
  permission: 'INDUSTRY_EDIT' | 'DIVIDEND_REVIEW';
  isOpen(plan: Dividend): boolean;
}

/** The acts in the order of the road; the server decides each of them once more. */
export const ACTS: readonly Act[] = [
  act('Declare', documents.DECLARE, ({ state }) => state === 'ESTIMATED'),
  act('Publish', documents.PUBLISH, ({ state }) => state === 'DECLARED'),
  act('Approve', documents.APPROVE, ({ state, approvedOn }) => state === 'PUBLISHED' && !approvedOn, 'DIVIDEND_REVIEW'),
  act('Pay', documents.PAY, ({ state, approvedOn }) => state === 'PUBLISHED' && Boolean(approvedOn)),
  act('Reconcile', documents.RECONCILE, ({ state }) => state === 'PAID'),
  act('Cancel', documents.CANCEL, ({ state }) => ['ESTIMATED', 'DECLARED', 'PUBLISHED'].includes(state)),
];

function act(
  name: Act['name'],
  document: string,
  isOpen: Act['isOpen'],
  permission: Act['permission'] = 'INDUSTRY_EDIT',
): Act {
  return { name, document, isOpen, permission };
}

/** The path of stations that rights over a dividend are held at. */
export function pathOf(plan: Dividend): string[] | undefined {
  return reachPath(plan);
}
