import { apiKeys } from './apiKeys/index.js';
import { auditEntries, securityEvents } from './audit/index.js';
import { dividendPlans } from './dividends/index.js';
import { households, persons } from './households/index.js';
import { importBatches } from './imports/index.js';
import { distributions, industry, intentions, livestockContracts, villageProjectReport } from './industry/index.js';
import { checkIns, dispatchBatches, jobSeekers, jobs, openings, placements } from './jobs/index.js';
import { loans } from './loans/index.js';
import type { Area } from './parts/area.js';
import { briefs, editions, reportForms, reports } from './reports/index.js';
import { stations } from './stations/index.js';
import { tenants } from './tenants/index.js';
import {
  courses,
  knowHowGaps,
  knowHowHolders,
  levelTests,
  training,
  trainingCertificates,
  trainingCoverage,
  trainingDemands,
} from './training/index.js';
import { users } from './users/index.js';

/** The areas of the console in the order of the menu; the only file that names them all (App.tsx says how to add one). */
export const areas: Area[] = [
  stations,
  households,
  persons,
  importBatches,
  training,
  courses,
  trainingDemands,
  levelTests,
  knowHowHolders,
  knowHowGaps,
  trainingCertificates,
  jobs,
  openings,
  dispatchBatches,
  checkIns,
  placements,
  jobSeekers,
  industry,
  distributions,
  livestockContracts,
  intentions,
  dividendPlans,
  loans,
  reports,
  editions,
  briefs,
  reportForms,
  trainingCoverage,
  villageProjectReport,
  users,
  auditEntries,
  securityEvents,
  apiKeys,
  tenants,
];
