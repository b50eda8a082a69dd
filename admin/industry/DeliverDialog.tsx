import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { FormDialog } from '../parts/FormDialog.js';
import { plain } from '../parts/figures.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { DELIVERY_REVERSE, INSTALMENT_DELIVER } from './livestock.documents.js';
import type { Instalment } from './Schedule.js';

const FIELDS = ['head', 'kind', 'value', 'onDay'] as const;

/** Enters what was delivered of an instalment, in animals or at their value. */
export function DeliverDialog({ instalment, close }: { instalment: Instalment; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState({ head: '', kind: 'IN_KIND', value: '', onDay: today() });
  const isAtValue = values.kind === 'AT_VALUE';
  const submit = async () => {
    const { head, kind, value, onDay } = values;
    const input = { head: Number(head), kind, onDay, ...(isAtValue && { value }) };
    await act(INSTALMENT_DELIVER, 'livestockInstalmentDeliver', { id: instalment.id, input, idempotencyKey: key });
    notify('lianxin.livestock.deliveredNow', { type: 'success' });
    refresh();
  };
  return (
    <FormDialog
      title={translate('lianxin.livestock.deliver')}
      verb={translate('ra.action.save')}
      fields={FIELDS}
      isReady={/^\d+$/.test(values.head) && (!isAtValue || Boolean(values.value))}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => {
        const field = (name: (typeof FIELDS)[number]) => ({
          label: translate(`lianxin.livestock.${name}`),
          value: values[name],
          error: Boolean(wrong(name)),
          helperText: wrong(name),
          onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
        });
        return (
          <>
            <TextField
              {...field('head')}
              onChange={(event) => setValues({ ...values, head: plain(event.target.value) })}
              slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
            />
            <TextField select {...field('kind')}>
              {['IN_KIND', 'AT_VALUE'].map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {translate(`enums.DeliveryKind.${kind}`)}
                </MenuItem>
              ))}
            </TextField>
            {isAtValue && (
              <TextField {...field('value')} slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }} />
            )}
            <TextField type="date" {...field('onDay')} />
          </>
        );
      }}
    </FormDialog>
  );
}

/** Takes a delivery back, with a reason. */
export function ReverseDeliveryDialog({ id, close }: { id: string; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const verb = translate('lianxin.distribution.reverse');
  const confirm = async (reason: string) => {
    await act(DELIVERY_REVERSE, 'livestockDeliveryReverse', { id, reason });
    notify('lianxin.distribution.reversedNow', { type: 'success' });
    refresh();
  };
  return <ReasonDialog isOpen isDangerous title={verb} verb={verb} onClose={close} onConfirm={confirm} />;
}
