/** Who the asker is and what they may do; null for a stranger. */
export const ME = /* GraphQL */ `
  query Me {
    me {
      mustChangePassword
      user { id account name station { id name level } }
      tenant { id code name kind prefecture province practiceLabel levelNames { county township village } }
      grants { id role validFrom validTo isInForce station { id name level } }
      abilities { permission isEverywhere stations { id name } }
    }
  }
`;

/** Opens a session; wrong pairs are answered in `errors`. */
export const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      me { mustChangePassword user { id account name } }
      errors { path code message }
    }
  }
`;

/** Ends the session of this browser on the server. */
export const SIGN_OUT = /* GraphQL */ `
  mutation SignOut {
    signOut { errors { path code message } }
  }
`;
