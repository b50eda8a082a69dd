import DistributionIcon from '@mui/icons-material/AssignmentTurnedInOutlined';
import IntentionIcon from '@mui/icons-material/HowToVoteOutlined';
import LivestockIcon from '@mui/icons-material/PetsOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { DISTRIBUTIONS } from './distributions.documents.js';
import { distributionSection, livestockSection } from './householdSections.js';
import { whereOfIntentions } from './intention.js';
import { INTENTIONS } from './intentions.documents.js';
import { CONTRACT, CONTRACT_CREATE, CONTRACTS } from './livestock.documents.js';

const DistributionPrint = lazy(() => import('./DistributionPrint.js'));
const DistributionEntry = lazy(() => import('./DistributionEntry.js'));
const Overdue = lazy(() => import('./Overdue.js'));

/** What households were given, and the entry for a village. */
export const distributions: Area = {
  name: 'distributions',
  floor: 'programmes',
  icon: DistributionIcon,
  permissions: ['INDUSTRY_READ'],
  source: { list: { document: DISTRIBUTIONS, root: 'distributions', isExported: true } },
  list: lazy(() => import('./DistributionList.js')),
  routes: [{ path: 'distributions/enter', element: <DistributionEntry /> }],
  prints: [{ path: 'print/distributions', element: <DistributionPrint /> }],
  householdSections: [distributionSection],
};

/** What households would like, and what villages go in for. */
export const intentions: Area = {
  name: 'intentions',
  floor: 'programmes',
  icon: IntentionIcon,
  permissions: ['INDUSTRY_READ'],
  source: { list: { document: INTENTIONS, root: 'intentions', isExported: true, where: whereOfIntentions } },
  list: lazy(() => import('./IntentionList.js')),
};

/** Animals that households raise or entrust, and what cooperatives owe for them. */
export const livestockContracts: Area = {
  name: 'livestockContracts',
  floor: 'programmes',
  icon: LivestockIcon,
  permissions: ['INDUSTRY_READ'],
  rights: { create: ['INDUSTRY_EDIT'] },
  source: {
    list: { document: CONTRACTS, root: 'livestockContracts', isExported: true },
    one: { document: CONTRACT, root: 'livestockContract' },
    create: {
      document: CONTRACT_CREATE,
      root: 'livestockContractCreate',
      record: 'livestockContract',
      input: contractInput,
    },
  },
  list: lazy(() => import('./ContractList.js')),
  show: lazy(() => import('./ContractShow.js')),
  create: lazy(() => import('./ContractCreate.js')),
  routes: [{ path: 'livestockContracts/overdue', element: <Overdue /> }],
  householdSections: [livestockSection],
};

/** What the form holds; where a household raises its own, nothing of a cooperative. */
function contractInput(values: Record<string, unknown>): Record<string, unknown> {
  const filled = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const { cooperativeId, ...own } = Object.fromEntries(filled);
  return values.mode === 'AGENT_RAISE' ? { ...own, cooperativeId } : own;
}
