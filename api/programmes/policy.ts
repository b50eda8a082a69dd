import { policy, Role } from '../access/index.js';
import { readers } from './rights.js';

/** Who may ask over all kinds at once; which kinds are answered is said by each kind's own policy. */
policy({
  'programmes.read': {
    says: { zh: '查看各类项目', en: 'see programmes of the kinds that one may read' },
    roles: [...readers, Role.FINANCE_REVIEWER],
    scopes: ['TRAINING', 'JOBS', 'INDUSTRY'],
  },
});
