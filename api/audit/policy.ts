import { policy, Role } from '../access/index.js';

/** Who reads what was done: the county's administrator and inspector all of it, an office director the town's. */
policy({
  'audit.read': {
    says: { zh: '查看审计记录', en: 'read the audit of changes and sign-ins' },
    roles: [Role.TENANT_ADMIN, Role.INSPECTOR, Role.OFFICE_DIRECTOR],
  },
});
