import { policy, Role } from '../access/index.js';

/** Who may read a file of households and people in: whoever keeps the register there. */
policy({
  'import.run': {
    says: { zh: '批量导入户和人', en: 'import households and people from a file' },
    roles: [Role.OFFICE_CLERK, Role.STATION_LEAD],
  },
});
