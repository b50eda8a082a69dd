import { apiKeys } from './apiKeys/index.js';
import { auditEntries, securityEvents } from './audit/index.js';
import { households, persons } from './households/index.js';
import { industry } from './industry/index.js';
import { jobs } from './jobs/index.js';
import type { Area } from './parts/area.js';
import { reports } from './reports/index.js';
import { stations } from './stations/index.js';
import { tenants } from './tenants/index.js';
import { courses, training, trainingCoverage } from './training/index.js';
import { users } from './users/index.js';

/** The areas of the console in the order of the menu; the only file that names them all (App.tsx says how to add one). */
export const areas: Area[] = [
  stations,
  households,
  persons,
  training,
  courses,
  jobs,
  industry,
  reports,
  trainingCoverage,
  users,
  auditEntries,
  securityEvents,
  apiKeys,
  tenants,
];
