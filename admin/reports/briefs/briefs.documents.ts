/** The briefs, the latest first. */
export const BRIEFS = /* GraphQL */ `
  query Briefs($where: BriefFilter, $orderBy: BriefOrder, $first: Int, $offset: Int) {
    briefs(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id titleZh titleEn period asOf createdAt station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** One brief as it is written. */
export const BRIEF = /* GraphQL */ `
  query Brief($id: ID!) {
    brief(id: $id) {
      id version titleZh titleEn textZh textEn period asOf createdAt retiredOn retiredBecause station { id name path { id name } }
    }
  }
`;

/** A brief with its figures. */
export const BRIEF_READING = /* GraphQL */ `
  query BriefReading($id: ID!, $period: String, $asOf: Date, $within: ID) {
    briefReading(id: $id, period: $period, asOf: $asOf, within: $within) { ...Reading }
  }
  fragment Reading on BriefReading {
    title from to asOf station { id name }
    parts {
      text
      figure { split period isOwn asOf isOutside station { id level } cell { metric split unit value } }
    }
  }
`;

/** What a brief would say that is not saved, or all that is wrong with it. */
export const BRIEF_PREVIEW = /* GraphQL */ `
  query BriefPreview($input: BriefInput!) {
    briefPreview(input: $input) { reading { ...Previewed } errors { path code message } }
  }
  fragment Previewed on BriefReading {
    title from to asOf station { id name }
    parts {
      text
      figure { split period isOwn asOf isOutside station { id level } cell { metric split unit value } }
    }
  }
`;

/** Writes a brief. */
export const BRIEF_CREATE = /* GraphQL */ `
  mutation BriefCreate($input: BriefInput!, $idempotencyKey: String) {
    briefCreate(input: $input, idempotencyKey: $idempotencyKey) { brief { id } errors { path code message } }
  }
`;

/** Writes a brief anew. */
export const BRIEF_UPDATE = /* GraphQL */ `
  mutation BriefUpdate($id: ID!, $version: Int!, $input: BriefInput!) {
    briefUpdate(id: $id, version: $version, input: $input) {
      brief { id version titleZh titleEn textZh textEn period asOf createdAt retiredOn retiredBecause station { id name path { id name } } }
      errors { path code message }
    }
  }
`;

/** Takes a brief out of use. */
export const BRIEF_RETIRE = /* GraphQL */ `
  mutation BriefRetire($id: ID!, $version: Int!, $reason: String!) {
    briefRetire(id: $id, version: $version, reason: $reason) { brief { id } errors { path code message } }
  }
`;

/** Takes a retired brief into use again. */
export const BRIEF_REINSTATE = /* GraphQL */ `
  mutation BriefReinstate($id: ID!, $version: Int!) {
    briefReinstate(id: $id, version: $version) { brief { id } errors { path code message } }
  }
`;
