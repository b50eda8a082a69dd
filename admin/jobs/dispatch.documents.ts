const PLACE = 'station { id name path { id name } }';
const ERRORS = 'errors { path code message }';

/** A page of batches. */
export const BATCHES = /* GraphQL */ `
  query DispatchBatches($where: DispatchBatchFilter, $orderBy: DispatchBatchOrder, $first: Int, $offset: Int) {
    dispatchBatches(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id number day transport state isInvented employer { id name } ${PLACE} }
      totalCount
    }
  }
`;

/** One batch with its members and what was found of each. */
export const BATCH = /* GraphQL */ `
  query DispatchBatch($id: ID!) {
    dispatchBatch(id: $id) {
      id version number day transport state reason isInvented employer { id name } agreement { id title } ${PLACE}
      opening { id title headcount taken programme { id title } }
      members {
        id version grade wage state departedOn endedOn reason person { id name } station { id name }
        checkIns { id version months dueOn doneOn isEmployed isOverdue reason wage note }
      }
    }
  }
`;

/** Begins a batch. */
export const BATCH_CREATE = /* GraphQL */ `
  mutation DispatchBatchCreate($input: DispatchBatchCreateInput!, $idempotencyKey: String) {
    dispatchBatchCreate(input: $input, idempotencyKey: $idempotencyKey) { dispatchBatch { id } ${ERRORS} }
  }
`;

/** Puts people into a batch. */
export const MEMBERS_ADD = /* GraphQL */ `
  mutation DispatchMembersAdd($id: ID!, $input: DispatchMembersAddInput!, $idempotencyKey: String) {
    dispatchMembersAdd(id: $id, input: $input, idempotencyKey: $idempotencyKey) { dispatchBatch { id version } ${ERRORS} }
  }
`;

/** The batch leaves. */
export const BATCH_DEPART = /* GraphQL */ `
  mutation DispatchBatchDepart($id: ID!, $version: Int!, $day: Date) {
    dispatchBatchDepart(id: $id, version: $version, day: $day) { dispatchBatch { id version state } ${ERRORS} }
  }
`;

/** Gives a batch up. */
export const BATCH_CANCEL = /* GraphQL */ `
  mutation DispatchBatchCancel($id: ID!, $version: Int!, $reason: String!) {
    dispatchBatchCancel(id: $id, version: $version, reason: $reason) { dispatchBatch { id version state } ${ERRORS} }
  }
`;

/** A member is back, or will not go. */
export const MEMBER_RETURN = /* GraphQL */ `
  mutation DispatchMemberReturn($id: ID!, $version: Int!, $input: DispatchMemberReturnInput!) {
    dispatchMemberReturn(id: $id, version: $version, input: $input) { dispatchMember { id version state } ${ERRORS} }
  }
`;

/** A page of check-ins, by the day on which they are due. */
export const CHECK_INS = /* GraphQL */ `
  query CheckIns($where: CheckInFilter, $orderBy: CheckInOrder, $first: Int, $offset: Int) {
    checkIns(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id version months dueOn doneOn isEmployed isOverdue reason wage note
        member { id batchNumber employerName person { id name } station { id name } }
      }
      totalCount
    }
  }
`;

/** Writes down what was found. */
export const CHECK_IN_ENTER = /* GraphQL */ `
  mutation CheckInEnter($id: ID!, $version: Int!, $input: CheckInEnterInput!) {
    checkInEnter(id: $id, version: $version, input: $input) { checkIn { id version } ${ERRORS} }
  }
`;

/** Who stayed in the job, with the rows behind. */
export const RETENTION = /* GraphQL */ `
  query DispatchRetention($asOf: Date) {
    dispatchRetention(asOf: $asOf) {
      asOf
      byBatch { ...Line }
      byTown { ...Line }
      total { ...Line }
    }
  }
  fragment Line on RetentionLine {
    label departed returned
    checks { months due done employed rows { id isEmployed reason doneOn member { id person { id name } station { id name } } } }
  }
`;
