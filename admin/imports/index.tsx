import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { IMPORT_BATCH, IMPORT_BATCHES } from './imports.documents.js';

/** Households and people from files: which were read in, the way to read another, and each with its check and its result. */
export const importBatches: Area = {
  name: 'importBatches',
  floor: 'people',
  icon: UploadIcon,
  permissions: ['IMPORT_RUN'],
  source: {
    list: { document: IMPORT_BATCHES, root: 'importBatches' },
    one: { document: IMPORT_BATCH, root: 'importBatch' },
  },
  list: lazy(() => import('./ImportList.js')),
  create: lazy(() => import('./ImportCreate.js')),
  show: lazy(() => import('./ImportShow.js')),
  recordRepresentation: 'fileName',
};
