import { policy, Role } from '../access/index.js';
import { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from '../programmes/index.js';

/** Who may read, edit and decide on industry programmes. */
policy<ProgrammeRuled>({
  'industry.read': {
    says: { zh: '查看产业项目', en: 'see industry programmes' },
    roles: [...readers, Role.FINANCE_REVIEWER],
    scopes: ['INDUSTRY'],
  },
  'industry.enrol': {
    says: { zh: '登记发放、成活和种养意愿', en: 'enter distributions, survival checks and intentions' },
    roles: [Role.INDUSTRY_EDITOR, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
  'industry.edit': { says: { zh: '编辑产业项目', en: 'edit industry programmes' }, roles: [Role.INDUSTRY_EDITOR] },
  'industry.approve': {
    says: { zh: '审批产业项目', en: 'decide on industry programmes' },
    roles: approvers,
    rules: [notOwnEntry, approverOfLevel],
  },
});
