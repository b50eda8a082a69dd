import { useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../../parts/actions.js';
import { DayField, MomentField, None } from '../../parts/fields.js';
import type { Filter } from '../../parts/filters.js';
import { ListPage } from '../../parts/ListPage.js';
import { PeriodOfText } from '../PeriodOfText.js';
import { StationName } from '../StationName.js';
import { type Brief, useTitle } from './brief.js';

const columns = [
  { source: 'title', field: <Title /> },
  { source: 'station', field: <StationName /> },
  { source: 'period', field: <PeriodOfText /> },
  { source: 'asOf', field: <DayField source="asOf" /> },
  { source: 'createdAt', field: <MomentField source="createdAt" />, isSortable: true, isOnCard: false },
];

const filters: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'isRetired', kind: 'flag' },
];

/** The briefs of the county, the latest first; each counts what its reader may see. */
export default function BriefList() {
  const translate = useTranslate();
  const sort = { field: 'createdAt', order: 'DESC' } as const;
  const create = <CreateButton permissions={['BRIEF_EDIT']} label={translate('resources.briefs.create')} />;
  return (
    <ListPage
      columns={columns}
      filters={filters}
      isSearchable={false}
      sort={sort}
      actions={create}
      emptyAction={create}
    />
  );
}

function Title() {
  const title = useTitle();
  const brief = useRecordContext<Brief>();
  return brief ? <span>{title(brief)}</span> : <None />;
}
