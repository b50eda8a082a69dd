/** A loan as its pages read it. */
export interface Loan {
  id: string;
  version: number;
  amount: string;
  outstanding: string;
  isOverdue: boolean;
  lender: string;
  state: (typeof STATES)[number];
  repayments: Repayment[];
  station: { id: string; name: string; path: { id: string; name: string }[] } | null;
}

/** One line of what was repaid. */
export interface Repayment {
  id: string;
  amount: string;
  on: string;
  reason: string | null;
  reverses: { id: string } | null;
}

/** The states of a loan, in the order to show. */
export const STATES = ['APPLIED', 'GRANTED', 'REPAID', 'WITHDRAWN'] as const;
