import { account } from './account.js';
import { apiKeys } from './apiKeys.js';
import { audit, auditEnums } from './audit.js';
import { distributionEnums, distributionPermissions } from './distributions.js';
import { enums } from './enums.js';
import { home } from './home.js';
import { householdAudit, householdEnums, householdPermissions, households } from './households.js';
import { jobPages, jobResources } from './jobPages.js';
import { jobAudit, jobEnums, jobPermissions } from './jobs.js';
import { learningAudit, learningEnums } from './learning.js';
import { learning } from './learningPages.js';
import { parts } from './parts.js';
import { programme, programmes } from './programmes.js';
import { ra } from './ra.js';
import { report, reports } from './reports.js';
import { shell } from './shell.js';
import { stations } from './stations.js';
import { tenants } from './tenants.js';
import { roster, trainingAudit, trainingEnums, trainingPermissions, trainings } from './training.js';
import { users } from './users.js';

/** All words of the console in Chinese. Areas' own words go under `resources` by resource name. */
export const words = {
  ra,
  lianxin: { ...shell, ...parts, ...home, ...account, ...programme, ...report, ...jobPages, roster },
  resources: {
    ...stations,
    ...households,
    ...users,
    ...programmes,
    ...apiKeys,
    ...audit,
    ...reports,
    ...tenants,
    ...jobResources,
    ...trainings,
    ...learning,
  },
  enums: {
    ...enums,
    ...auditEnums,
    ...distributionEnums,
    ...householdEnums,
    ...jobEnums,
    ...learningEnums,
    ...trainingEnums,
    AuditAct: {
      ...auditEnums.AuditAct,
      ...householdAudit.acts,
      ...jobAudit.acts,
      ...learningAudit.acts,
      ...trainingAudit.acts,
    },
    AuditRecord: {
      ...auditEnums.AuditRecord,
      ...householdAudit.records,
      ...jobAudit.records,
      ...learningAudit.records,
      ...trainingAudit.records,
    },
    Permission: {
      ...enums.Permission,
      ...distributionPermissions,
      ...householdPermissions,
      ...jobPermissions,
      ...trainingPermissions,
    },
  },
};
