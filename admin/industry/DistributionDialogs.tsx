import { Checkbox, FormControlLabel, FormHelperText, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { FormDialog } from '../parts/FormDialog.js';
import { amountText, plain } from '../parts/figures.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import type { Line } from './DistributionList.js';
import { DISTRIBUTION_REVERSE, ITEM_CREATE, SURVIVAL_CHECK_CREATE } from './distributions.documents.js';

interface LineDialog {
  line: Line;
  close: () => void;
}

function useReread(): () => void {
  const refresh = useRefresh();
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['distributionTotals'] });
    refresh();
  };
}

/** Takes a line back, with a reason. */
export function ReverseDialog({ line, close }: LineDialog) {
  const translate = useTranslate();
  const notify = useNotify();
  const reread = useReread();
  const confirm = async (reason: string) => {
    await act(DISTRIBUTION_REVERSE, 'distributionReverse', { id: line.id, reason });
    notify('lianxin.distribution.reversedNow', { type: 'success' });
    reread();
  };
  const name = line.household?.headName || line.household?.code || '';
  return (
    <ReasonDialog
      isOpen
      isDangerous
      title={translate('lianxin.distribution.reverse')}
      verb={translate('lianxin.distribution.reverse')}
      onClose={close}
      onConfirm={confirm}
    >
      <Typography>
        {translate('lianxin.distribution.reverseEffect', { name, amount: amountText(line.quantity.amount) })}
      </Typography>
    </ReasonDialog>
  );
}

function useSurvival(line: Line) {
  const notify = useNotify();
  const reread = useReread();
  const [key] = useState(newIdempotencyKey);
  const [onDay, setOnDay] = useState(today());
  const [alive, setAlive] = useState('');
  const submit = async () => {
    const input = { distributionId: line.id, onDay, alive };
    await act(SURVIVAL_CHECK_CREATE, 'survivalCheckCreate', { input, idempotencyKey: key });
    notify('lianxin.distribution.survivalNoted', { type: 'success' });
    reread();
  };
  return { onDay, setOnDay, alive, setAlive, submit };
}

/** Enters how much of a line is alive. */
export function SurvivalDialog({ line, close }: LineDialog) {
  const translate = useTranslate();
  const { onDay, setOnDay, alive, setAlive, submit } = useSurvival(line);
  return (
    <FormDialog
      title={translate('lianxin.distribution.survival')}
      verb={translate('ra.action.save')}
      fields={['onDay', 'alive']}
      isReady={Boolean(onDay && alive)}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField
            type="date"
            label={translate('lianxin.distribution.checkDay')}
            value={onDay}
            onChange={(event) => setOnDay(event.target.value)}
            error={Boolean(wrong('onDay'))}
            helperText={wrong('onDay')}
          />
          <TextField
            label={translate('lianxin.distribution.alive')}
            value={alive}
            onChange={(event) => setAlive(plain(event.target.value))}
            error={Boolean(wrong('alive'))}
            helperText={
              wrong('alive') ??
              translate('lianxin.distribution.aliveHelp', { amount: amountText(line.quantity.amount) })
            }
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
          />
        </>
      )}
    </FormDialog>
  );
}

const UNITS = ['PLANT', 'BIRD', 'HEAD', 'KILOGRAM', 'TONNE', 'MU', 'PIECE'];

/** A new item of the catalogue with the units in which it is counted. */
export function ItemDialog({ close }: { close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [name, setName] = useState('');
  const [units, setUnits] = useState<string[]>([]);
  const toggle = (unit: string) =>
    setUnits(units.includes(unit) ? units.filter((one) => one !== unit) : [...units, unit]);
  const submit = async () => {
    await act(ITEM_CREATE, 'distributionItemCreate', { input: { name, units }, idempotencyKey: key });
    notify('lianxin.distribution.itemMade', { type: 'success' });
    await client.invalidateQueries({ queryKey: ['distributionChoices'] });
  };
  return (
    <FormDialog
      title={translate('lianxin.distribution.newItem')}
      verb={translate('ra.action.save')}
      fields={['name', 'units']}
      isReady={Boolean(name.trim() && units.length)}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField
            label={translate('lianxin.distribution.itemName')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={Boolean(wrong('name'))}
            helperText={wrong('name')}
            slotProps={{ htmlInput: { maxLength: 40, autoComplete: 'off' } }}
          />
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend>{translate('lianxin.distribution.itemUnits')}</legend>
            {UNITS.map((unit) => (
              <FormControlLabel
                key={unit}
                label={translate(`enums.Unit.${unit}`)}
                control={<Checkbox checked={units.includes(unit)} onChange={() => toggle(unit)} />}
              />
            ))}
            <FormHelperText error>{wrong('units')}</FormHelperText>
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
