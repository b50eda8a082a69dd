import HistoryIcon from '@mui/icons-material/ManageSearchOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { AUDIT_ENTRIES, SECURITY_EVENTS } from './audit.documents.js';
import { whereBy } from './where.js';

const SealCheck = lazy(() => import('./SealCheck.js'));

/** What was changed, by whom and why; and whether that record is whole. */
export const auditEntries: Area = {
  name: 'auditEntries',
  floor: 'oversight',
  icon: HistoryIcon,
  permissions: ['AUDIT_READ'],
  source: { list: { document: AUDIT_ENTRIES, root: 'auditEntries', where: whereBy('by'), isUnordered: true } },
  list: lazy(() => import('./AuditList.js')),
  routes: [{ path: 'auditSeals', element: <SealCheck /> }],
  letter: 'a',
};

/** Sign-ins and refusals, reached from the audit. */
export const securityEvents: Area = {
  name: 'securityEvents',
  floor: 'oversight',
  icon: HistoryIcon,
  permissions: ['AUDIT_READ'],
  source: { list: { document: SECURITY_EVENTS, root: 'securityEvents', where: whereBy('account'), isUnordered: true } },
  list: lazy(() => import('./SecurityList.js')),
  isInMenu: false,
};
