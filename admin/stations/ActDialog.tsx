import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useLocaleState, useNotify, useTranslate } from 'react-admin';
import { day, today } from '../parts/dates.js';
import { Refusal } from '../parts/dialogs.js';
import { StationPicker } from '../parts/StationPicker.js';
import { ACTS, type Act, type ActValues, isBarred, perform, useActPreview } from './acts.js';
import { DayField, NameField, ReasonField } from './formFields.js';
import { Preview } from './Preview.js';
import { StaleNotice } from './StaleNotice.js';
import { type ActForm, useActForm } from './useActForm.js';
import { type StationRecord, useRefreshStations } from './useStation.js';

interface ActDialogProps {
  kind: Act;
  station: StationRecord;
  close: () => void;
}

/** One act on a station: what it is, from which day, why, what it would touch — and only then the button that does it. */
export function ActDialog({ kind, station: first, close }: ActDialogProps) {
  const translate = useTranslate();
  const id = useId();
  const [station, setStation] = useState(first);
  const form = useActForm<ActValues>(firstValues(first), ['name', 'from', 'reason', targetOf(kind)]);
  const finish = useFinish(kind, form.values, close);
  const preview = useActPreview(kind, station, form.values);
  const { isDangerous } = ACTS[kind];
  const isReady = isFilled(kind, form.values) && !preview.data?.refusal && !form.isStale && !form.isBusy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) void form.run(() => perform(kind, station, form.values), finish);
  };
  return (
    <Dialog open onClose={form.isBusy ? undefined : close} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{translate(`resources.stations.acts.${kind}.title`, { name: station.name })}</DialogTitle>
      <DialogContent>
        <Stack component="form" id={`${id}-form`} noValidate onSubmit={submit} spacing={2} sx={{ pt: 0.5 }}>
          <Typography color="textSecondary">{translate(`resources.stations.acts.${kind}.what`)}</Typography>
          <Fields kind={kind} station={station} form={form} />
          <Preview query={preview} />
          {form.isStale && <StaleNotice base={station} settle={(now) => [setStation(now), form.settle()]} />}
          {form.failure !== undefined && <Refusal error={form.failure} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={close} disabled={form.isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant={isDangerous ? 'outlined' : 'contained'}
          color={isDangerous ? 'error' : 'primary'}
          type="submit"
          form={`${id}-form`}
          disabled={!isReady}
        >
          {translate(`resources.stations.acts.${kind}.verb`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Fields({ kind, station, form }: { kind: Act; station: StationRecord; form: ActForm<ActValues> }) {
  const translate = useTranslate();
  const { values, set, errorOf } = form;
  const { target, isTargetNeeded, isAheadAllowed } = ACTS[kind];
  const word = (key: string) => translate(`resources.stations.acts.${kind}.${key}`);
  return (
    <>
      {kind === 'RENAME' && (
        <NameField
          value={values.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
          label={word('name')}
          isFirst
        />
      )}
      {target && (
        <Box>
          <StationPicker
            value={values.targetId}
            onChange={(targetId) => set({ targetId, [target]: targetId } as Partial<ActValues>)}
            label={`${word('target')} · ${translate(isTargetNeeded ? 'ra.validation.required' : 'lianxin.optional')}`}
            asOf={values.from && values.from !== today() ? values.from : undefined}
            isBarred={(other) => isBarred(kind, station, other)}
            isClearable={!isTargetNeeded}
            error={errorOf(target)}
          />
        </Box>
      )}
      <DayField
        value={values.from}
        onChange={(from) => set({ from })}
        error={errorOf('from')}
        label={word('from')}
        max={isAheadAllowed ? undefined : today()}
      />
      <ReasonField value={values.reason} onChange={(reason) => set({ reason })} error={errorOf('reason')} />
    </>
  );
}

/** After the act: all that hangs on the tree is read anew, and the person is told from when it holds. */
function useFinish(kind: Act, values: ActValues, close: () => void): () => void {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const notify = useNotify();
  const refresh = useRefreshStations();
  return () => {
    void refresh();
    close();
    notify('resources.stations.acts.done', {
      type: 'success',
      messageArgs: { act: translate(`enums.StationAct.${kind}`), day: day(values.from, locale) },
    });
  };
}

function firstValues({ name }: StationRecord): ActValues {
  return { name, from: today(), targetId: null, reason: '' };
}

function targetOf(kind: Act): string {
  return ACTS[kind].target ?? '';
}

function isFilled(kind: Act, { name, from, reason, targetId }: ActValues): boolean {
  const isNamed = kind !== 'RENAME' || name.trim() !== '';
  return isNamed && from !== '' && reason.trim() !== '' && (!ACTS[kind].isTargetNeeded || targetId !== null);
}
