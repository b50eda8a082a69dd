import { Box, Button, Chip, Stack } from '@mui/material';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { None, useEnumLabel } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { type Span, STATUSES } from './household.js';

const FILTERS: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'status', kind: 'enum', type: 'BeneficiaryStatus', values: STATUSES },
  { source: 'isClosed', kind: 'flag' },
];

/** The presets over the list, by the statuses that they ask for. */
const TABS: readonly (readonly [name: string, statuses: readonly string[]])[] = [
  ['all', []],
  ['registered', ['REGISTERED']],
  ['exited', ['EXITED']],
  ['monitored', ['MONITORED_RELAPSE', 'MONITORED_MARGINAL', 'MONITORED_HARDSHIP']],
  ['guaranteed', ['FIVE_GUARANTEES']],
  ['subsistence', ['SUBSISTENCE']],
];

/** The register of households, by preset tabs, found by the head's name, pinyin or initials. */
export default function HouseholdList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['HOUSEHOLD_EDIT']} />;
  const columns: Column[] = [
    { source: 'name', field: <Head />, isSortable: true, label: translate('resources.households.fields.head') },
    { source: 'code' },
    { source: 'station', field: <Village /> },
    { source: 'size', isFigure: true },
    { source: 'statuses', field: <StatusesToday />, isBesideName: true },
    { source: 'address', field: <Address />, isOnCard: false },
  ];
  return (
    <ListPage
      resource="households"
      title={translate('resources.households.menu')}
      columns={columns}
      filters={FILTERS}
      searchLabel={translate('resources.households.search')}
      sort={{ field: 'name', order: 'ASC' }}
      actions={create}
      isDense
      emptyAction={create}
    >
      <Presets />
    </ListPage>
  );
}

function Presets() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const chosen = JSON.stringify(filterValues.status ?? []);
  const show = (statuses: readonly string[]) => {
    const { status: _, ...others } = filterValues;
    setFilters(statuses.length ? { ...others, status: statuses } : others);
  };
  return (
    <Stack
      component="nav"
      direction="row"
      aria-label={translate('resources.households.presets')}
      sx={{ flexWrap: 'wrap', borderBottom: 1, borderColor: 'divider', mb: 1 }}
    >
      {TABS.map(([name, statuses]) => {
        const isHere = JSON.stringify(statuses) === chosen;
        return (
          <Button
            key={name}
            color={isHere ? 'primary' : 'secondary'}
            aria-pressed={isHere}
            onClick={() => show(statuses)}
            sx={{
              minHeight: 44,
              borderRadius: 0,
              fontWeight: isHere ? 600 : 400,
              borderBottom: 2,
              borderColor: isHere ? 'primary.main' : 'transparent',
            }}
          >
            {translate(`resources.households.tabs.${name}`)}
          </Button>
        );
      })}
    </Stack>
  );
}

function Head() {
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record) return null;
  return (
    <>
      {record.headName || translate('resources.households.headless')}
      {record.isClosed && <> · {translate('resources.households.closed')}</>}
    </>
  );
}

function Village() {
  const name = (useRecordContext()?.station as { name: string } | null | undefined)?.name;
  return name ? <span>{name}</span> : <None />;
}

function Address() {
  const address = useRecordContext()?.address as string | null | undefined;
  return address ? <span>{address}</span> : <None />;
}

/** What the household is today, as words. */
export function StatusesToday() {
  const label = useEnumLabel('BeneficiaryStatus');
  const statuses = (useRecordContext()?.statuses ?? []) as (Span & { status: string })[];
  const today = statuses.filter(({ validTo }) => validTo === null);
  if (today.length === 0) return <None />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5, justifyContent: 'flex-end' }}>
      {today.map(({ id, status }) => (
        <Chip key={id} size="small" variant="outlined" label={label(status)} />
      ))}
    </Box>
  );
}
