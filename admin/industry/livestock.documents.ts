const LISTED = /* GraphQL */ `
  id version state mode species head startsOn isInvented
  station { id name path { id name } }
  household { id code headName }
  cooperative { id name }
`;

/** A page of contracts. */
export const CONTRACTS = `
  query LivestockContracts($where: LivestockContractFilter, $orderBy: LivestockContractOrder, $first: Int, $offset: Int) {
    livestockContracts(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { ${LISTED} }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** Sums over the same rows. */
export const CONTRACT_TOTALS = /* GraphQL */ `
  query LivestockTotals($where: LivestockContractFilter) {
    livestockTotals(where: $where) { nodes { mode species contracts households head } }
  }
`;

/** One contract with its schedule and what was delivered. */
export const CONTRACT = `
  query LivestockContract($id: ID!) {
    livestockContract(id: $id) {
      ${LISTED}
      ratioEntrusted ratioReturned years isHalfCarried isPrincipalReturned checkedOn signedOn endedOn note enteredBy
      programme { id title }
      instalments {
        id no kind dueOn headDue headDelivered isOverdue
        deliveries { id kind head value onDay note isReversed reverses { id } }
      }
    }
  }
`;

/** Enters a contract. */
export const CONTRACT_CREATE = /* GraphQL */ `
  mutation LivestockContractCreate($input: LivestockContractCreateInput!, $idempotencyKey: String) {
    livestockContractCreate(input: $input, idempotencyKey: $idempotencyKey) {
      livestockContract { id version state }
      errors { path code message }
    }
  }
`;

/** The pen was looked at. */
export const CONTRACT_CHECK = /* GraphQL */ `
  mutation LivestockContractCheck($id: ID!, $version: Int!, $onDay: Date!) {
    livestockContractCheck(id: $id, version: $version, onDay: $onDay) { livestockContract { id } errors { path code message } }
  }
`;

/** Signed. */
export const CONTRACT_SIGN = /* GraphQL */ `
  mutation LivestockContractSign($id: ID!, $version: Int!, $onDay: Date!) {
    livestockContractSign(id: $id, version: $version, onDay: $onDay) { livestockContract { id } errors { path code message } }
  }
`;

/** The animals are there. */
export const CONTRACT_START = /* GraphQL */ `
  mutation LivestockContractStart($id: ID!, $version: Int!, $onDay: Date!) {
    livestockContractStart(id: $id, version: $version, onDay: $onDay) { livestockContract { id } errors { path code message } }
  }
`;

/** Completed, or broken off. */
export const CONTRACT_END = /* GraphQL */ `
  mutation LivestockContractEnd($id: ID!, $version: Int!, $onDay: Date!, $isBreached: Boolean!, $reason: String) {
    livestockContractEnd(id: $id, version: $version, onDay: $onDay, isBreached: $isBreached, reason: $reason) {
      livestockContract { id }
      errors { path code message }
    }
  }
`;

/** What was delivered of an instalment. */
export const INSTALMENT_DELIVER = /* GraphQL */ `
  mutation LivestockInstalmentDeliver($id: ID!, $input: LivestockInstalmentDeliverInput!, $idempotencyKey: String) {
    livestockInstalmentDeliver(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
      livestockDelivery { id }
      errors { path code message }
    }
  }
`;

/** Takes a delivery back. */
export const DELIVERY_REVERSE = /* GraphQL */ `
  mutation LivestockDeliveryReverse($id: ID!, $reason: String!) {
    livestockDeliveryReverse(id: $id, reason: $reason) { livestockDelivery { id } errors { path code message } }
  }
`;

/** What was overdue on a day, by cooperative, and the first of the rows that make it. */
export const OVERDUE = /* GraphQL */ `
  query LivestockOverdue($sums: LivestockInstalmentFilter, $where: LivestockInstalmentFilter) {
    livestockInstalmentTotals(where: $sums) { nodes { cooperative { id name } dueOn instalments headOpen } }
    livestockInstalments(where: $where, first: 100) {
      nodes {
        id no dueOn headDue headDelivered
        cooperative { id name }
        contract { id household { code headName } station { id name } }
      }
      totalCount
    }
  }
`;

/** What a new contract chooses from. */
export const CONTRACT_CHOICES = /* GraphQL */ `
  query ContractChoices {
    cooperatives(first: 100) { nodes { id name } }
    industryProgrammes(where: { state: { in: [APPROVED, RUNNING] } }, first: 100) { nodes { id title } }
  }
`;

/** Enters a cooperative. */
export const COOPERATIVE_CREATE = /* GraphQL */ `
  mutation CooperativeCreate($input: CooperativeCreateInput!, $idempotencyKey: String) {
    cooperativeCreate(input: $input, idempotencyKey: $idempotencyKey) {
      cooperative { id name }
      errors { path code message }
    }
  }
`;
