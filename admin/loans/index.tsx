import LoanIcon from '@mui/icons-material/AccountBalanceOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { householdLoans } from './householdLoans.js';
import { LOAN, LOAN_CREATE, LOANS } from './loans.documents.js';

/** The register of micro-loans. */
export const loans: Area = {
  name: 'loans',
  floor: 'programmes',
  icon: LoanIcon,
  permissions: ['INDUSTRY_READ'],
  rights: { create: ['INDUSTRY_EDIT'] },
  source: {
    list: { document: LOANS, root: 'loans', isExported: true },
    one: { document: LOAN, root: 'loan' },
    create: { document: LOAN_CREATE, root: 'loanCreate', record: 'loan' },
  },
  list: lazy(() => import('./LoanList.js')),
  show: lazy(() => import('./LoanShow.js')),
  create: lazy(() => import('./LoanCreate.js')),
  householdSections: [householdLoans],
  recordRepresentation: 'lender',
};
