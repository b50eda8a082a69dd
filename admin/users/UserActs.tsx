import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { ReasonDialog } from '../parts/dialogs.js';
import { SecretDialog } from '../parts/SecretDialog.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay, useMe } from '../provider/useMe.js';
import type { User } from './user.js';
import { USER_DISABLE, USER_ENABLE, USER_RESET_PASSWORD } from './users.documents.js';

type Act = 'reset' | 'disable' | 'enable';

/** Reset the password, switch off, switch on: for those who may at the person's station, and never on oneself. */
export function UserActs() {
  const translate = useTranslate();
  const record = useRecordContext<User>();
  const me = useMe();
  const isAllowed = useMay('USER_EDIT', reachPath(record));
  const [open, setOpen] = useState<Act>();
  const [password, setPassword] = useState<string>();
  if (!record || !isAllowed || me?.user.id === record.id) return null;
  const switching: Act = record.isDisabled ? 'enable' : 'disable';
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen('reset')}>
        {translate('resources.users.act.reset')}
      </Button>
      <Button variant="outlined" color={record.isDisabled ? 'secondary' : 'error'} onClick={() => setOpen(switching)}>
        {translate(`resources.users.act.${switching}`)}
      </Button>
      {open && <ActDialog act={open} record={record} close={() => setOpen(undefined)} onPassword={setPassword} />}
      {password && <NewPassword user={record} password={password} close={() => setPassword(undefined)} />}
    </>
  );
}

interface ActProps {
  act: Act;
  record: User;
  close: () => void;
  onPassword: (password: string) => void;
}

function ActDialog({ act: which, record, close, onPassword }: ActProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const { id, version, name } = record;
  const run = async (reason: string) => {
    if (which === 'reset') {
      const { password } = await act<{ password: string }>(USER_RESET_PASSWORD, 'userResetPassword', { id, version });
      onPassword(password);
    } else if (which === 'disable') await act(USER_DISABLE, 'userDisable', { id, version, reason });
    else await act(USER_ENABLE, 'userEnable', { id, version });
    if (which !== 'reset') notify(`resources.users.done.${which}`, { type: 'success', messageArgs: { name } });
    refresh();
  };
  return (
    <ReasonDialog
      isOpen
      title={translate(`resources.users.ask.${which}`, { name })}
      verb={translate(`resources.users.act.${which}`)}
      reason={which === 'disable' ? 'required' : 'none'}
      isDangerous={which === 'disable'}
      onClose={close}
      onConfirm={run}
    >
      <Typography>{translate(`resources.users.effect.${which}`)}</Typography>
    </ReasonDialog>
  );
}

function NewPassword({ user, password, close }: { user: User; password: string; close: () => void }) {
  const translate = useTranslate();
  return (
    <SecretDialog
      title={translate('resources.users.passwordOf', { name: user.name })}
      lead={translate('resources.users.passwordOnce')}
      secrets={[
        { label: translate('resources.users.fields.account'), text: user.account },
        { label: translate('resources.users.firstPassword'), text: password },
      ]}
      onClose={close}
    >
      {user.isDisabled && <Alert severity="info">{translate('resources.users.stillOff')}</Alert>}
    </SecretDialog>
  );
}
