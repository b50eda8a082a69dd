import { policy, Role } from '../access/index.js';

/** Who may see and keep the register of households, always masked; and who may see a masked value. */
policy({
  'household.read': {
    says: { zh: '查看户和人', en: 'see households and people, masked' },
    roles: [
      Role.TENANT_ADMIN,
      Role.CENTRE_DIRECTOR,
      Role.TRAINING_EDITOR,
      Role.JOBS_EDITOR,
      Role.INDUSTRY_EDITOR,
      Role.OFFICE_DIRECTOR,
      Role.OFFICE_CLERK,
      Role.STATION_LEAD,
      Role.INSPECTOR,
    ],
  },
  'household.edit': {
    says: { zh: '维护户和人', en: 'keep households and people' },
    roles: [Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
  'household.move': {
    says: { zh: '整户迁移', en: 'move a household to another station' },
    roles: [Role.TENANT_ADMIN, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
  'household.reveal': {
    says: { zh: '查看隐去的号码', en: 'see a masked number, saying why' },
    roles: [Role.OFFICE_DIRECTOR, Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
});
