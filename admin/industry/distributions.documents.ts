/** A page of the ledger. */
export const DISTRIBUTIONS = /* GraphQL */ `
  query Distributions($where: DistributionFilter, $orderBy: DistributionOrder, $first: Int, $offset: Int) {
    distributions(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id onDay isSigned note isReversed createdAt enteredBy
        quantity { amount unit }
        item { id name }
        station { id name path { id name } }
        household { id code headName }
        programme { id title }
        reverses { id }
        survivalChecks { id onDay alive }
      }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** Sums over the same rows. */
export const DISTRIBUTION_TOTALS = /* GraphQL */ `
  query DistributionTotals($where: DistributionFilter) {
    distributionTotals(where: $where) { nodes { item { id name } quantity { amount unit } households lines } }
  }
`;

/** What an entry chooses from: the catalogue, and programmes that are approved or running. */
export const ENTRY_CHOICES = /* GraphQL */ `
  query EntryChoices {
    distributionItems(first: 100) { nodes { id name units } }
    industryProgrammes(where: { state: { in: [APPROVED, RUNNING] } }, first: 100) {
      nodes { id title startsOn endsOn station { id name } }
    }
  }
`;

/** The households of a village. */
export const VILLAGE_HOUSEHOLDS = /* GraphQL */ `
  query VillageHouseholds($station: ID!, $after: String) {
    households(where: { station: { in: [$station] } }, first: 100, after: $after) {
      nodes { id code headName }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** Enters what many households were given. */
export const DISTRIBUTIONS_CREATE = /* GraphQL */ `
  mutation DistributionsCreate($input: DistributionsCreateInput!, $idempotencyKey: String) {
    distributionsCreate(input: $input, idempotencyKey: $idempotencyKey) {
      entry { doneCount skippedCount rows { no reason distribution { id } } }
      errors { path code message }
    }
  }
`;

/** Takes a line back. */
export const DISTRIBUTION_REVERSE = /* GraphQL */ `
  mutation DistributionReverse($id: ID!, $reason: String!) {
    distributionReverse(id: $id, reason: $reason) { distribution { id } errors { path code message } }
  }
`;

/** Enters how much is alive. */
export const SURVIVAL_CHECK_CREATE = /* GraphQL */ `
  mutation SurvivalCheckCreate($input: SurvivalCheckCreateInput!, $idempotencyKey: String) {
    survivalCheckCreate(input: $input, idempotencyKey: $idempotencyKey) {
      survivalCheck { id }
      errors { path code message }
    }
  }
`;

/** Enters an item of the catalogue. */
export const ITEM_CREATE = /* GraphQL */ `
  mutation DistributionItemCreate($input: DistributionItemCreateInput!, $idempotencyKey: String) {
    distributionItemCreate(input: $input, idempotencyKey: $idempotencyKey) {
      distributionItem { id name }
      errors { path code message }
    }
  }
`;
