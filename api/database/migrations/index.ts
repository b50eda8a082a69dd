import { Migration001Ground } from './Migration001Ground.js';
import { Migration002Gate } from './Migration002Gate.js';
import { Migration003Audit } from './Migration003Audit.js';
import { Migration004Programmes } from './Migration004Programmes.js';
import { Migration005Keys } from './Migration005Keys.js';
import { Migration006Orders } from './Migration006Orders.js';
import { Migration007Sessions } from './Migration007Sessions.js';
import { Migration008Locks } from './Migration008Locks.js';
import { Migration009Households } from './Migration009Households.js';
import { Migration010Everywhere } from './Migration010Everywhere.js';
import { Migration011Training } from './Migration011Training.js';
import { Migration012Jobs } from './Migration012Jobs.js';
import { Migration013Distributions } from './Migration013Distributions.js';
import { Migration014Imports } from './Migration014Imports.js';
import { Migration015HouseholdChanges } from './Migration015HouseholdChanges.js';
import { Migration016TrainingLevels } from './Migration016TrainingLevels.js';
import { Migration017Projects } from './Migration017Projects.js';
import { Migration018ReportIndexes } from './Migration018ReportIndexes.js';
import { Migration019Answering } from './Migration019Answering.js';
import { Migration020Editions } from './Migration020Editions.js';
import { Migration023MovedPeople } from './Migration023MovedPeople.js';
import { Migration024ImportCorrections } from './Migration024ImportCorrections.js';

/** Every step in order; a step is written once and never edited. */
export const migrations = [
  { name: '001-ground', class: Migration001Ground },
  { name: '002-gate', class: Migration002Gate },
  { name: '003-audit', class: Migration003Audit },
  { name: '004-programmes', class: Migration004Programmes },
  { name: '005-keys', class: Migration005Keys },
  { name: '006-orders', class: Migration006Orders },
  { name: '007-sessions', class: Migration007Sessions },
  { name: '008-locks', class: Migration008Locks },
  { name: '009-households', class: Migration009Households },
  { name: '010-everywhere', class: Migration010Everywhere },
  { name: '011-training', class: Migration011Training },
  { name: '012-jobs', class: Migration012Jobs },
  { name: '013-distributions', class: Migration013Distributions },
  { name: '014-imports', class: Migration014Imports },
  { name: '015-household-changes', class: Migration015HouseholdChanges },
  { name: '016-training-levels', class: Migration016TrainingLevels },
  { name: '017-projects', class: Migration017Projects },
  { name: '018-report-indexes', class: Migration018ReportIndexes },
  { name: '019-answering', class: Migration019Answering },
  { name: '020-editions', class: Migration020Editions },
  { name: '023-moved-people', class: Migration023MovedPeople },
  { name: '024-import-corrections', class: Migration024ImportCorrections },
];
