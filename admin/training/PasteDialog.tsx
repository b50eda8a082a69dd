import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { namesOf, type Roster } from './course.js';
import { RosterRows } from './RosterRows.js';

interface PasteProps {
  title: string;
  help: string;
  /** The verb on the button that writes. */
  verb: string;
  start?: string;
  /** Sends the names; `isTrial` only asks what would be done. */
  send: (names: string[], isTrial: boolean) => Promise<Roster>;
  onClose: () => void;
  onWritten: () => void;
  /** Another way to say who, in place of names. */
  choice?: ReactNode;
  isChosen?: boolean;
}

/** A list of names pasted from a sheet: checked first, row by row, and written only when every row is in order. */
export function PasteDialog(props: PasteProps) {
  const { title, help, verb, onClose, choice, isChosen = false } = props;
  const translate = useTranslate();
  const id = useId();
  const { text, type, roster, error, isBusy, send } = useSending(props);
  const isEmpty = !isChosen && namesOf(text).length === 0;
  const canWrite = roster !== undefined && !roster.isWritten && roster.refusedCount === 0 && roster.doneCount > 0;
  return (
    <Dialog open onClose={isBusy ? undefined : onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5} sx={{ pt: 0.5 }}>
          {choice}
          {!isChosen && (
            <TextField
              label={translate('lianxin.roster.names')}
              helperText={help}
              value={text}
              onChange={(event) => type(event.target.value)}
              multiline
              minRows={4}
              maxRows={10}
              autoFocus
            />
          )}
          {roster && <RosterRows roster={roster} />}
          {error !== undefined && <Refusal error={error} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose} disabled={isBusy}>
          {translate(roster?.isWritten ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {!roster?.isWritten && (
          <>
            <Button variant="outlined" disabled={isBusy || isEmpty} onClick={() => send(true)}>
              {translate('lianxin.roster.try')}
            </Button>
            <Button variant="contained" disabled={isBusy || !canWrite} onClick={() => send(false)}>
              {verb}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function useSending({ start = '', send: post, onWritten }: PasteProps) {
  const [text, setText] = useState(start);
  const [roster, setRoster] = useState<Roster>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const type = (next: string) => {
    setText(next);
    setRoster(undefined);
  };
  const send = async (isTrial: boolean) => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await post(namesOf(text), isTrial);
      setRoster(answer);
      if (answer.isWritten) onWritten();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { text, type, roster, error, isBusy, send };
}
