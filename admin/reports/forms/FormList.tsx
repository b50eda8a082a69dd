import { MomentField } from '../../parts/fields.js';
import type { Filter } from '../../parts/filters.js';
import { ListPage } from '../../parts/ListPage.js';
import { PeriodOfText } from '../PeriodOfText.js';
import { StationName } from '../StationName.js';

const columns = [
  { source: 'title' },
  { source: 'station', field: <StationName /> },
  { source: 'period', field: <PeriodOfText /> },
  { source: 'createdAt', field: <MomentField source="createdAt" />, isSortable: true, isOnCard: false },
];

const filters: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'isRetired', kind: 'flag' },
];

/** The forms that higher levels ask for, the latest first. */
export default function FormList() {
  const sort = { field: 'createdAt', order: 'DESC' } as const;
  return <ListPage columns={columns} filters={filters} isSearchable={false} sort={sort} />;
}
