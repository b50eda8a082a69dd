import KeyIcon from '@mui/icons-material/KeyOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { API_KEY_CREATE, API_KEYS } from './apiKeys.documents.js';

/** Partner keys: what other systems may read, and until when. */
export const apiKeys: Area = {
  name: 'apiKeys',
  floor: 'system',
  icon: KeyIcon,
  permissions: ['API_KEY_EDIT'],
  source: {
    list: { document: API_KEYS, root: 'apiKeys', isPlain: true },
    create: { document: API_KEY_CREATE, root: 'apiKeyCreate', record: 'apiKey' },
  },
  list: lazy(() => import('./ApiKeyList.js')),
  create: lazy(() => import('./ApiKeyCreate.js')),
  letter: 'k',
  recordRepresentation: 'name',
};
