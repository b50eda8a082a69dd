import PlacementIcon from '@mui/icons-material/BadgeOutlined';
import BatchIcon from '@mui/icons-material/DirectionsBusOutlined';
import CheckIcon from '@mui/icons-material/FactCheckOutlined';
import PostIcon from '@mui/icons-material/HandymanOutlined';
import SeekerIcon from '@mui/icons-material/PersonSearchOutlined';
import JobsIcon from '@mui/icons-material/WorkOutlineOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { type KindFacts, programmeArea } from '../programmes/index.js';
import { BATCH, BATCHES, CHECK_INS } from './dispatch.documents.js';
import { householdJobs } from './HouseholdJobs.js';
import { documents } from './jobs.documents.js';
import { OPENING, OPENINGS, PLACEMENTS, SEEKER, SEEKERS } from './openings.documents.js';
import { ProgrammeOpenings } from './ProgrammeOpenings.js';

const Pay = lazy(() => import('./Pay.js'));
const PayPrint = lazy(() => import('./PayPrint.js'));
const Retention = lazy(() => import('./Retention.js'));

const facts: KindFacts = {
  name: 'jobProgrammes',
  one: 'jobProgramme',
  area: 'JOBS',
  documents,
  own: [
    {
      source: 'jobKind',
      is: 'enum',
      type: 'JobKind',
      values: ['PUBLIC_WELFARE', 'WORKSHOP', 'LABOUR_DISPATCH'],
      isRequired: true,
      isListed: true,
    },
    { source: 'postsOffered', is: 'whole', isRequired: true, isListed: true },
    { source: 'employer', is: 'text' },
    { source: 'transport', is: 'enum', type: 'Transport', values: ['FREE', 'PAID', 'NONE'] },
    { source: 'wageFrom', is: 'money' },
    { source: 'wageTo', is: 'money' },
  ],
  Work: ProgrammeOpenings,
};

const programmes = programmeArea(facts, { icon: JobsIcon, letter: 'j', isOnPhoneBar: true });

/** Job programmes, with the pay sheet of their posts. */
export const jobs: Area = {
  ...programmes,
  routes: [...(programmes.routes ?? []), { path: 'jobProgrammes/:id/pay', element: <Pay /> }],
  householdSections: [householdJobs],
  prints: [{ path: 'print/paySheet/:id/:month', element: <PayPrint /> }],
};

const shared = { floor: 'programmes', permissions: ['JOBS_READ'] } satisfies Partial<Area>;

/** The openings of all job programmes; one reaches them from their programme. */
export const openings: Area = {
  ...shared,
  name: 'openings',
  icon: PostIcon,
  source: {
    list: { document: OPENINGS, root: 'openings', isExported: true },
    one: { document: OPENING, root: 'opening' },
  },
  list: lazy(() => import('./OpeningList.js')),
  show: lazy(() => import('./OpeningShow.js')),
  isInMenu: false,
  recordRepresentation: 'title',
};

/** Batches of people who are sent to an employer, and who stayed there. */
export const dispatchBatches: Area = {
  ...shared,
  name: 'dispatchBatches',
  icon: BatchIcon,
  source: {
    list: { document: BATCHES, root: 'dispatchBatches', isExported: true },
    one: { document: BATCH, root: 'dispatchBatch' },
  },
  list: lazy(() => import('./BatchList.js')),
  show: lazy(() => import('./BatchShow.js')),
  routes: [{ path: 'dispatchBatches/retention', element: <Retention /> }],
};

/** Check-ins that are due, over all batches. */
export const checkIns: Area = {
  ...shared,
  name: 'checkIns',
  icon: CheckIcon,
  source: { list: { document: CHECK_INS, root: 'checkIns' } },
  list: lazy(() => import('./CheckInList.js')),
};

/** Holders of posts and workers of workshops. */
export const placements: Area = {
  ...shared,
  name: 'placements',
  icon: PlacementIcon,
  source: { list: { document: PLACEMENTS, root: 'placements', isExported: true } },
  list: lazy(() => import('./PlacementList.js')),
};

/** People who look for work. */
export const jobSeekers: Area = {
  ...shared,
  name: 'jobSeekers',
  icon: SeekerIcon,
  source: {
    list: { document: SEEKERS, root: 'jobSeekers', isExported: true },
    one: { document: SEEKER, root: 'jobSeeker' },
  },
  list: lazy(() => import('./SeekerList.js')),
  show: lazy(() => import('./SeekerShow.js')),
};
