/** Changes the asker's own password and ends their other sessions. */
export const PASSWORD_CHANGE = /* GraphQL */ `
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      errors { path code message }
    }
  }
`;

/** The asker's own open sessions. */
export const MY_SESSIONS = /* GraphQL */ `
  query MySessions {
    mySessions { id isCurrent startedAt lastSeenAt client }
  }
`;

/** Ends one of the asker's own sessions. */
export const SESSION_END = /* GraphQL */ `
  mutation SessionEnd($id: ID!) {
    sessionEnd(id: $id) {
      errors { path code message }
    }
  }
`;

/** Ends all of the asker's sessions but this one. */
export const SESSIONS_END_OTHERS = /* GraphQL */ `
  mutation SessionsEndOthers {
    sessionsEndOthers {
      errors { path code message }
    }
  }
`;
