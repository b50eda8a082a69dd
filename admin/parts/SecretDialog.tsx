import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import { CopyButton } from './CopyButton.js';

interface SecretProps {
  title: string;
  /** What it is for and that it is shown this once. */
  lead: string;
  /** The secrets, each with its label, to be copied one by one. */
  secrets: { label: string; text: string }[];
  onClose: () => void;
  children?: ReactNode;
}

/** Shows something that the server will never show again; it closes by its button alone, not by a stray click. */
export function SecretDialog({ title, lead, secrets, onClose, children }: SecretProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 0.5 }}>
          <Alert severity="warning">{lead}</Alert>
          {secrets.map(({ label, text }) => (
            <Stack key={label} direction="row" spacing={1} sx={{ alignItems: 'flex-end' }}>
              <TextField
                label={label}
                value={text}
                onFocus={(event) => event.target.select()}
                slotProps={{ htmlInput: { readOnly: true, style: { fontFamily: 'monospace' } } }}
              />
              <CopyButton text={text} />
            </Stack>
          ))}
          {children}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('lianxin.secret.noted')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
