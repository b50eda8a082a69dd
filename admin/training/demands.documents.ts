/** Demand against delivery by item and village. */
export const BOARD = /* GraphQL */ `
  query TrainingDemandBoard($within: ID) {
    trainingDemandBoard(within: $within) {
      item { id title category isClosed }
      station { id name }
      asked requested scheduled met declined urgent
    }
  }
`;

/** Wishes behind a figure of the board. */
export const WISHES = /* GraphQL */ `
  query TrainingDemands($where: TrainingDemandFilter, $first: Int) {
    trainingDemands(where: $where, first: $first) {
      nodes {
        id version people priority askedOn state reason
        item { id title } person { id name } station { id name } session { id heldOn topic }
      }
      totalCount
    }
  }
`;

/** The menu. */
export const MENU = /* GraphQL */ `
  query TrainingMenu($first: Int) {
    trainingMenuItems(first: $first) { nodes { id version title category station { id name } } }
  }
`;

/** People to choose from, by the beginning of a name. */
export const PEOPLE = /* GraphQL */ `
  query PeopleToChoose($where: PersonFilter) {
    persons(where: $where, first: 20) { nodes { id name birthDay station { name } household { code } } }
  }
`;

/** The sessions of a course. */
export const SESSIONS = /* GraphQL */ `
  query SessionsToChoose($id: ID!) {
    course(id: $id) { id sessions { id heldOn topic isCancelled } }
  }
`;

/** Puts something on the menu. */
export const MENU_CREATE = /* GraphQL */ `
  mutation TrainingMenuItemCreate($input: TrainingMenuItemCreateInput!, $idempotencyKey: String) {
    trainingMenuItemCreate(input: $input, idempotencyKey: $idempotencyKey) {
      trainingMenuItem { id } errors { path code message }
    }
  }
`;

/** Takes something off the menu. */
export const MENU_CLOSE = /* GraphQL */ `
  mutation TrainingMenuItemClose($id: ID!, $version: Int!) {
    trainingMenuItemClose(id: $id, version: $version) { trainingMenuItem { id } errors { path code message } }
  }
`;

/** Enters a wish. */
export const WISH_CREATE = /* GraphQL */ `
  mutation TrainingDemandCreate($input: TrainingDemandCreateInput!, $idempotencyKey: String) {
    trainingDemandCreate(input: $input, idempotencyKey: $idempotencyKey) {
      trainingDemand { id } errors { path code message }
    }
  }
`;

/** Links wishes to a session. */
export const WISHES_SCHEDULE = /* GraphQL */ `
  mutation TrainingDemandsSchedule($ids: [ID!]!, $sessionId: ID!) {
    trainingDemandsSchedule(ids: $ids, sessionId: $sessionId) {
      result { done rows { isDone message demand { id } } }
      errors { path code message }
    }
  }
`;

/** Marks wishes as met. */
export const WISHES_MEET = /* GraphQL */ `
  mutation TrainingDemandsMeet($ids: [ID!]!) {
    trainingDemandsMeet(ids: $ids) {
      result { done rows { isDone message demand { id } } }
      errors { path code message }
    }
  }
`;

/** Says no to a wish. */
export const WISH_DECLINE = /* GraphQL */ `
  mutation TrainingDemandDecline($id: ID!, $version: Int!, $reason: String!) {
    trainingDemandDecline(id: $id, version: $version, reason: $reason) {
      trainingDemand { id } errors { path code message }
    }
  }
`;
