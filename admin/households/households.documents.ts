/** The list. */
export const HOUSEHOLDS = /* GraphQL */ `
  query Households($where: HouseholdFilter, $orderBy: HouseholdOrder, $first: Int, $offset: Int) {
    households(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id version code headName size address isClosed isInvented station { id name } statuses { id status validFrom validTo } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** Everything about one household; sections of other areas put what they show where the comment stands. */
export const HOUSEHOLD_FILE = /* GraphQL */ `
  query HouseholdFile($id: ID!) {
    household(id: $id) {
      id version code headName size address isClosed isInvented createdAt
      station { id name path { id name } }
      memberships {
        id relation validFrom validTo reason
        person { id name sex birthDay idNumberMasked phoneMasked canWork isStudent }
      }
      statuses { id status validFrom validTo reason }
      places { id validFrom validTo reason place { id name } }
      changes {
        id kind validFrom reason enteredBy undoneAt undoneBy
        household { id code headName } other { id code headName }
      }
      # sections
    }
  }
`;

/** Enters a household. */
export const HOUSEHOLD_CREATE = /* GraphQL */ `
  mutation HouseholdCreate($input: HouseholdCreateInput!, $idempotencyKey: String) {
    householdCreate(input: $input, idempotencyKey: $idempotencyKey) {
      household { id version }
      errors { path code message }
    }
  }
`;

/** Corrects number or address. */
export const HOUSEHOLD_UPDATE = /* GraphQL */ `
  mutation HouseholdUpdate($id: ID!, $version: Int!, $input: HouseholdUpdateInput!) {
    householdUpdate(id: $id, version: $version, input: $input) { household { id } errors { path code message } }
  }
`;

/** Makes another member the head. */
export const HOUSEHOLD_HEAD_CHANGE = /* GraphQL */ `
  mutation HouseholdHeadChange($id: ID!, $version: Int!, $input: HouseholdHeadChangeInput!) {
    householdHeadChange(id: $id, version: $version, input: $input) { household { id } errors { path code message } }
  }
`;

/** Moves it to another station. */
export const HOUSEHOLD_MOVE = /* GraphQL */ `
  mutation HouseholdMove($id: ID!, $version: Int!, $input: HouseholdMoveInput!) {
    householdMove(id: $id, version: $version, input: $input) { household { id } errors { path code message } }
  }
`;

/** Lets some members found a household. */
export const HOUSEHOLD_SPLIT = /* GraphQL */ `
  mutation HouseholdSplit($id: ID!, $version: Int!, $input: HouseholdSplitInput!, $idempotencyKey: String) {
    householdSplit(id: $id, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      householdChange { id other { id code } }
      errors { path code message }
    }
  }
`;

/** Lets another household take this one in. */
export const HOUSEHOLD_MERGE = /* GraphQL */ `
  mutation HouseholdMerge($id: ID!, $version: Int!, $input: HouseholdMergeInput!) {
    householdMerge(id: $id, version: $version, input: $input) {
      householdChange { id household { id } }
      errors { path code message }
    }
  }
`;

/** Strikes it off the register. */
export const HOUSEHOLD_CLOSE = /* GraphQL */ `
  mutation HouseholdClose($id: ID!, $version: Int!, $input: SpanEndInput!) {
    householdClose(id: $id, version: $version, input: $input) { householdChange { id } errors { path code message } }
  }
`;

/** Undoes a split, merger or striking off. */
export const HOUSEHOLD_CHANGE_UNDO = /* GraphQL */ `
  mutation HouseholdChangeUndo($id: ID!, $reason: String!) {
    householdChangeUndo(id: $id, reason: $reason) { householdChange { id } errors { path code message } }
  }
`;

/** Gives a status. */
export const HOUSEHOLD_STATUS_GIVE = /* GraphQL */ `
  mutation HouseholdStatusGive($input: HouseholdStatusGiveInput!, $idempotencyKey: String) {
    householdStatusGive(input: $input, idempotencyKey: $idempotencyKey) {
      householdStatus { id }
      errors { path code message }
    }
  }
`;

/** Ends a status. */
export const HOUSEHOLD_STATUS_END = /* GraphQL */ `
  mutation HouseholdStatusEnd($id: ID!, $input: SpanEndInput!) {
    householdStatusEnd(id: $id, input: $input) { householdStatus { id } errors { path code message } }
  }
`;

/** Lets a person join a household. */
export const MEMBERSHIP_MOVE = /* GraphQL */ `
  mutation MembershipMove($input: MembershipMoveInput!, $idempotencyKey: String) {
    membershipMove(input: $input, idempotencyKey: $idempotencyKey) { membership { id } errors { path code message } }
  }
`;

/** Lets a member leave. */
export const MEMBERSHIP_END = /* GraphQL */ `
  mutation MembershipEnd($id: ID!, $input: SpanEndInput!) {
    membershipEnd(id: $id, input: $input) { membership { id } errors { path code message } }
  }
`;

/** Households to choose one of. */
export const HOUSEHOLD_CHOICES = /* GraphQL */ `
  query HouseholdChoices($search: String) {
    households(where: { search: $search }, first: 20) { nodes { id code headName size station { name } } }
  }
`;

/** People, for lists and for choosing. */
export const PERSONS = /* GraphQL */ `
  query Persons($where: PersonFilter, $orderBy: PersonOrder, $first: Int, $offset: Int) {
    persons(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id version name sex birthDay idNumberMasked phoneMasked isCadre isInvented
        station { id name } household { id code headName }
      }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** Everything about one person. */
export const PERSON = /* GraphQL */ `
  query Person($id: ID!) {
    person(id: $id) {
      id version name sex birthDay idNumberMasked phoneMasked canWork isStudent isCadre isInvented
      station { id name path { id name } }
      household { id code headName }
      memberships { id relation validFrom validTo reason household { id code headName } }
    }
  }
`;

/** People who may be the same. */
export const PERSON_DOUBLES = /* GraphQL */ `
  query PersonDoubles {
    personDoubles { id name birthDay idNumberMasked station { id name } household { id code headName } }
  }
`;

/** Enters a person. */
export const PERSON_CREATE = /* GraphQL */ `
  mutation PersonCreate($input: PersonCreateInput!, $idempotencyKey: String) {
    personCreate(input: $input, idempotencyKey: $idempotencyKey) {
      person { id version household { id } }
      errors { path code message }
    }
  }
`;

/** Corrects a person. */
export const PERSON_UPDATE = /* GraphQL */ `
  mutation PersonUpdate($id: ID!, $version: Int!, $input: PersonUpdateInput!) {
    personUpdate(id: $id, version: $version, input: $input) {
      person { id version name sex birthDay canWork isStudent }
      errors { path code message }
    }
  }
`;

/** Shows a masked number whole. */
export const PERSON_REVEAL = /* GraphQL */ `
  mutation PersonReveal($id: ID!, $number: PersonNumber!, $reason: String!) {
    personReveal(id: $id, number: $number, reason: $reason) {
      revealed { number value leftToday }
      errors { path code message }
    }
  }
`;
