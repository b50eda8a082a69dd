const WHOLE = /* GraphQL */ `
  fragment WholeUser on User {
    id account name isDisabled lastSignInAt createdAt version
    station { id name path { id name } }
    grants {
      id role validFrom validTo isInForce grantedBy reason version
      station { id name path { id name } }
    }
  }
`;

/** A page of people with their grants; whole, for the list's rows are what a show page begins with. */
export const USERS = /* GraphQL */ `
  query Users($where: UserFilter, $orderBy: UserOrder, $first: Int, $offset: Int) {
    users(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { ...WholeUser }
      totalCount
    }
  }
  ${WHOLE}
`;

/** One person with every grant, past ones too. */
export const USER = /* GraphQL */ `
  query User($id: ID!) {
    user(id: $id) { ...WholeUser }
  }
  ${WHOLE}
`;

/** Enters a person; the password is answered this once. */
export const USER_CREATE = /* GraphQL */ `
  mutation UserCreate($input: UserCreateInput!, $idempotencyKey: String) {
    userCreate(input: $input, idempotencyKey: $idempotencyKey) {
      user { id account name }
      password
      errors { path code message }
    }
  }
`;

/** Changes name or station of a person. */
export const USER_UPDATE = /* GraphQL */ `
  mutation UserUpdate($id: ID!, $version: Int!, $input: UserUpdateInput!) {
    userUpdate(id: $id, version: $version, input: $input) {
      user { id account name version station { id name path { id name } } }
      errors { path code message }
    }
  }
`;

/** Makes a new first password, answered this once, and ends all sessions of the person. */
export const USER_RESET_PASSWORD = /* GraphQL */ `
  mutation UserResetPassword($id: ID!, $version: Int!) {
    userResetPassword(id: $id, version: $version) {
      user { id version }
      password
      errors { path code message }
    }
  }
`;

/** Switches an account off. */
export const USER_DISABLE = /* GraphQL */ `
  mutation UserDisable($id: ID!, $version: Int!, $reason: String!) {
    userDisable(id: $id, version: $version, reason: $reason) {
      user { id version isDisabled }
      errors { path code message }
    }
  }
`;

/** Switches an account on again. */
export const USER_ENABLE = /* GraphQL */ `
  mutation UserEnable($id: ID!, $version: Int!) {
    userEnable(id: $id, version: $version) {
      user { id version isDisabled }
      errors { path code message }
    }
  }
`;

/** The roles that the asker may give at a station. */
export const GRANTABLE_ROLES = /* GraphQL */ `
  query GrantableRoles($stationId: ID!) {
    grantableRoles(stationId: $stationId)
  }
`;

/** Gives a role to a person at a station. */
export const GRANT_CREATE = /* GraphQL */ `
  mutation GrantCreate($input: GrantCreateInput!, $idempotencyKey: String) {
    grantCreate(input: $input, idempotencyKey: $idempotencyKey) {
      grant { id }
      errors { path code message }
    }
  }
`;

/** Ends a grant from a day. */
export const GRANT_END = /* GraphQL */ `
  mutation GrantEnd($id: ID!, $version: Int!, $input: GrantEndInput!) {
    grantEnd(id: $id, version: $version, input: $input) {
      grant { id validTo version }
      errors { path code message }
    }
  }
`;

/** Every permission that the server knows; the list is the server's, so that the console never guesses. */
export const PERMISSIONS = /* GraphQL */ `
  query Permissions {
    __type(name: "Permission") {
      enumValues { name }
    }
  }
`;

/** Why an account may or may not do something, at a station or to a record. */
export const EXPLAIN_ACCESS = /* GraphQL */ `
  query ExplainAccess($account: String!, $permission: Permission!, $stationId: ID, $recordId: ID) {
    explainAccess(account: $account, permission: $permission, stationId: $stationId, recordId: $recordId) {
      isAllowed
      sentence
      rule
      grant { id role validFrom validTo grantedBy station { id name } }
    }
  }
`;
