import { policy, Role } from '../access/index.js';
import { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from '../programmes/index.js';

/** Who may read, edit and decide on jobs programmes, and who keeps the people of their openings and batches. */
policy<ProgrammeRuled>({
  'jobs.read': { says: { zh: '查看就业项目', en: 'see jobs programmes' }, roles: readers, scopes: ['JOBS'] },
  'jobs.edit': { says: { zh: '编辑就业项目', en: 'edit jobs programmes' }, roles: [Role.JOBS_EDITOR] },
  'jobs.approve': {
    says: { zh: '审批就业项目', en: 'decide on jobs programmes' },
    roles: approvers,
    rules: [notOwnEntry, approverOfLevel],
  },
  'jobs.enrol': {
    says: { zh: '登记求职、输出人员和回访', en: 'register people for jobs and check in with them' },
    roles: [Role.JOBS_EDITOR, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
});
