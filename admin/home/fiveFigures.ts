import { type Me, may, type Permission } from '../provider/me.js';

/** What somebody who oversees all of the work looks at first: people, training, jobs, industry, programmes. */
const OVER_ALL = [
  'HOUSEHOLDS_COUNT',
  'PROGRAMMES_COUNT',
  'TRAINING_PERSON_TIMES',
  'JOBS_WORKING_AWAY',
  'INDUSTRY_DISTRIBUTION_HOUSEHOLDS',
];

/** What those look at who keep one kind of work alone. */
const OF_AREA: Partial<Record<Permission, string[]>> = {
  TRAINING_EDIT: [
    'TRAINING_SESSIONS',
    'TRAINING_PERSON_TIMES',
    'TRAINING_PERSONS',
    'TRAINING_HOUSEHOLDS',
    'TRAINING_CERTIFICATES',
  ],
  JOBS_EDIT: ['JOBS_PLACED', 'JOBS_PLACES', 'JOBS_DISPATCHED', 'JOBS_WORKING_AWAY', 'JOBS_CHECK_INS'],
  INDUSTRY_EDIT: [
    'INDUSTRY_DISTRIBUTION_HOUSEHOLDS',
    'INDUSTRY_LIVESTOCK_HOUSEHOLDS',
    'INDUSTRY_INSTALMENTS_DELIVERED',
    'INDUSTRY_DIVIDEND_PAID',
    'INDUSTRY_LOAN_OUTSTANDING',
  ],
};

/** The five metrics that stand on somebody's first page. */
export function fiveOf(me: Me | null | undefined): string[] {
  const own = Object.keys(OF_AREA).filter((permission) => may(me, permission as Permission));
  return (own.length === 1 && OF_AREA[own[0] as Permission]) || OVER_ALL;
}
