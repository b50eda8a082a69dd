import { whereOf } from '../provider/data.js';

/** The filters of an audit list as its `where`: what stands in the search box is the beginning of an account. */
export function whereBy(field: 'by' | 'account'): (filter: Record<string, unknown>) => Record<string, unknown> {
  return ({ search, ...filter }) => whereOf({ ...filter, [field]: search });
}
