import { Button, Checkbox, FormControlLabel, FormHelperText, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useRefresh, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import type { Session } from './course.js';
import { SESSION_UPDATE } from './courses.documents.js';
import { useTeaching } from './teaching.js';

/** The way to change, move or call off one session. */
export function SessionEdit({ session }: { session: Session }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        color="secondary"
        onClick={() => setOpen(true)}
        aria-label={translate('resources.courses.changeOf', { day: day(session.heldOn, locale) })}
        sx={{ minHeight: 44 }}
      >
        {translate('resources.courses.change')}
      </Button>
      {isOpen && <EditDialog session={session} close={() => setOpen(false)} />}
    </>
  );
}

const FIELDS = ['heldOn', 'topic', 'teacherId', 'place', 'hours', 'isCancelled'] as const;

function EditDialog({ session, close }: { session: Session; close: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data } = useTeaching();
  const { values, put, submit } = useChange(session);
  const text = (field: 'heldOn' | 'topic' | 'teacherId' | 'place' | 'hours', wrong?: string) => ({
    label: translate(`resources.courses.session.${field}`),
    value: values[field],
    error: Boolean(wrong),
    helperText: wrong,
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value }),
  });
  return (
    <FormDialog
      title={translate('resources.courses.changeOf', { day: day(session.heldOn, locale) })}
      verb={translate('ra.action.save')}
      fields={FIELDS}
      isReady={Boolean(values.heldOn && values.topic.trim())}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField type="date" {...text('heldOn', wrong('heldOn'))} slotProps={{ inputLabel: { shrink: true } }} />
          <TextField {...text('topic', wrong('topic'))} slotProps={{ htmlInput: { maxLength: 100 } }} />
          <TextField select {...text('teacherId', wrong('teacherId'))}>
            <MenuItem value="">—</MenuItem>
            {(data?.teachers ?? []).map(({ id, name, speciality }) => (
              <MenuItem key={id} value={id}>
                {speciality ? `${name}（${speciality}）` : name}
              </MenuItem>
            ))}
          </TextField>
          <TextField {...text('place', wrong('place'))} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <TextField {...text('hours', wrong('hours'))} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
          <FormControlLabel
            control={
              <Checkbox checked={values.isCancelled} onChange={(event) => put({ isCancelled: event.target.checked })} />
            }
            label={translate('resources.courses.callOff')}
          />
          <FormHelperText error={Boolean(wrong('isCancelled'))}>
            {wrong('isCancelled') ?? translate('resources.courses.callOffHelp')}
          </FormHelperText>
        </>
      )}
    </FormDialog>
  );
}

function useChange(session: Session) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [values, setValues] = useState({
    heldOn: session.heldOn,
    topic: session.topic,
    teacherId: session.teacher?.id ?? '',
    place: session.place ?? '',
    hours: session.hours ?? '',
    isCancelled: session.isCancelled,
  });
  const put = (next: Partial<typeof values>) => setValues((before) => ({ ...before, ...next }));
  const submit = async () => {
    const { heldOn, topic, teacherId, place, hours, isCancelled } = values;
    const { id, version } = session;
    const rest = { teacherId: teacherId || null, place: place || null, hours: hours || null };
    await act(SESSION_UPDATE, 'courseSessionUpdate', {
      id,
      version,
      input: { heldOn, topic, isCancelled, ...rest },
    });
    notify('resources.courses.changed', { type: 'success' });
    refresh();
  };
  return { values, put, submit };
}
