import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FieldErrors } from '../provider/errors.js';
import { ErrorState } from './refusals.js';

interface ConfirmProps {
  title: string;
  /** The verb on the button that does it. */
  verb: string;
  isOpen: boolean;
  onClose: () => void;
  /** Does it; what it throws is shown in the dialog, which then stays open. */
  onConfirm: (reason: string) => Promise<unknown>;
  /** Whether a reason must be given; `optional` asks without insisting, `none` does not ask. */
  reason?: 'required' | 'optional' | 'none';
  reasonLabel?: string;
  isDangerous?: boolean;
  /** False keeps the button shut, for instance while the preview refuses. */
  isReady?: boolean;
  children?: ReactNode;
}

/** Asks for a reason before an act, and shows the server's refusal without losing what was typed. */
export function ReasonDialog(props: ConfirmProps) {
  const { title, verb, isOpen, onClose, reason = 'required', isReady = true, children } = props;
  const translate = useTranslate();
  const id = useId();
  const { text, setText, error, isBusy, run, close } = useConfirm(props);
  const isLacking = reason === 'required' && !text.trim();
  return (
    <Dialog open={isOpen} onClose={isBusy ? undefined : close} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 0.5 }}>
          {children}
          {reason !== 'none' && <ReasonText text={text} setText={setText} {...props} />}
          {error !== undefined && <Refusal error={error} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={close} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant={props.isDangerous ? 'outlined' : 'contained'}
          color={props.isDangerous ? 'error' : 'primary'}
          disabled={isLacking || isBusy || !isReady}
          onClick={() => run(onClose)}
        >
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useConfirm({ onConfirm, onClose }: ConfirmProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const reset = () => {
    setText('');
    setError(undefined);
  };
  const run = async (done: () => void) => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(text.trim());
      reset();
      done();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    reset();
    onClose();
  };
  return { text, setText, error, isBusy, run, close };
}

function ReasonText(props: ConfirmProps & { text: string; setText: (text: string) => void }) {
  const translate = useTranslate();
  const { text, setText, reason = 'required', reasonLabel } = props;
  const label = reasonLabel ?? translate('lianxin.reason.label');
  return (
    <TextField
      label={`${label} · ${translate(reason === 'required' ? 'ra.validation.required' : 'lianxin.optional')}`}
      value={text}
      onChange={(event) => setText(event.target.value)}
      multiline
      minRows={2}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}

/** What the server refused, inside a dialog: the asker's mistakes as sentences, anything else as an error with its id. */
export function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof FieldErrors)) return <ErrorState error={error} />;
  return (
    <div role="alert">
      {error.errors.map(({ message }) => (
        <p key={message} style={{ margin: 0 }}>
          {message}
        </p>
      ))}
    </div>
  );
}
