import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { MomentField, None, QuantityField } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { useMay } from '../provider/useMe.js';
import { Demand } from './Demand.js';
import { IntentionDialog, SpecialtyDialog } from './IntentionDialogs.js';
import { NameOf } from './NameOf.js';

const COLUMNS: Column[] = [
  { source: 'household', field: <Household /> },
  { source: 'item', field: <NameOf source="item" /> },
  { source: 'quantity', field: <QuantityField source="quantity" />, isFigure: true },
  { source: 'year' },
  { source: 'station', field: <NameOf source="station" /> },
  { source: 'createdAt', field: <MomentField source="createdAt" />, isSortable: true, isOnCard: false },
  { source: 'acts', field: <Acts /> },
];

const FILTERS: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'year', kind: 'text' },
];

/** What households would like; above it the demand of each village, and what it goes in for. */
export default function IntentionList() {
  const translate = useTranslate();
  const [mayEnter, mayEdit] = [useMay('INDUSTRY_ENROL'), useMay('INDUSTRY_EDIT')];
  const [dialog, setDialog] = useState<'intention' | 'specialty'>();
  const close = () => setDialog(undefined);
  const actions = (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {mayEdit && (
        <Button variant="outlined" color="secondary" onClick={() => setDialog('specialty')}>
          {translate('lianxin.intention.propose')}
        </Button>
      )}
      {mayEnter && (
        <Button variant="contained" onClick={() => setDialog('intention')}>
          {translate('lianxin.intention.create')}
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
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={actions}
      >
        <Demand />
      </ListPage>
      {dialog === 'intention' && <IntentionDialog close={close} />}
      {dialog === 'specialty' && <SpecialtyDialog close={close} />}
    </>
  );
}

/** A wish as its row reads it. */
export interface Wish {
  id: string;
  version: number;
  year: number;
  quantity: { amount: string; unit: string };
  item: { id: string; name: string } | null;
  household: { id: string; code: string; headName: string } | null;
  station: { id: string; path: { id: string }[] } | null;
}

function Household() {
  const household = useRecordContext<Wish>()?.household;
  return household ? <span>{household.headName || household.code}</span> : <None />;
}

function Acts() {
  const wish = useRecordContext<Wish>();
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const path = wish?.station ? [...wish.station.path, wish.station].map(({ id }) => id) : undefined;
  const mayEnter = useMay('INDUSTRY_ENROL', path);
  if (!mayEnter || !wish) return <None />;
  return (
    <>
      <Button size="small" color="secondary" onClick={() => setOpen(true)}>
        {translate('lianxin.intention.change')}
      </Button>
      {isOpen && <IntentionDialog wish={wish} close={() => setOpen(false)} />}
    </>
  );
}
