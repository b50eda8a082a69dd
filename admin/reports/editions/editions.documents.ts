/** The editions, the latest first. */
export const EDITIONS = /* GraphQL */ `
  query Editions($where: EditionFilter, $orderBy: EditionOrder, $first: Int, $offset: Int) {
    editions(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id title from to asOf frozenByName createdAt station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** One edition with all its figures, and what was said of it. */
export const EDITION = /* GraphQL */ `
  query Edition($id: ID!) {
    edition(id: $id) {
      id title from to asOf hash isIntact frozenByName createdAt
      station { id name path { id name } }
      comments { id text writtenByName createdAt }
      report {
        from to asOf comparedFrom comparedTo comparedAsOf by split compare metrics { key }
        lines { label isOwn station { id level } cells { ...FrozenFigure } }
        total { label isOwn cells { ...FrozenFigure } }
      }
    }
  }
  fragment FrozenFigure on MetricCell { metric split splitName unit value compared isHidden isRecounted }
`;

/** How far an edition is from what would be counted today; it asks the whole report again. */
export const EDITION_DRIFT = /* GraphQL */ `
  query EditionDrift($id: ID!) {
    edition(id: $id) { drift { count cells { metric line split splitName unit was now } } }
  }
`;

/** Freezes a report. */
export const EDITION_FREEZE = /* GraphQL */ `
  mutation EditionFreeze($input: EditionFreezeInput!, $idempotencyKey: String) {
    editionFreeze(input: $input, idempotencyKey: $idempotencyKey) { edition { id } errors { path code message } }
  }
`;

/** Adds a comment to an edition. */
export const EDITION_COMMENT = /* GraphQL */ `
  mutation EditionComment($id: ID!, $text: String!, $idempotencyKey: String) {
    editionComment(id: $id, text: $text, idempotencyKey: $idempotencyKey) {
      edition { id } errors { path code message }
    }
  }
`;
