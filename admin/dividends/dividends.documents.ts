/** The list of dividends. */
export const DIVIDENDS = /* GraphQL */ `
  query DividendPlans($where: DividendPlanFilter, $orderBy: DividendPlanOrder, $first: Int, $offset: Int) {
    dividendPlans(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id title year state isEstimate total paid shareCount version station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** One dividend. */
export const DIVIDEND = /* GraphQL */ `
  query DividendPlan($id: ID!) {
    dividendPlan(id: $id) {
      id version title year state isEstimate total paid unpaid unpaidCount perHead expectedTotal shareCount remainderRule rule unit split
      snapshotOn dueOn declaredOn publishedOn approvedOn approvedBy paidOn reconciledOn cancelReason createdBy createdAt
      station { id name path { id name } } scope { id name } programme { id title }
    }
  }
`;

/** A page of its shares, with their ledgers. */
export const SHARES = /* GraphQL */ `
  query DividendShares($id: ID!, $first: Int!, $offset: Int!) {
    dividendPlan(id: $id) {
      id
      shares(first: $first, offset: $offset) {
        nodes { id no payee householdCode weight amount paid payments { id amount on reason reverses { id } } }
        totalCount
      }
    }
  }
`;

/** Industry programmes that may pay a dividend. */
export const PROGRAMMES_TO_SHARE = /* GraphQL */ `
  query ProgrammesToShare {
    industryProgrammes(first: 100, where: { state: { in: [RUNNING, FINISHED, ACCEPTED] } }) {
      nodes { id title station { id name } }
    }
  }
`;

/** What a dividend would be. */
export const DIVIDEND_PREVIEW = /* GraphQL */ `
  query DividendPreview($input: DividendPlanCreateInput!) {
    dividendPreview(input: $input) {
      preview { shareCount householdCount total least most extraShares remainderRule isEstimate }
      errors { path code message }
    }
  }
`;

/** Enters a dividend with its shares. */
export const DIVIDEND_CREATE = /* GraphQL */ `
  mutation DividendPlanCreate($input: DividendPlanCreateInput!, $idempotencyKey: String) {
    dividendPlanCreate(input: $input, idempotencyKey: $idempotencyKey) {
      dividendPlan { id } errors { path code message }
    }
  }
`;

/** Settles the amount. */
export const DECLARE = /* GraphQL */ `
  mutation DividendPlanDeclare($id: ID!, $version: Int!, $total: Money) {
    dividendPlanDeclare(id: $id, version: $version, total: $total) {
      dividendPlan { id } errors { path code message }
    }
  }
`;

/** Publishes the shares. */
export const PUBLISH = /* GraphQL */ `
  mutation DividendPlanPublish($id: ID!, $version: Int!) {
    dividendPlanPublish(id: $id, version: $version) { dividendPlan { id } errors { path code message } }
  }
`;

/** Lets it be paid. */
export const APPROVE = /* GraphQL */ `
  mutation DividendPlanApprove($id: ID!, $version: Int!) {
    dividendPlanApprove(id: $id, version: $version) { dividendPlan { id } errors { path code message } }
  }
`;

/** Pays what is not paid. */
export const PAY = /* GraphQL */ `
  mutation DividendPlanPay($id: ID!, $version: Int!, $on: Date) {
    dividendPlanPay(id: $id, version: $version, on: $on) { dividendPlan { id } errors { path code message } }
  }
`;

/** Closes it where the payments agree. */
export const RECONCILE = /* GraphQL */ `
  mutation DividendPlanReconcile($id: ID!, $version: Int!) {
    dividendPlanReconcile(id: $id, version: $version) { dividendPlan { id } errors { path code message } }
  }
`;

/** Gives it up. */
export const CANCEL = /* GraphQL */ `
  mutation DividendPlanCancel($id: ID!, $version: Int!, $reason: String!) {
    dividendPlanCancel(id: $id, version: $version, reason: $reason) {
      dividendPlan { id } errors { path code message }
    }
  }
`;

/** Takes a payment back. */
export const REVERSE = /* GraphQL */ `
  mutation DividendPaymentReverse($id: ID!, $reason: String!) {
    dividendPaymentReverse(id: $id, reason: $reason) { dividendPayment { id } errors { path code message } }
  }
`;
