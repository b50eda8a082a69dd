import { policy, Role } from '../access/index.js';

/** Who sees sums over stations; the rows behind a sum need the reading right of their kind besides. */
policy({
  'report.read': {
    says: { zh: '查看统计', en: 'see reports' },
    roles: [
      Role.TENANT_ADMIN,
      Role.CENTRE_DIRECTOR,
      Role.COUNTY_LEADER,
      Role.TRAINING_EDITOR,
      Role.JOBS_EDITOR,
      Role.INDUSTRY_EDITOR,
      Role.FINANCE_REVIEWER,
      Role.OFFICE_DIRECTOR,
      Role.INSPECTOR,
    ],
    scopes: ['REPORTS'],
  },
});
