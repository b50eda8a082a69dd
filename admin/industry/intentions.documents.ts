/** A page of what households would like. */
export const INTENTIONS = /* GraphQL */ `
  query Intentions($where: IntentionFilter, $orderBy: IntentionOrder, $first: Int, $offset: Int) {
    intentions(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id version year note createdAt
        quantity { amount unit }
        item { id name }
        station { id name path { id name } }
        household { id code headName }
      }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** The demand of villages over the same rows, and what they go in for. */
export const DEMAND = /* GraphQL */ `
  query IntentionDemand($where: IntentionFilter, $specialties: VillageSpecialtyFilter) {
    intentionDemand(where: $where) {
      nodes { year households station { id name } item { id name } quantity { amount unit } }
    }
    villageSpecialties(where: $specialties, first: 100) {
      nodes { id version year state station { id name path { id } } items { id name } }
    }
  }
`;

/** Enters what a household would like. */
export const INTENTION_CREATE = /* GraphQL */ `
  mutation IntentionCreate($input: IntentionCreateInput!, $idempotencyKey: String) {
    intentionCreate(input: $input, idempotencyKey: $idempotencyKey) {
      intention { id }
      errors { path code message }
    }
  }
`;

/** Changes what a household would like. */
export const INTENTION_UPDATE = /* GraphQL */ `
  mutation IntentionUpdate($id: ID!, $version: Int!, $input: IntentionUpdateInput!) {
    intentionUpdate(id: $id, version: $version, input: $input) { intention { id } errors { path code message } }
  }
`;

/** Proposes what a village shall go in for. */
export const SPECIALTY_CREATE = /* GraphQL */ `
  mutation VillageSpecialtyCreate($input: VillageSpecialtyCreateInput!, $idempotencyKey: String) {
    villageSpecialtyCreate(input: $input, idempotencyKey: $idempotencyKey) {
      villageSpecialty { id }
      errors { path code message }
    }
  }
`;

/** Settles it. */
export const SPECIALTY_ADOPT = /* GraphQL */ `
  mutation VillageSpecialtyAdopt($id: ID!, $version: Int!) {
    villageSpecialtyAdopt(id: $id, version: $version) { villageSpecialty { id } errors { path code message } }
  }
`;
