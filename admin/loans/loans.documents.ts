/** The list of loans. */
export const LOANS = /* GraphQL */ `
  query Loans($where: LoanFilter, $orderBy: LoanOrder, $first: Int, $offset: Int) {
    loans(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id amount outstanding isOverdue lender state appliedOn dueOn version station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** The sums over all loans that one may see. */
export const LOAN_SUMMARY = /* GraphQL */ `
  query LoanSummary($within: ID) { loanSummary(within: $within) { granted repaid outstanding overdue } }
`;

/** One loan with its ledger. */
export const LOAN = /* GraphQL */ `
  query Loan($id: ID!) {
    loan(id: $id) {
      id version amount outstanding isOverdue lender purpose state appliedOn grantedOn dueOn isInvented createdAt
      station { id name path { id name } }
      repayments { id amount on reason enteredBy reverses { id } }
    }
  }
`;

/** Whose loan it is, for those who see the register. */
export const LOAN_HOUSEHOLD = /* GraphQL */ `
  query LoanHousehold($id: ID!) { loan(id: $id) { id household { id code headName } } }
`;

/** Enters a loan. */
export const LOAN_CREATE = /* GraphQL */ `
  mutation LoanCreate($input: LoanCreateInput!, $idempotencyKey: String) {
    loanCreate(input: $input, idempotencyKey: $idempotencyKey) { loan { id } errors { path code message } }
  }
`;

/** Grants it. */
export const LOAN_GRANT = /* GraphQL */ `
  mutation LoanGrant($id: ID!, $version: Int!, $on: Date!, $dueOn: Date!) {
    loanGrant(id: $id, version: $version, on: $on, dueOn: $dueOn) { loan { id } errors { path code message } }
  }
`;

/** Notes that it is not granted. */
export const LOAN_WITHDRAW = /* GraphQL */ `
  mutation LoanWithdraw($id: ID!, $version: Int!, $reason: String!) {
    loanWithdraw(id: $id, version: $version, reason: $reason) { loan { id } errors { path code message } }
  }
`;

/** Enters a repayment. */
export const LOAN_REPAY = /* GraphQL */ `
  mutation LoanRepay($id: ID!, $version: Int!, $amount: Money!, $on: Date) {
    loanRepay(id: $id, version: $version, amount: $amount, on: $on) { loan { id } errors { path code message } }
  }
`;

/** Takes a repayment back. */
export const REPAYMENT_REVERSE = /* GraphQL */ `
  mutation LoanRepaymentReverse($id: ID!, $reason: String!) {
    loanRepaymentReverse(id: $id, reason: $reason) { loanRepayment { id } errors { path code message } }
  }
`;
