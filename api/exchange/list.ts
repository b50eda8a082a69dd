import { OrderDirection } from '../kernel/index.js';
import { anyId, heldAt, type List } from '../reading/index.js';
import type { ImportBatchFilter } from './importBatch.input.js';
import { ImportBatch } from './importBatch.js';

/** Batches of stations where `import.run` is held. */
export const importBatchList: List<ImportBatch, ImportBatchFilter> = {
  name: 'importBatches',
  entity: () => ImportBatch,
  walls: [heldAt('import.run')],
  filter: { id: anyId('id', 'id'), station: anyId('station', 'station', { isRelation: true }) },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};
