import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { day } from '../../parts/dates.js';
import { DayField, MomentField } from '../../parts/fields.js';
import type { Filter } from '../../parts/filters.js';
import { ListPage } from '../../parts/ListPage.js';
import { periodName } from '../period.js';
import { periodOfDays } from '../periodText.js';
import { StationName } from '../StationName.js';
import type { Edition } from './edition.js';

const columns = [
  { source: 'title' },
  { source: 'station', field: <StationName /> },
  { source: 'period', field: <PeriodOf /> },
  { source: 'asOf', field: <DayField source="asOf" /> },
  { source: 'frozenByName' },
  { source: 'createdAt', field: <MomentField source="createdAt" />, isSortable: true },
];

const filters: Filter[] = [{ source: 'within', kind: 'station' }];

/** The editions whose sums one may see, the latest first. */
export default function EditionList() {
  const sort = { field: 'createdAt', order: 'DESC' } as const;
  return <ListPage columns={columns} filters={filters} isSearchable={false} sort={sort} />;
}

function PeriodOf() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { from, to } = useRecordContext<Edition>() ?? {};
  if (!from || !to) return null;
  return <span>{periodName(periodOfDays(from, to), translate, (one) => day(one, locale))}</span>;
}
