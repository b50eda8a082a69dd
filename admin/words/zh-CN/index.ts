import { account } from './account.js';
import { apiKeys } from './apiKeys.js';
import { audit, auditEnums } from './audit.js';
import {
  distribution,
  distributionAudit,
  distributionEnums,
  distributionPermissions,
  distributions,
} from './distributions.js';
import { briefs, editionAudit, editionPermissions, editions, reportForms } from './editions.js';
import { enums } from './enums.js';
import { home } from './home.js';
import { householdFile } from './householdFile.js';
import { householdAudit, householdEnums, householdPermissions, households } from './households.js';
import { importAudit, importEnums, importPermissions, imports } from './imports.js';
import { jobPages, jobResources } from './jobPages.js';
import { jobAudit, jobEnums, jobPermissions } from './jobs.js';
import { learningAudit, learningEnums } from './learning.js';
import { learning } from './learningPages.js';
import { loans } from './loans.js';
import { metricEnums } from './metrics.js';
import { parts } from './parts.js';
import { programme, programmes } from './programmes.js';
import { dividends, project, projectAudit, projectEnums, projectPermissions } from './projects.js';
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
  lianxin: {
    ...shell,
    ...parts,
    ...home,
    ...account,
    ...programme,
    ...report,
    ...householdFile,
    ...jobPages,
    roster,
    ...distribution,
    ...project,
  },
  resources: {
    ...stations,
    ...households,
    ...users,
    ...programmes,
    ...dividends,
    ...loans,
    ...apiKeys,
    ...audit,
    ...reports,
    ...editions,
    ...briefs,
    ...reportForms,
    ...tenants,
    ...jobResources,
    ...trainings,
    ...learning,
    ...imports,
    ...distributions,
  },
  enums: {
    ...enums,
    ...metricEnums,
    ...auditEnums,
    ...distributionEnums,
    ...householdEnums,
    ...importEnums,
    ...jobEnums,
    ...learningEnums,
    ...projectEnums,
    ...trainingEnums,
    AuditAct: {
      ...auditEnums.AuditAct,
      ...distributionAudit.acts,
      ...editionAudit.acts,
      ...householdAudit.acts,
      ...importAudit.acts,
      ...jobAudit.acts,
      ...learningAudit.acts,
      ...projectAudit.acts,
      ...trainingAudit.acts,
    },
    AuditRecord: {
      ...auditEnums.AuditRecord,
      ...distributionAudit.records,
      ...editionAudit.records,
      ...householdAudit.records,
      ...importAudit.records,
      ...jobAudit.records,
      ...learningAudit.records,
      ...projectAudit.records,
      ...trainingAudit.records,
    },
    Permission: {
      ...enums.Permission,
      ...distributionPermissions,
      ...editionPermissions,
      ...householdPermissions,
      ...importPermissions,
      ...jobPermissions,
      ...projectPermissions,
      ...trainingPermissions,
    },
  },
};
