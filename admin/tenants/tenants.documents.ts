/** Every county of this installation, by code. */
export const TENANTS = /* GraphQL */ `
  query Tenants {
    tenants {
      id code name kind prefecture province practiceLabel
      levelNames { county township village }
    }
  }
`;

/** Opens a county and answers its first administrator's account and password, once. */
export const TENANT_CREATE = /* GraphQL */ `
  mutation TenantCreate($input: TenantCreateInput!) {
    tenantCreate(input: $input) {
      tenant { id code name }
      account
      password
      errors { path code message }
    }
  }
`;
