/** Know-how holders, those trained last first. */
export const HOLDERS = /* GraphQL */ `
  query KnowHowHolders($where: KnowHowHolderFilter, $orderBy: KnowHowHolderOrder, $first: Int, $offset: Int) {
    knowHowHolders(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id version topic state trainedOn confirmedOn assessor
        household { id code } person { id name } station { id name level path { id name } }
      }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** Households that lack one. */
export const GAPS = /* GraphQL */ `
  query KnowHowGaps($where: KnowHowGapFilter, $orderBy: KnowHowGapOrder, $first: Int, $offset: Int) {
    knowHowGaps(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id code headName station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** The share of households. */
export const COVERAGE = /* GraphQL */ `
  query KnowHowCoverage($within: ID) {
    knowHowCoverage(within: $within) { asOf target confirmed trained none share }
  }
`;

/** Enters a trained person. */
export const HOLDER_CREATE = /* GraphQL */ `
  mutation KnowHowHolderCreate($input: KnowHowHolderCreateInput!, $idempotencyKey: String) {
    knowHowHolderCreate(input: $input, idempotencyKey: $idempotencyKey) {
      knowHowHolder { id } errors { path code message }
    }
  }
`;

/** Enters an assessor's word. */
export const HOLDER_CONFIRM = /* GraphQL */ `
  mutation KnowHowHolderConfirm($id: ID!, $version: Int!, $input: KnowHowHolderConfirmInput!) {
    knowHowHolderConfirm(id: $id, version: $version, input: $input) {
      knowHowHolder { id } errors { path code message }
    }
  }
`;

/** Ends a mark. */
export const HOLDER_END = /* GraphQL */ `
  mutation KnowHowHolderEnd($id: ID!, $version: Int!, $reason: String!) {
    knowHowHolderEnd(id: $id, version: $version, reason: $reason) {
      knowHowHolder { id } errors { path code message }
    }
  }
`;
