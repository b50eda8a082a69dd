import { Button } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DayField, EnumField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { pathOf } from './place.js';

const COLUMNS: Column[] = [
  { source: 'name' },
  { source: 'code', isSortable: true },
  { source: 'level', field: <EnumField source="level" type="StationLevel" /> },
  { source: 'path', field: <PathField /> },
  { source: 'openedOn', field: <DayField source="openedOn" /> },
  { source: 'closedOn', field: <DayField source="closedOn" /> },
  { source: 'successor', field: <SuccessorField /> },
];

const FILTERS: Filter[] = [{ source: 'level', kind: 'enum', type: 'StationLevel', values: ['TOWNSHIP', 'VILLAGE'] }];

/** The stations that do not stand today: closed, merged into another, or entered for a later day. */
export default function ClosedStations() {
  const translate = useTranslate();
  return (
    <ListPage
      resource="stations"
      title={translate('resources.stations.closed.title')}
      columns={COLUMNS}
      filters={FILTERS}
      sort={{ field: 'code', order: 'ASC' }}
      to={({ id }) => pathOf({ id: String(id) })}
      actions={
        <Button component={RouterLink} to="/stations" color="secondary" variant="outlined">
          {translate('resources.stations.closed.back')}
        </Button>
      }
    />
  );
}

function PathField() {
  const record = useRecordContext<{ id: string; path: { name: string }[] }>();
  return <>{record?.path.map(({ name }) => name).join(' / ')}</>;
}

function SuccessorField() {
  const record = useRecordContext<{ id: string; successor: { name: string } | null }>();
  return record?.successor?.name ?? <None />;
}
