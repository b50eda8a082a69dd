import TenantsIcon from '@mui/icons-material/MapOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { TENANT_CREATE, TENANTS } from './tenants.documents.js';

/** The counties of the platform, for its operator. */
export const tenants: Area = {
  name: 'tenants',
  floor: 'system',
  icon: TenantsIcon,
  permissions: ['TENANT_READ'],
  rights: { create: ['TENANT_CREATE'] },
  letter: 't',
  isOnPhoneBar: true,
  source: {
    list: { document: TENANTS, root: 'tenants', isPlain: true },
    create: { document: TENANT_CREATE, root: 'tenantCreate', record: 'tenant' },
  },
  list: lazy(() => import('./TenantList.js')),
  create: lazy(() => import('./TenantCreate.js')),
};
