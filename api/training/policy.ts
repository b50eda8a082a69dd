import { policy, Role } from '../access/index.js';
import { approverOfLevel, approvers, notOwnEntry, type ProgrammeRuled, readers } from '../programmes/index.js';

/** Who may read, edit and decide on training programmes, keep rosters, and see how far training has reached. */
policy<ProgrammeRuled>({
  'training.read': {
    says: { zh: '查看培训项目', en: 'see training programmes' },
    roles: readers,
    scopes: ['TRAINING'],
  },
  'training.edit': { says: { zh: '编辑培训项目', en: 'edit training programmes' }, roles: [Role.TRAINING_EDITOR] },
  'training.approve': {
    says: { zh: '审批培训项目', en: 'decide on training programmes' },
    roles: approvers,
    rules: [notOwnEntry, approverOfLevel],
  },
  'training.enrol': {
    says: { zh: '办理培训报名和签到', en: 'enrol people in courses and take attendance' },
    roles: [Role.TRAINING_EDITOR, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
  'training.report': {
    says: { zh: '查看培训覆盖', en: 'see how far training has reached' },
    roles: [
      Role.TENANT_ADMIN,
      Role.CENTRE_DIRECTOR,
      Role.COUNTY_LEADER,
      Role.TRAINING_EDITOR,
      Role.OFFICE_DIRECTOR,
      Role.OFFICE_CLERK,
      Role.STATION_LEAD,
      Role.INSPECTOR,
    ],
  },
});
