import { policy, Role } from '../access/index.js';
import { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from '../programmes/index.js';

/** Who may read, edit and decide on jobs programmes. */
policy<ProgrammeRuled>({
  'jobs.read': { says: { zh: '查看就业项目', en: 'see jobs programmes' }, roles: readers, scopes: ['JOBS'] },
  'jobs.edit': { says: { zh: '编辑就业项目', en: 'edit jobs programmes' }, roles: [Role.JOBS_EDITOR] },
  'jobs.approve': {
    says: { zh: '审批就业项目', en: 'decide on jobs programmes' },
    roles: approvers,
    rules: [notOwnEntry, approverOfLevel],
  },
});
