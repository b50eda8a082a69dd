/** The county's partner keys, newest first, those revoked too. */
export const API_KEYS = /* GraphQL */ `
  query ApiKeys {
    apiKeys {
      id name prefix scopes expiresOn budgetPerMinute lastUsedAt revokedAt revokedReason createdBy createdAt version
      stations { id name }
    }
  }
`;

/** Makes a key; its text is answered this once. */
export const API_KEY_CREATE = /* GraphQL */ `
  mutation ApiKeyCreate($input: ApiKeyCreateInput!, $idempotencyKey: String) {
    apiKeyCreate(input: $input, idempotencyKey: $idempotencyKey) {
      apiKey { id name prefix scopes }
      secret
      errors { path code message }
    }
  }
`;

/** Revokes a key; it is refused from its next request on. */
export const API_KEY_REVOKE = /* GraphQL */ `
  mutation ApiKeyRevoke($id: ID!, $version: Int!, $reason: String!) {
    apiKeyRevoke(id: $id, version: $version, reason: $reason) {
      apiKey { id version revokedAt }
      errors { path code message }
    }
  }
`;

/** What a partner with the scope of stations may ask first. */
export const SAMPLE_STATIONS = '{ stations(first: 5) { nodes { code name } totalCount } }';

/** What a partner with a programme scope may ask first. */
export const SAMPLE_PROGRAMMES = '{ programmes(first: 5) { nodes { kind title state station { name } } totalCount } }';

/** What a partner with the scope of reports may ask first; the year is put in for 2026. */
export const SAMPLE_REPORT =
  '{ crossTownReport(period: { from: "2026-01-01", to: "2026-12-31" }) { asOf total { cells { kind state count budget } } } }';
