import TestIcon from '@mui/icons-material/GradingOutlined';
import DemandIcon from '@mui/icons-material/PlaylistAddCheckOutlined';
import KnowHowIcon from '@mui/icons-material/TipsAndUpdatesOutlined';
import CertificateIcon from '@mui/icons-material/WorkspacePremiumOutlined';
import { lazy, Suspense } from 'react';
import type { Area } from '../parts/area.js';
import { Loading } from '../parts/states.js';
import { householdKnowHow } from './HouseholdKnowHow.js';
import { GAPS, HOLDERS } from './knowHow.documents.js';
import { TEST, TEST_CREATE, TESTS } from './levelTests.documents.js';

const DemandBoard = lazy(() => import('./DemandBoard.js'));
const Wishes = lazy(() => import('./Wishes.js'));
const LevelTestList = lazy(() => import('./LevelTestList.js'));
const LevelTestShow = lazy(() => import('./LevelTestShow.js'));
const LevelTestCreate = lazy(() => import('./LevelTestCreate.js'));
const KnowHowList = lazy(() => import('./KnowHowList.js'));
const KnowHowGaps = lazy(() => import('./KnowHowGaps.js'));
const CertificatePage = lazy(() => import('./CertificatePage.js'));
const CertificatePrint = lazy(() => import('./CertificatePrint.js'));

/** Wishes from the menu, against what was held. */
export const trainingDemands: Area = {
  name: 'trainingDemands',
  floor: 'programmes',
  icon: DemandIcon,
  permissions: ['TRAINING_READ'],
  list: DemandBoard,
  routes: [{ path: 'trainingDemands/wishes', element: <Wishes /> }],
};

/** Monthly level tests and the placement by them. */
export const levelTests: Area = {
  name: 'levelTests',
  floor: 'programmes',
  icon: TestIcon,
  permissions: ['TRAINING_READ'],
  rights: { create: ['TRAINING_EDIT'] },
  source: {
    list: { document: TESTS, root: 'levelTests' },
    one: { document: TEST, root: 'levelTest' },
    create: { document: TEST_CREATE, root: 'levelTestCreate', record: 'levelTest' },
  },
  list: LevelTestList,
  show: LevelTestShow,
  create: LevelTestCreate,
};

/** Know-how holders, one to a household. */
export const knowHowHolders: Area = {
  name: 'knowHowHolders',
  floor: 'programmes',
  icon: KnowHowIcon,
  permissions: ['TRAINING_READ'],
  source: { list: { document: HOLDERS, root: 'knowHowHolders' } },
  list: KnowHowList,
  householdSections: [householdKnowHow],
};

/** Households that lack one, reached from the coverage. */
export const knowHowGaps: Area = {
  name: 'knowHowGaps',
  floor: 'programmes',
  icon: KnowHowIcon,
  permissions: ['HOUSEHOLD_READ'],
  source: { list: { document: GAPS, root: 'knowHowGaps' } },
  list: KnowHowGaps,
  isInMenu: false,
};

/** Certificates of courses, and their sheets. */
export const trainingCertificates: Area = {
  name: 'trainingCertificates',
  floor: 'programmes',
  icon: CertificateIcon,
  permissions: ['TRAINING_READ'],
  list: CertificatePage,
  prints: [
    {
      path: 'print/certificates/:id',
      element: (
        <Suspense fallback={<Loading />}>
          <CertificatePrint />
        </Suspense>
      ),
    },
  ],
};
