import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { Refusal } from '../parts/dialogs.js';
import { act } from '../provider/graphql.js';
import { DayField, NameField, ReasonField } from './formFields.js';
import { useGo } from './place.js';
import { STATION_CREATE } from './stations.documents.js';
import { type ActForm, useActForm } from './useActForm.js';
import { type StationRecord, useRefreshStations } from './useStation.js';

interface NewStation {
  name: string;
  code: string;
  settlement: 'VILLAGE' | 'COMMUNITY';
  openedOn: string;
  reason: string;
}

const FIELDS = ['name', 'code', 'settlement', 'openedOn', 'reason'];

/** Opens a station under a parent; its code begins with the parent's, which stands there already. */
export function CreateDialog({ parent, close }: { parent: StationRecord; close: () => void }) {
  const translate = useTranslate();
  const id = useId();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActForm<NewStation>(
    { name: '', code: parent.code, settlement: 'VILLAGE', openedOn: today(), reason: '' },
    FIELDS,
  );
  const save = useCreate(parent, form.values, idempotencyKey, close);
  const { name, code, openedOn, reason } = form.values;
  const isReady = [name, code, openedOn, reason].every((text) => text.trim()) && !form.isBusy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) void form.run(save, () => undefined);
  };
  return (
    <Dialog open onClose={form.isBusy ? undefined : close} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{translate('resources.stations.create.title', { name: parent.name })}</DialogTitle>
      <DialogContent>
        <Stack component="form" id={`${id}-form`} noValidate onSubmit={submit} spacing={2} sx={{ pt: 0.5 }}>
          <Typography color="textSecondary">
            {[...parent.path.map((one) => one.name), parent.name, name || '…'].join(' / ')}
          </Typography>
          <Fields form={form} parent={parent} />
          {form.failure !== undefined && <Refusal error={form.failure} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={close} disabled={form.isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" type="submit" form={`${id}-form`} disabled={!isReady}>
          {translate('resources.stations.create.verb')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Fields({ form, parent }: { form: ActForm<NewStation>; parent: StationRecord }) {
  const translate = useTranslate();
  const { values, set, errorOf } = form;
  const label = (field: string) => translate(`resources.stations.fields.${field}`);
  const isVillage = parent.level === 'TOWNSHIP';
  return (
    <>
      <NameField
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
        label={label('name')}
        isFirst
      />
      <TextField
        label={`${label('code')} · ${translate('ra.validation.required')}`}
        value={values.code}
        onChange={(event) => set({ code: event.target.value.replace(/\D/g, '') })}
        error={Boolean(errorOf('code'))}
        helperText={
          errorOf('code') ??
          translate('resources.stations.create.codeHelp', { digits: isVillage ? 12 : 9, prefix: parent.code })
        }
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: isVillage ? 12 : 9, autoComplete: 'off' } }}
      />
      {isVillage && <SettlementField form={form} label={label('settlement')} />}
      <DayField
        value={values.openedOn}
        onChange={(openedOn) => set({ openedOn })}
        error={errorOf('openedOn')}
        label={label('openedOn')}
      />
      <ReasonField value={values.reason} onChange={(reason) => set({ reason })} error={errorOf('reason')} />
    </>
  );
}

function SettlementField({ form, label }: { form: ActForm<NewStation>; label: string }) {
  const translate = useTranslate();
  const error = form.errorOf('settlement');
  return (
    <TextField
      select
      label={label}
      value={form.values.settlement}
      onChange={(event) => form.set({ settlement: event.target.value as NewStation['settlement'] })}
      error={Boolean(error)}
      helperText={error}
    >
      {(['VILLAGE', 'COMMUNITY'] as const).map((one) => (
        <MenuItem key={one} value={one}>
          {translate(`enums.Settlement.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function useCreate(parent: StationRecord, values: NewStation, idempotencyKey: string, close: () => void) {
  const go = useGo();
  const notify = useNotify();
  const refresh = useRefreshStations();
  return async () => {
    const { settlement, ...rest } = values;
    const input = { ...rest, parentId: parent.id, ...(parent.level === 'TOWNSHIP' && { settlement }) };
    const made = await act<{ station: { id: string; name: string } }>(STATION_CREATE, 'stationCreate', {
      input,
      idempotencyKey,
    });
    void refresh();
    close();
    go({ id: made.station.id, tab: 'overview' });
    notify('resources.stations.create.done', { type: 'success', messageArgs: { name: made.station.name } });
  };
}
