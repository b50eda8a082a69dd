import { join } from 'node:path';
import { packageRoot } from '../../api/kernel/index.js';

/** Where the bench keeps its database, the installed peers and profiles between runs; git ignores it. */
export function benchFolder(): string {
  return join(packageRoot(), '.lianxin', 'bench');
}
