import { Box, Button, Stack, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { FieldErrors } from '../provider/errors.js';
import { act } from '../provider/graphql.js';
import { fetchMe } from '../provider/me.js';
import { PASSWORD_CHANGE } from './account.documents.js';

const FIELDS = ['current', 'next', 'again'] as const;
const EMPTY = { current: '', next: '', again: '' };

/** Current password, new one twice; the other sessions end once it is changed. */
export function PasswordForm() {
  const translate = useTranslate();
  const { values, setValues, error, isBusy, submit } = usePasswordChange();
  const isUnlike = values.again !== '' && values.again !== values.next;
  const wordFor = (field: string) =>
    error instanceof FieldErrors ? error.errors.find(({ path }) => path?.at(-1) === field)?.message : undefined;
  const helpFor = (field: (typeof FIELDS)[number]) => {
    if (field === 'again' && isUnlike) return translate('lianxin.account.unlike');
    return wordFor(field) ?? (field === 'next' ? translate('lianxin.account.rule') : undefined);
  };
  const isOnFields = FIELDS.some((field) => wordFor(field));
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ maxWidth: 400 }}>
      <Stack spacing={2}>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            type="password"
            label={translate(`lianxin.account.${field}`)}
            value={values[field]}
            error={Boolean(wordFor(field)) || (field === 'again' && isUnlike)}
            helperText={helpFor(field)}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            slotProps={{
              htmlInput: { autoComplete: field === 'current' ? 'current-password' : 'new-password', maxLength: 200 },
            }}
          />
        ))}
        {error !== undefined && !isOnFields && <Refusal error={error} />}
        <Box>
          <Button
            type="submit"
            variant="contained"
            disabled={isBusy || isUnlike || FIELDS.some((field) => !values[field])}
          >
            {translate('lianxin.account.change')}
          </Button>
        </Box>
      </Stack>
    </Box>
  );
}

function usePasswordChange() {
  const notify = useNotify();
  const [values, setValues] = useState(EMPTY);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await act(PASSWORD_CHANGE, 'passwordChange', { input: { current: values.current, next: values.next } });
      setValues(EMPTY);
      notify('lianxin.account.changed', { type: 'success' });
      await fetchMe(true);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { values, setValues, error, isBusy, submit };
}
