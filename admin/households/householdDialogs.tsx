import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { StationPicker } from '../parts/StationPicker.js';
import { DayText, ReasonText, useActForm, useHouseholdAct } from './ActForm.js';
import type { DialogProps } from './HouseholdActs.js';
import { HouseholdPicker } from './HouseholdPicker.js';
import { membersOf } from './household.js';
import { HOUSEHOLD_CLOSE, HOUSEHOLD_MERGE, HOUSEHOLD_MOVE, HOUSEHOLD_UPDATE } from './households.documents.js';

/** Corrects number and address. */
export function UpdateDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const { id, version } = household;
  const { values, bind } = useActForm({ code: household.code, address: household.address ?? '' });
  const send = useHouseholdAct();
  const what = { document: HOUSEHOLD_UPDATE, root: 'householdUpdate', says: 'update' };
  return (
    <FormDialog
      title={translate('resources.households.act.update')}
      verb={translate('ra.action.save')}
      fields={['code', 'address']}
      isReady={Boolean(values.code.trim())}
      onClose={close}
      onSubmit={() => send(what, { id, version, input: { ...values, address: values.address.trim() || null } })}
    >
      {(wrong) => (
        <>
          <TextField {...bind('code', wrong('code'))} slotProps={{ htmlInput: { maxLength: 20 } }} />
          <TextField {...bind('address', wrong('address'))} slotProps={{ htmlInput: { maxLength: 100 } }} />
        </>
      )}
    </FormDialog>
  );
}

/** Moves the whole household to another station. */
export function MoveDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const { id, version } = household;
  const [stationId, setStation] = useState('');
  const { values, bind } = useActForm({ from: today(), address: '', reason: '' });
  const send = useHouseholdAct();
  const input = { ...values, address: values.address.trim() || null, stationId };
  const what = { document: HOUSEHOLD_MOVE, root: 'householdMove', says: 'move' };
  return (
    <FormDialog
      title={translate('resources.households.act.move')}
      verb={translate('resources.households.act.move')}
      fields={['stationId', 'from', 'address', 'reason']}
      isReady={Boolean(stationId && values.from && values.reason.trim())}
      onClose={close}
      onSubmit={() => send(what, { id, version, input })}
    >
      {(wrong) => (
        <>
          <Typography>{translate('resources.households.effect.move')}</Typography>
          <StationPicker
            label={translate('resources.households.fields.stationId')}
            value={stationId || null}
            onChange={(chosen) => setStation(chosen ?? '')}
            error={wrong('stationId')}
          />
          <TextField {...bind('address', wrong('address'))} slotProps={{ htmlInput: { maxLength: 100 } }} />
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}

/** Lets another household take this one in, and goes there. */
export function MergeDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { id, version } = household;
  const [intoId, setInto] = useState('');
  const { values, bind } = useActForm({ from: today(), reason: '' });
  const send = useHouseholdAct();
  const what = { document: HOUSEHOLD_MERGE, root: 'householdMerge', says: 'merge' };
  const submit = async () => {
    await send(what, { id, version, input: { ...values, intoId, relations: [] } });
    void navigate(`/households/${intoId}/show`);
  };
  return (
    <FormDialog
      title={translate('resources.households.act.merge')}
      verb={translate('resources.households.act.merge')}
      fields={['intoId', 'from', 'reason']}
      isReady={Boolean(intoId && values.from && values.reason.trim())}
      isDangerous
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typography>
            {translate('resources.households.effect.merge', { smart_count: membersOf(household).length })}
          </Typography>
          <HouseholdPicker
            label={translate('resources.households.fields.intoId')}
            onChange={setInto}
            error={wrong('intoId')}
            except={[id]}
          />
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}

/** Strikes it off the register. */
export function CloseDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const { id, version } = household;
  const { values, bind } = useActForm({ on: today(), reason: '' });
  const send = useHouseholdAct();
  const what = { document: HOUSEHOLD_CLOSE, root: 'householdClose', says: 'close' };
  return (
    <FormDialog
      title={translate('resources.households.act.close')}
      verb={translate('resources.households.act.close')}
      fields={['on', 'reason']}
      isReady={Boolean(values.on && values.reason.trim())}
      isDangerous
      onClose={close}
      onSubmit={() => send(what, { id, version, input: values })}
    >
      {(wrong) => (
        <>
          <Typography>
            {translate('resources.households.effect.close', { smart_count: membersOf(household).length })}
          </Typography>
          <DayText {...bind('on', wrong('on'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}
