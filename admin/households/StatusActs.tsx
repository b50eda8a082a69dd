import { Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { useEnumLabel } from '../parts/fields.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { DayText, EnumText, ReasonText, useActForm, useHouseholdAct } from './ActForm.js';
import { type Household, STATUSES } from './household.js';
import { HOUSEHOLD_STATUS_END, HOUSEHOLD_STATUS_GIVE } from './households.documents.js';

/** Gives a status and ends one, for whoever keeps the register here. */
export function StatusActs({ household }: { household: Household }) {
  const translate = useTranslate();
  const isKeeper = useMay('HOUSEHOLD_EDIT', reachPath(household)) && !household.isClosed;
  const [open, setOpen] = useState<'give' | 'end'>();
  if (!isKeeper) return null;
  const hasOpen = household.statuses.some(({ validTo }) => validTo === null);
  const close = () => setOpen(undefined);
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen('give')}>
        {translate('resources.households.act.statusGive')}
      </Button>
      {hasOpen && (
        <Button variant="outlined" color="secondary" onClick={() => setOpen('end')}>
          {translate('resources.households.act.statusEnd')}
        </Button>
      )}
      {open === 'give' && <GiveDialog household={household} close={close} />}
      {open === 'end' && <EndDialog household={household} close={close} />}
    </>
  );
}

interface DialogProps {
  household: Household;
  close: () => void;
}

function GiveDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const { values, bind } = useActForm({ status: '', from: today(), reason: '' });
  const send = useHouseholdAct();
  const input = { ...values, householdId: household.id, reason: values.reason.trim() || null };
  const what = { document: HOUSEHOLD_STATUS_GIVE, root: 'householdStatusGive', says: 'statusGive' };
  return (
    <FormDialog
      title={translate('resources.households.act.statusGive')}
      verb={translate('ra.action.save')}
      fields={['status', 'from', 'reason']}
      isReady={Boolean(values.status && values.from)}
      onClose={close}
      onSubmit={() => send(what, { input })}
    >
      {(wrong) => (
        <>
          <EnumText type="BeneficiaryStatus" values={STATUSES} {...bind('status', wrong('status'))} />
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}

function EndDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const label = useEnumLabel('BeneficiaryStatus');
  const open = household.statuses.filter(({ validTo }) => validTo === null);
  const { values, bind } = useActForm({ status: open[0]?.id ?? '', on: today(), reason: '' });
  const send = useHouseholdAct();
  const what = { document: HOUSEHOLD_STATUS_END, root: 'householdStatusEnd', says: 'statusEnd' };
  return (
    <FormDialog
      title={translate('resources.households.act.statusEnd')}
      verb={translate('resources.households.act.statusEnd')}
      fields={['on', 'reason']}
      isReady={Boolean(values.status && values.on && values.reason.trim())}
      isDangerous
      onClose={close}
      onSubmit={() => send(what, { id: values.status, input: { on: values.on, reason: values.reason } })}
    >
      {(wrong) => (
        <>
          <TextField select {...bind('status')}>
            {open.map(({ id, status }) => (
              <MenuItem key={id} value={id}>
                {label(status)}
              </MenuItem>
            ))}
          </TextField>
          <DayText {...bind('on', wrong('on'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}
