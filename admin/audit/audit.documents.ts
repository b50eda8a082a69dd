/** A page of changes, newest first, each with its fields before and after. */
export const AUDIT_ENTRIES = /* GraphQL */ `
  query AuditEntries($where: AuditEntryFilter, $first: Int, $offset: Int) {
    auditEntries(where: $where, first: $first, offset: $offset) {
      nodes {
        id at by byKind act record recordId reason requestId client sealNo
        station { id name }
        changes { field before after }
      }
      totalCount
    }
  }
`;

/** A page of sign-ins, their refusals, and acts refused, newest first. */
export const SECURITY_EVENTS = /* GraphQL */ `
  query SecurityEvents($where: SecurityEventFilter, $first: Int, $offset: Int) {
    securityEvents(where: $where, first: $first, offset: $offset) {
      nodes {
        id at kind account detail requestId client
        station { id name }
      }
      totalCount
    }
  }
`;

/** Recomputes the seals of the county's audit. */
export const AUDIT_CHECK = /* GraphQL */ `
  query AuditCheck {
    auditCheck { isIntact entries seals unsealed brokenAt head }
  }
`;
