import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FieldErrors } from '../provider/errors.js';
import { Refusal } from './dialogs.js';

interface FormDialogProps {
  title: string;
  /** The verb on the button that does it. */
  verb: string;
  /** The names of the fields inside; a mistake of any other field is shown beneath them. */
  fields: readonly string[];
  isReady?: boolean;
  isDangerous?: boolean;
  onClose: () => void;
  /** Does it; what it throws is laid on its field, or shown beneath, and the dialog stays. */
  onSubmit: () => Promise<unknown>;
  /** The fields; `wrong` answers the server's sentence for one of them. */
  children: (wrong: (field: string) => string | undefined) => ReactNode;
}

/** A short form in a dialog. It is mounted only while open, so it forgets what was typed when it goes. */
export function FormDialog(props: FormDialogProps) {
  const { title, verb, fields, isReady = true, isDangerous, onClose, children } = props;
  const translate = useTranslate();
  const id = useId();
  const { error, isBusy, submit } = useSubmit(props);
  const rest = leftover(error, fields);
  return (
    <Dialog open onClose={isBusy ? undefined : onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack component="form" id={`${id}-form`} noValidate onSubmit={submit} spacing={1.5} sx={{ pt: 0.5 }}>
          {children((field) => wrongOf(error, field))}
          {rest !== undefined && <Refusal error={rest} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          type="submit"
          form={`${id}-form`}
          variant={isDangerous ? 'outlined' : 'contained'}
          color={isDangerous ? 'error' : 'primary'}
          disabled={!isReady || isBusy}
        >
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useSubmit({ onSubmit, onClose }: FormDialogProps) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit();
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return { error, isBusy, submit };
}

function wrongOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof FieldErrors)) return undefined;
  const own = error.errors.filter(({ path }) => path?.at(-1) === field);
  return own.length ? own.map(({ message }) => message).join(' ') : undefined;
}

function leftover(error: unknown, fields: readonly string[]): unknown {
  if (!(error instanceof FieldErrors)) return error;
  const others = error.errors.filter(({ path }) => !fields.includes(path?.at(-1) ?? ''));
  return others.length ? new FieldErrors(others) : undefined;
}
