import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { DayField, None, QuantityField, useEnumLabel } from '../parts/fields.js';
import { amountText } from '../parts/figures.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { whereOf } from '../provider/data.js';
import { ask } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { ItemDialog, ReverseDialog, SurvivalDialog } from './DistributionDialogs.js';
import { DISTRIBUTION_TOTALS } from './distributions.documents.js';
import { NameOf } from './NameOf.js';

const UNITS = ['PLANT', 'BIRD', 'HEAD', 'KILOGRAM', 'TONNE', 'MU', 'PIECE'];

const COLUMNS: Column[] = [
  { source: 'household', field: <HouseholdName /> },
  { source: 'item', field: <NameOf source="item" /> },
  { source: 'quantity', field: <Given />, isFigure: true },
  { source: 'onDay', field: <DayField source="onDay" />, isSortable: true },
  { source: 'station', field: <NameOf source="station" /> },
  { source: 'isSigned', field: <Signed /> },
  { source: 'survivalChecks', field: <Survival /> },
  { source: 'acts', field: <Acts /> },
];

const FILTERS: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'on', kind: 'period' },
  { source: 'unit', kind: 'enum', type: 'Unit', values: UNITS, isLong: true },
];

/** What households were given: sums by item and unit above, each of which narrows the list to the rows that make it. */
export default function DistributionList() {
  const translate = useTranslate();
  const [mayEnter, mayEdit] = [useMay('INDUSTRY_ENROL'), useMay('INDUSTRY_EDIT')];
  const [isNewItem, setNewItem] = useState(false);
  const actions = (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {mayEdit && (
        <Button variant="outlined" color="secondary" onClick={() => setNewItem(true)}>
          {translate('lianxin.distribution.newItem')}
        </Button>
      )}
      {mayEnter && (
        <Button component={Link} to="/distributions/enter" variant="contained">
          {translate('lianxin.distribution.enter')}
        </Button>
      )}
    </Stack>
  );
  return (
    <>
      <ListPage
        columns={COLUMNS}
        filters={FILTERS}
        isSearchable={false}
        to={null}
        sort={{ field: 'onDay', order: 'DESC' }}
        actions={actions}
      >
        <Totals />
      </ListPage>
      {isNewItem && <ItemDialog close={() => setNewItem(false)} />}
    </>
  );
}

interface Total {
  item: { id: string; name: string };
  quantity: { amount: string; unit: string };
  households: number;
  lines: number;
}

function Totals() {
  const translate = useTranslate();
  const unit = useEnumLabel('Unit');
  const { filterValues, setFilters } = useListContext();
  const { item, ...rest } = filterValues as { item?: string[] };
  const where = whereOf(rest);
  const { data, error, refetch } = useQuery({
    queryKey: ['distributionTotals', where],
    queryFn: ({ signal }) =>
      ask<{ distributionTotals: { nodes: Total[] } }>(DISTRIBUTION_TOTALS, { where }, { signal }).then(
        ({ distributionTotals }) => distributionTotals.nodes,
      ),
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data?.length) return null;
  const narrow = (id: string) => setFilters(item?.includes(id) ? rest : { ...rest, item: [id] });
  return (
    <Box component="section" aria-label={translate('lianxin.distribution.totals')} sx={{ mb: 2 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {data.map((total) => (
          <Button
            key={`${total.item.id} ${total.quantity.unit}`}
            variant="outlined"
            color={item?.includes(total.item.id) ? 'primary' : 'secondary'}
            aria-pressed={item?.includes(total.item.id) ?? false}
            onClick={() => narrow(total.item.id)}
            sx={{ display: 'block', textAlign: 'left', py: 0.5 }}
          >
            <Typography component="span" sx={{ display: 'block', fontSize: 13 }}>
              {total.item.name}
            </Typography>
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {amountText(total.quantity.amount)} {unit(total.quantity.unit)}
            </Typography>{' '}
            <Typography component="span" sx={{ fontSize: 13 }}>
              {translate('lianxin.distribution.householdCount', { smart_count: total.households })}
            </Typography>
          </Button>
        ))}
      </Stack>
      <Button
        component={Link}
        to={`/print/distributions?filter=${encodeURIComponent(JSON.stringify(filterValues))}`}
        target="_blank"
        size="small"
        color="secondary"
        sx={{ mt: 1 }}
      >
        {translate('lianxin.distribution.printSheet')}
      </Button>
    </Box>
  );
}

/** A line of the ledger as its cells read it. */
export interface Line {
  id: string;
  onDay: string;
  isSigned: boolean;
  isReversed: boolean;
  reverses: { id: string } | null;
  quantity: { amount: string; unit: string };
  household: { code: string; headName: string } | null;
  item: { name: string } | null;
  station: { id: string; name: string; path: { id: string }[] } | null;
  survivalChecks: { id: string; onDay: string; alive: string }[];
}

function HouseholdName() {
  const household = useRecordContext<Line>()?.household;
  return household ? <span>{household.headName || household.code}</span> : <None />;
}

function Given() {
  const line = useRecordContext<Line>();
  const translate = useTranslate();
  if (!line) return null;
  const mark = line.reverses ? 'reversal' : line.isReversed ? 'reversed' : null;
  return (
    <>
      {line.reverses && '−'}
      <QuantityField source="quantity" />
      {mark && (
        <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
          {translate(`lianxin.distribution.${mark}`)}
        </Typography>
      )}
    </>
  );
}

function Signed() {
  const line = useRecordContext<Line>();
  const translate = useTranslate();
  return <>{translate(line?.isSigned ? 'ra.boolean.true' : 'ra.boolean.false')}</>;
}

function Survival() {
  const line = useRecordContext<Line>();
  const [locale] = useLocaleState();
  const last = line?.survivalChecks.at(-1);
  if (!last) return <None />;
  return (
    <>
      {amountText(last.alive)}
      <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
        {day(last.onDay, locale)}
      </Typography>
    </>
  );
}

function Acts() {
  const line = useRecordContext<Line>();
  const translate = useTranslate();
  const [dialog, setDialog] = useState<'reverse' | 'survival'>();
  const path = line?.station ? [...line.station.path, line.station].map(({ id }) => id) : undefined;
  const isOpen = useMay('INDUSTRY_ENROL', path) && line && !line.isReversed && !line.reverses;
  if (!isOpen) return <None />;
  const close = () => setDialog(undefined);
  return (
    <Stack
      direction="row"
      spacing={0.5}
      useFlexGap
      sx={{ flexWrap: 'wrap', justifyContent: { xs: 'flex-end', sm: 'flex-start' } }}
    >
      <Button size="small" color="secondary" onClick={() => setDialog('survival')}>
        {translate('lianxin.distribution.survival')}
      </Button>
      <Button size="small" color="secondary" onClick={() => setDialog('reverse')}>
        {translate('lianxin.distribution.reverse')}
      </Button>
      {dialog === 'reverse' && <ReverseDialog line={line} close={close} />}
      {dialog === 'survival' && <SurvivalDialog line={line} close={close} />}
    </Stack>
  );
}
