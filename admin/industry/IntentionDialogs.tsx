import { MenuItem, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { thisYear } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { plain } from '../parts/figures.js';
import { StationPicker } from '../parts/StationPicker.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { HouseholdInput } from './HouseholdInput.js';
import type { Wish } from './IntentionList.js';
import { INTENTION_CREATE, INTENTION_UPDATE, SPECIALTY_CREATE } from './intentions.documents.js';
import { useChoices } from './useEntry.js';

function useReread(): () => void {
  const refresh = useRefresh();
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['intentionDemand'] });
    refresh();
  };
}

/** Enters what a household would like, or changes it: then only how much. */
export function IntentionDialog({ wish, close }: { wish?: Wish; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reread = useReread();
  const items = useChoices().data?.distributionItems.nodes ?? [];
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState({
    householdId: wish?.household?.id ?? '',
    itemId: wish?.item?.id ?? '',
    year: String(wish?.year ?? thisYear()),
    amount: wish ? String(Number(wish.quantity.amount)) : '',
    unit: wish?.quantity.unit ?? '',
  });
  const put = (more: Partial<typeof values>) => setValues({ ...values, ...more });
  const units = items.find(({ id }) => id === values.itemId)?.units ?? [];
  const submit = async () => {
    const { householdId, itemId, year, amount, unit } = values;
    const quantity = { amount, unit };
    if (wish)
      await act(INTENTION_UPDATE, 'intentionUpdate', { id: wish.id, version: wish.version, input: { quantity } });
    else {
      const input = { householdId, itemId, year: Number(year), quantity };
      await act(INTENTION_CREATE, 'intentionCreate', { input, idempotencyKey: key });
    }
    notify('lianxin.intention.saved', { type: 'success' });
    reread();
  };
  const title = translate(wish ? 'lianxin.intention.change' : 'lianxin.intention.create');
  const isReady = Boolean(
    values.householdId && values.itemId && values.unit && values.amount && /^\d{4}$/.test(values.year),
  );
  return (
    <FormDialog
      title={title}
      verb={translate('ra.action.save')}
      fields={['householdId', 'itemId', 'year', 'quantity', 'amount', 'unit']}
      isReady={isReady}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          {wish ? (
            <Typography>
              {[wish.household?.headName, wish.item?.name, wish.year].filter(Boolean).join(' · ')}
            </Typography>
          ) : (
            <>
              <HouseholdInput
                value={values.householdId}
                onChange={(householdId) => put({ householdId })}
                error={wrong('householdId')}
              />
              <ItemSelect
                items={items}
                value={values.itemId}
                error={wrong('itemId')}
                onChange={(itemId) => put({ itemId, unit: items.find(({ id }) => id === itemId)?.units[0] ?? '' })}
              />
              <YearField value={values.year} error={wrong('year')} onChange={(year) => put({ year })} />
            </>
          )}
          <TextField
            label={translate('lianxin.intention.scale')}
            value={values.amount}
            onChange={(event) => put({ amount: plain(event.target.value) })}
            error={Boolean(wrong('amount'))}
            helperText={wrong('amount') ?? (wish && translate('lianxin.intention.zeroHelp'))}
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
          />
          <TextField
            select
            label={translate('lianxin.unit')}
            value={units.includes(values.unit) ? values.unit : ''}
            error={Boolean(wrong('unit'))}
            helperText={wrong('unit')}
            onChange={(event) => put({ unit: event.target.value })}
          >
            {units.map((unit) => (
              <MenuItem key={unit} value={unit}>
                {translate(`enums.Unit.${unit}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </FormDialog>
  );
}

interface ItemProps {
  items: { id: string; name: string }[];
  value: string;
  error?: string;
  onChange: (id: string) => void;
}

function ItemSelect({ items, value, error, onChange }: ItemProps) {
  return (
    <TextField
      select
      label={useTranslate()('lianxin.distribution.item')}
      value={value}
      error={Boolean(error)}
      helperText={error}
      onChange={(event) => onChange(event.target.value)}
    >
      {items.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function YearField({ value, error, onChange }: Omit<ItemProps, 'items'>) {
  return (
    <TextField
      label={useTranslate()('lianxin.intention.year')}
      value={value}
      error={Boolean(error)}
      helperText={error}
      onChange={(event) => onChange(plain(event.target.value))}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4, autoComplete: 'off' } }}
    />
  );
}

/** Proposes what a village shall go in for: a year, and one item or several. */
export function SpecialtyDialog({ close }: { close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reread = useReread();
  const items = useChoices().data?.distributionItems.nodes ?? [];
  const [key] = useState(newIdempotencyKey);
  const [stationId, setStationId] = useState<string | null>(null);
  const [year, setYear] = useState(String(thisYear()));
  const [itemIds, setItemIds] = useState<string[]>([]);
  const submit = async () => {
    const input = { stationId, year: Number(year), itemIds };
    await act(SPECIALTY_CREATE, 'villageSpecialtyCreate', { input, idempotencyKey: key });
    notify('lianxin.intention.proposed', { type: 'success' });
    reread();
  };
  return (
    <FormDialog
      title={translate('lianxin.intention.propose')}
      verb={translate('ra.action.save')}
      fields={['stationId', 'year', 'itemIds']}
      isReady={Boolean(stationId && itemIds.length && /^\d{4}$/.test(year))}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <StationPicker
            label={translate('lianxin.distribution.village')}
            value={stationId}
            onChange={setStationId}
            error={wrong('stationId')}
          />
          <YearField value={year} error={wrong('year')} onChange={setYear} />
          <TextField
            select
            label={translate('lianxin.intention.items')}
            value={itemIds}
            error={Boolean(wrong('itemIds'))}
            helperText={wrong('itemIds')}
            onChange={(event) => setItemIds(event.target.value as unknown as string[])}
            slotProps={{ select: { multiple: true } }}
          >
            {items.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </FormDialog>
  );
}
