/** The roles of a county in the order of its levels, as the role filter shows them; the server says who may give which. */
export const ROLES = [
  'TENANT_ADMIN',
  'CENTRE_DIRECTOR',
  'COUNTY_LEADER',
  'INSPECTOR',
  'FINANCE_REVIEWER',
  'TRAINING_EDITOR',
  'JOBS_EDITOR',
  'INDUSTRY_EDITOR',
  'OFFICE_DIRECTOR',
  'OFFICE_CLERK',
  'STATION_LEAD',
  'HELPER',
  'TEAM_LEADER',
  'VOLUNTEER',
  'SHOPKEEPER',
] as const;
