import { MenuItem, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { thisYear } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { amountText, plain } from '../parts/figures.js';
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

interface Values {
  householdId: string;
  itemId: string;
  year: string;
  amount: string;
  unit: string;
}

function useWish(wish: Wish | undefined) {
  const notify = useNotify();
  const reread = useReread();
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState<Values>({
    householdId: wish?.household?.id ?? '',
    itemId: wish?.item?.id ?? '',
    year: String(wish?.year ?? thisYear()),
    amount: wish ? amountText(wish.quantity.amount).replaceAll(',', '') : '',
    unit: wish?.quantity.unit ?? '',
  });
  const submit = async () => {
    const { householdId, itemId, year, amount, unit } = values;
    const quantity = { amount, unit };
    const input = wish ? { quantity } : { householdId, itemId, year: Number(year), quantity };
    if (wish) await act(INTENTION_UPDATE, 'intentionUpdate', { id: wish.id, version: wish.version, input });
    else await act(INTENTION_CREATE, 'intentionCreate', { input, idempotencyKey: key });
    notify('lianxin.intention.saved', { type: 'success' });
    reread();
  };
  return { values, put: (more: Partial<Values>) => setValues({ ...values, ...more }), submit };
}

/** Enters what a household would like, or changes it: then only how much. */
export function IntentionDialog({ wish, close }: { wish?: Wish; close: () => void }) {
  const translate = useTranslate();
  const { values, put, submit } = useWish(wish);
  const { householdId, itemId, unit, amount, year } = values;
  return (
    <FormDialog
      title={translate(wish ? 'lianxin.intention.change' : 'lianxin.intention.create')}
      verb={translate('ra.action.save')}
      fields={['householdId', 'itemId', 'year', 'quantity', 'amount', 'unit']}
      isReady={Boolean(householdId && itemId && unit && amount && /^\d{4}$/.test(year))}
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
            <Whose values={values} put={put} wrong={wrong} />
          )}
          <Scale values={values} put={put} wrong={wrong} isChange={Boolean(wish)} />
        </>
      )}
    </FormDialog>
  );
}

interface PartProps {
  values: Values;
  put: (more: Partial<Values>) => void;
  wrong: (field: string) => string | undefined;
}

function Whose({ values, put, wrong }: PartProps) {
  const items = useChoices().data?.distributionItems.nodes ?? [];
  const choose = (itemId: string) => put({ itemId, unit: items.find(({ id }) => id === itemId)?.units[0] ?? '' });
  return (
    <>
      <HouseholdInput
        value={values.householdId}
        onChange={(householdId) => put({ householdId })}
        error={wrong('householdId')}
      />
      <ItemSelect items={items} value={values.itemId} error={wrong('itemId')} onChange={choose} />
      <YearField value={values.year} error={wrong('year')} onChange={(year) => put({ year })} />
    </>
  );
}

function Scale({ values, put, wrong, isChange }: PartProps & { isChange: boolean }) {
  const translate = useTranslate();
  const items = useChoices().data?.distributionItems.nodes ?? [];
  const units = items.find(({ id }) => id === values.itemId)?.units ?? [];
  return (
    <>
      <TextField
        label={translate('lianxin.intention.scale')}
        value={values.amount}
        onChange={(event) => put({ amount: plain(event.target.value) })}
        error={Boolean(wrong('amount'))}
        helperText={wrong('amount') ?? (isChange && translate('lianxin.intention.zeroHelp'))}
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

function useProposal() {
  const notify = useNotify();
  const reread = useReread();
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
  return { stationId, setStationId, year, setYear, itemIds, setItemIds, submit };
}

/** Proposes what a village shall go in for: a year, and one item or several. */
export function SpecialtyDialog({ close }: { close: () => void }) {
  const translate = useTranslate();
  const { stationId, setStationId, year, setYear, itemIds, setItemIds, submit } = useProposal();
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
          <ItemsSelect value={itemIds} onChange={setItemIds} error={wrong('itemIds')} />
        </>
      )}
    </FormDialog>
  );
}

interface ItemsProps {
  value: string[];
  onChange: (ids: string[]) => void;
  error?: string;
}

function ItemsSelect({ value, onChange, error }: ItemsProps) {
  const items = useChoices().data?.distributionItems.nodes ?? [];
  return (
    <TextField
      select
      label={useTranslate()('lianxin.intention.items')}
      value={value}
      error={Boolean(error)}
      helperText={error}
      onChange={(event) => onChange(event.target.value as unknown as string[])}
      slotProps={{ select: { multiple: true } }}
    >
      {items.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
