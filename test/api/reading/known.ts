import type { LargeCounty } from './largeCounty.js';
import { industryKnown } from './largeIndustry.js';
import { jobsKnown } from './largeJobs.js';
import { trainingKnown } from './largeTraining.js';
import { nth } from './nth.js';

/** What each filter is asked with where that is no enum: values that select nothing or little, and values that select much. */
export function knownFilters({
  county,
  town,
  village,
  programmes,
}: LargeCounty): Readonly<Record<string, readonly unknown[]>> {
  const period = (from: string, to: string) => ({ from, to });
  return {
    ...trainingKnown({ programmes: programmes.training }),
    ...jobsKnown({ programmes: programmes.jobs }),
    ...industryKnown({ programmes: programmes.industry }),
    id: [{ in: [village] }],
    code: [{ in: ['900005001'] }, { startsWith: '9000' }],
    isOpen: [true, false],
    station: [{ in: [village] }, { in: town }],
    within: [village, town[0], county],
    search: ['jinsha', '金沙第3期', 'h'],
    period: [
      period('2019-02-01', '2019-02-28'),
      period('2022-05-01', '2022-05-31'),
      period('2026-06-01', '2026-06-30'),
    ],
    hasPendingRevision: [true, false],
    state: [
      { in: ['RETURNED'] },
      { in: ['STOPPED'] },
      { in: ['RUNNING'] },
      { in: ['ACCEPTED'] },
      { in: ['DRAFT', 'SUBMITTED'] },
    ],
    isDisabled: [true, false],
    role: [{ in: ['HELPER'] }, { in: ['TENANT_ADMIN'] }],
    act: [
      { in: ['tenantUpdate'] },
      { in: ['stationMove'] },
      { in: ['userUpdate'] },
      { startsWith: 'trainingProgramme' },
    ],
    record: [{ in: ['Tenant'] }, { in: ['Station'] }, { startsWith: 'Training' }],
    recordId: [village],
    by: ['person7@900000', 'person'],
    account: ['person7@900000', 'person'],
    at: [
      period('2019-02-01', '2019-02-01'),
      period('2022-05-01', '2022-05-31'),
      period('2023-03-03', '2023-03-03'),
      period('2019-01-01', '2025-12-31'),
    ],
    household: [{ in: [village] }, { in: [nth(7)] }],
    status: [{ in: ['MONITORED_HARDSHIP'] }, { in: ['MONITORED_RELAPSE'] }, { in: ['EXITED', 'REGISTERED'] }],
    isClosed: [true, false],
    isRetired: [true, false],
    birthDay: [period('1950-01-01', '1950-01-31'), period('1940-01-01', '2005-12-31')],
    idNumber: ['99999919800101037X'],
    'securityEvents.kind': [
      { in: ['EXPORTED'] },
      { in: ['PASSWORD_RESET'] },
      { in: ['SIGN_IN_REFUSED'] },
      { in: ['SIGNED_IN'] },
    ],
    'trainingProgrammes.category': [{ in: ['POLICY'] }, { in: ['TECHNIQUE'] }],
    form: [{ in: ['NIGHT_SCHOOL'] }, { in: ['ON_SITE'] }],
    audience: [{ in: ['FARMERS'] }, { in: ['ALL'] }],
    jobKind: [{ in: ['PUBLIC_WELFARE'] }, { in: ['WORKSHOP'] }],
    'industryProgrammes.category': [{ in: ['COURTYARD'] }, { in: ['CROPS_AND_LIVESTOCK'] }],
  };
}
