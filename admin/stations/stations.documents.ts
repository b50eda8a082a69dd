/** One station as of a day with all that its page tells. */
export const STATION = /* GraphQL */ `
  query Station($id: ID!, $asOf: Date) {
    station(id: $id, asOf: $asOf) {
      id version code name level levelName practiceLabel settlement openedOn closedOn
      parent { id name }
      path { id name }
      successor { id name }
      history { kind on at by from to reason }
    }
  }
`;

/** What an act on a station would touch, and why it cannot be done, if so. */
export const STATION_ACT_PREVIEW = /* GraphQL */ `
  query StationActPreview($id: ID!, $act: StationAct!, $from: Date!, $intoId: ID) {
    stationActPreview(id: $id, act: $act, from: $from, intoId: $intoId) {
      users programmes openProgrammes households openRecords stations reportsFrom refusal
    }
  }
`;

/** Opens a station under a parent. */
export const STATION_CREATE = /* GraphQL */ `
  mutation StationCreate($input: StationCreateInput!, $idempotencyKey: String) {
    stationCreate(input: $input, idempotencyKey: $idempotencyKey) {
      station { id name }
      errors { path code message }
    }
  }
`;

/** Gives a station a new name from a day. */
export const STATION_RENAME = /* GraphQL */ `
  mutation StationRename($id: ID!, $version: Int!, $input: StationRenameInput!) {
    stationRename(id: $id, version: $version, input: $input) {
      station { id version }
      errors { path code message }
    }
  }
`;

/** Puts a station under a new parent from a day. */
export const STATION_MOVE = /* GraphQL */ `
  mutation StationMove($id: ID!, $version: Int!, $input: StationMoveInput!) {
    stationMove(id: $id, version: $version, input: $input) {
      station { id version }
      errors { path code message }
    }
  }
`;

/** Merges a station into another of its level. */
export const STATION_MERGE = /* GraphQL */ `
  mutation StationMerge($id: ID!, $version: Int!, $input: StationMergeInput!) {
    stationMerge(id: $id, version: $version, input: $input) {
      station { id version }
      errors { path code message }
    }
  }
`;

/** Closes a station. */
export const STATION_CLOSE = /* GraphQL */ `
  mutation StationClose($id: ID!, $version: Int!, $input: StationCloseInput!) {
    stationClose(id: $id, version: $version, input: $input) {
      station { id version }
      errors { path code message }
    }
  }
`;

/** The people who work at a station or below it. */
export const STATION_PEOPLE = /* GraphQL */ `
  query StationPeople($within: ID!, $first: Int, $after: String) {
    users(where: { within: $within }, orderBy: { field: NAME, direction: ASC }, first: $first, after: $after) {
      nodes {
        id account name isDisabled lastSignInAt
        station { id name }
        grants { id role isInForce station { id name } }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`;

/** The programmes of a station and of those below it, latest start first. */
export const STATION_PROGRAMMES = /* GraphQL */ `
  query StationProgrammes($within: ID!, $first: Int, $after: String) {
    programmes(where: { within: $within }, first: $first, after: $after) {
      nodes {
        id kind title state startsOn endsOn budget
        station { id name }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`;

/** The stations that do not stand today: closed, merged, or still to be opened. */
export const CLOSED_STATIONS = /* GraphQL */ `
  query ClosedStations($where: StationFilter, $orderBy: StationOrder, $first: Int, $offset: Int) {
    stations(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id code name level openedOn closedOn
        path { id name }
        successor { id name }
      }
      pageInfo { hasNextPage hasPreviousPage }
      totalCount
    }
  }
`;
