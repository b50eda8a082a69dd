import { policy, Role } from '../access/index.js';

/** Who may read a file of households and people in: whoever keeps the register there. */
policy({
  'import.run': {
    says: { zh: '批量导入户和人', en: 'import households and people from a file' },
    roles: [Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
});

/**
 * Who may take lists and reports out as files, of what they may read where they hold this as well. Whoever answers for a file that leaves the
 * system sits in an office: nobody does in a village, and a leader reads sums.
 */
policy({
  'export.run': {
    says: { zh: '导出清单和报表', en: 'take lists and reports out as files' },
    roles: [
      Role.TENANT_ADMIN,
      Role.CENTRE_DIRECTOR,
      Role.TRAINING_EDITOR,
      Role.JOBS_EDITOR,
      Role.INDUSTRY_EDITOR,
      Role.FINANCE_REVIEWER,
      Role.OFFICE_DIRECTOR,
      Role.OFFICE_CLERK,
      Role.INSPECTOR,
    ],
  },
});
