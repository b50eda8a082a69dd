import { Box, Button, Stack, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';

interface SignInFormProps {
  /** Signs in; what it throws is shown over the button. */
  onSubmit: (account: string, password: string) => Promise<unknown>;
  /** The account that must sign in again; without it any may. */
  account?: string;
}

/** Account and password; the server's refusal is shown in its own words, and the account stays. */
export function SignInForm({ onSubmit, account: known }: SignInFormProps) {
  const translate = useTranslate();
  const [account, setAccount] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(account.trim(), password);
    } catch (thrown) {
      setError(thrown);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="form" onSubmit={submit} noValidate>
      <Stack spacing={2}>
        <TextField
          label={translate('ra.auth.username')}
          helperText={known ? undefined : translate('lianxin.signIn.accountHelp')}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
          disabled={Boolean(known)}
          autoFocus={!known}
          slotProps={{
            htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, maxLength: 100 },
          }}
        />
        <TextField
          label={translate('ra.auth.password')}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoFocus={Boolean(known)}
          slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }}
        />
        {error !== undefined && <Refusal error={error} />}
        <Button type="submit" variant="contained" disabled={isBusy || !account.trim() || !password}>
          {translate('ra.auth.sign_in')}
        </Button>
      </Stack>
    </Box>
  );
}
