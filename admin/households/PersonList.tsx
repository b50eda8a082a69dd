import { Button, Link } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DayField, EnumField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import type { HouseholdRef } from './household.js';

const FILTERS: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'birthDay', kind: 'period' },
];

const COLUMNS: Column[] = [
  { source: 'name', isSortable: true },
  { source: 'sex', field: <EnumField source="sex" type="Sex" /> },
  { source: 'birthDay', field: <DayField source="birthDay" />, isSortable: true },
  { source: 'household', field: <Of /> },
  { source: 'station', field: <Village /> },
  { source: 'idNumberMasked', field: <Masked source="idNumberMasked" />, isOnCard: false },
  { source: 'phoneMasked', field: <Masked source="phoneMasked" /> },
];

/** People of the register, numbers masked. */
export default function PersonList() {
  const translate = useTranslate();
  return (
    <ListPage
      resource="persons"
      columns={COLUMNS}
      filters={FILTERS}
      searchLabel={translate('resources.persons.search')}
      sort={{ field: 'name', order: 'ASC' }}
      actions={
        <Button component={RouterLink} to="/persons/doubles" variant="outlined" color="secondary">
          {translate('resources.persons.doubles.title')}
        </Button>
      }
    />
  );
}

function Of() {
  const household = useRecordContext()?.household as HouseholdRef | null | undefined;
  if (!household) return <None />;
  return <HouseholdLink household={household} />;
}

/** A household by its head and number, as a link to its file. */
export function HouseholdLink({ household }: { household: HouseholdRef }) {
  const translate = useTranslate();
  return (
    <Link
      component={RouterLink}
      to={`/households/${household.id}/show`}
      color="inherit"
      onClick={(event) => event.stopPropagation()}
    >
      {household.headName || translate('resources.households.headless')} · {household.code}
    </Link>
  );
}

function Village() {
  const name = (useRecordContext()?.station as { name: string } | null | undefined)?.name;
  return name ? <span>{name}</span> : <None />;
}

/** A masked number, or a dash. */
export function Masked({ source }: { source: string }) {
  const value = useRecordContext()?.[source] as string | null | undefined;
  return value ? <span>{value}</span> : <None />;
}
