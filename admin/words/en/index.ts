import english from 'ra-language-english';
import { account } from './account.js';
import { apiKeys } from './apiKeys.js';
import { audit, auditEnums } from './audit.js';
import { distribution, distributionEnums, distributionPermissions, distributions } from './distributions.js';
import { enums } from './enums.js';
import { home } from './home.js';
import { householdEnums, householdPermissions } from './households.js';
import { parts } from './parts.js';
import { programme, programmes } from './programmes.js';
import { report, reports } from './reports.js';
import { shell } from './shell.js';
import { stations } from './stations.js';
import { tenants } from './tenants.js';
import { users } from './users.js';

/** All words of the console in English. Areas' own words go under `resources` by resource name. */
export const words = {
  ra: { ...english.ra, page: { ...english.ra.page, dashboard: 'Home' } },
  lianxin: { ...shell, ...parts, ...home, ...account, ...programme, ...report, ...distribution },
  resources: { ...stations, ...users, ...programmes, ...apiKeys, ...audit, ...reports, ...tenants, ...distributions },
  enums: {
    ...enums,
    ...auditEnums,
    ...distributionEnums,
    ...householdEnums,
    Permission: { ...enums.Permission, ...distributionPermissions, ...householdPermissions },
  },
};
