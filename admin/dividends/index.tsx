import DividendIcon from '@mui/icons-material/PaidOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { DIVIDEND, DIVIDENDS } from './dividends.documents.js';
import { householdShares } from './householdShares.js';

const Notice = lazy(() => import('./DividendNotice.js'));

/** Dividends of industry programmes. */
export const dividendPlans: Area = {
  name: 'dividendPlans',
  floor: 'programmes',
  icon: DividendIcon,
  permissions: ['INDUSTRY_READ'],
  rights: { create: ['INDUSTRY_EDIT'] },
  source: {
    list: { document: DIVIDENDS, root: 'dividendPlans', isExported: true },
    one: { document: DIVIDEND, root: 'dividendPlan' },
  },
  list: lazy(() => import('./DividendList.js')),
  show: lazy(() => import('./DividendShow.js')),
  create: lazy(() => import('./DividendCreate.js')),
  prints: [{ path: 'print/dividendPlans/:id', element: <Notice /> }],
  householdSections: [householdShares],
  recordRepresentation: 'title',
};
