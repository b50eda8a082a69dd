import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CreateButton } from '../parts/actions.js';
import { DayField, EnumField } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { whereOf } from '../provider/data.js';
import { ask } from '../provider/graphql.js';
import { CONTRACT_TOTALS } from './livestock.documents.js';
import { NameOf } from './NameOf.js';

/** The states of a contract in their order. */
export const CONTRACT_STATES = ['WILLING', 'CHECKED', 'SIGNED', 'RUNNING', 'COMPLETED', 'BREACHED'];
/** The ways of raising. */
export const MODES = ['AGENT_RAISE', 'GROUP_PURCHASE'];

const COLUMNS: Column[] = [
  { source: 'household', field: <Household /> },
  { source: 'mode', field: <EnumField source="mode" type="LivestockMode" /> },
  { source: 'species', field: <EnumField source="species" type="Species" />, isOnCard: false },
  { source: 'head', isFigure: true },
  { source: 'cooperative', field: <NameOf source="cooperative" /> },
  { source: 'startsOn', field: <DayField source="startsOn" />, isSortable: true },
  { source: 'state', field: <EnumField source="state" type="ContractState" /> },
  { source: 'station', field: <NameOf source="station" /> },
];

const FILTERS: Filter[] = [
  { source: 'state', kind: 'enum', type: 'ContractState', values: CONTRACT_STATES },
  { source: 'mode', kind: 'enum', type: 'LivestockMode', values: MODES },
  { source: 'within', kind: 'station' },
];

/** Livestock contracts with their sums, and the way to what cooperatives are late with. */
export default function ContractList() {
  const translate = useTranslate();
  const actions = (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <Button component={Link} to="/livestockContracts/overdue" variant="outlined" color="secondary">
        {translate('lianxin.livestock.overdue')}
      </Button>
      <CreateButton permissions={['INDUSTRY_EDIT']} />
    </Stack>
  );
  return (
    <ListPage
      columns={COLUMNS}
      filters={FILTERS}
      isSearchable={false}
      sort={{ field: 'startsOn', order: 'DESC' }}
      actions={actions}
    >
      <Totals />
    </ListPage>
  );
}

function Household() {
  const household = useRecordContext()?.household as { headName: string; code: string } | null | undefined;
  return <>{household ? household.headName || household.code : '—'}</>;
}

interface Total {
  mode: string;
  species: string;
  contracts: number;
  households: number;
  head: number;
}

function Totals() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const where = whereOf(filterValues);
  const { data, error, refetch } = useQuery({
    queryKey: ['livestockTotals', where],
    queryFn: ({ signal }) => ask<{ livestockTotals: { nodes: Total[] } }>(CONTRACT_TOTALS, { where }, { signal }),
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  return (
    <Box component="section" aria-label={translate('lianxin.livestock.totals')} sx={{ mb: 1.5 }}>
      {data?.livestockTotals.nodes.map((total) => (
        <Typography key={`${total.mode} ${total.species}`}>
          {translate(`enums.LivestockMode.${total.mode}`)} · {translate(`enums.Species.${total.species}`)}{' '}
          <strong>{translate('lianxin.livestock.headCount', { smart_count: total.head })}</strong>{' '}
          {translate('lianxin.livestock.contractCount', { contracts: total.contracts, households: total.households })}
        </Typography>
      ))}
    </Box>
  );
}
