import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import { type Grant, placeName } from './user.js';
import { GRANT_END } from './users.documents.js';

/** Ends a grant from a day, today unless it begins later; the past stays as it was. */
export function GrantEnd({ grant, name, close }: { grant: Grant; name: string; close: () => void }) {
  const translate = useTranslate();
  const { on, setOn, reason, setReason, submit } = useEnding(grant);
  return (
    <FormDialog
      title={translate('resources.grants.endOf', { name })}
      verb={translate('resources.grants.end')}
      fields={['on', 'reason']}
      isReady={Boolean(on && reason.trim())}
      isDangerous
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typography>
            {translate(`enums.Role.${grant.role}`, { _: grant.role })} · {grant.station && placeName(grant.station)}
          </Typography>
          <TextField
            type="date"
            label={translate('resources.grants.fields.validTo')}
            value={on}
            onChange={(event) => setOn(event.target.value)}
            error={Boolean(wrong('on'))}
            helperText={wrong('on') ?? translate('resources.grants.endHelp')}
          />
          <TextField
            label={translate('lianxin.reason.label')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            multiline
            minRows={2}
            error={Boolean(wrong('reason'))}
            helperText={wrong('reason') ?? translate('ra.validation.required')}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </>
      )}
    </FormDialog>
  );
}

function useEnding({ id, version, role, validFrom }: Grant) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [on, setOn] = useState(validFrom > today() ? validFrom : today());
  const [reason, setReason] = useState('');
  const submit = async () => {
    await act(GRANT_END, 'grantEnd', { id, version, input: { on, reason: reason.trim() } });
    const name = translate(`enums.Role.${role}`, { _: role });
    notify('resources.grants.ended', { type: 'success', messageArgs: { role: name } });
    refresh();
  };
  return { on, setOn, reason, setReason, submit };
}
