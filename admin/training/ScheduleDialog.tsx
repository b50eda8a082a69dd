import { MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act, ask } from '../provider/graphql.js';
import { CourseSelect } from './CourseInput.js';
import type { Batch } from './demand.js';
import { SESSIONS, WISHES_SCHEDULE } from './demands.documents.js';

interface ScheduleProps {
  ids: string[];
  people: number;
  onClose: () => void;
  onDone: (batch: Batch) => Promise<void>;
}

interface Session {
  id: string;
  heldOn: string;
  topic: string;
  isCancelled: boolean;
}

/** Chooses the session that answers some wishes: how many they are is said first, what became of each afterwards. */
export function ScheduleDialog({ ids, people, onClose, onDone }: ScheduleProps) {
  const translate = useTranslate();
  const [courseId, setCourseId] = useState('');
  const [sessionId, setSessionId] = useState('');
  const submit = async () => {
    const given = { ids, sessionId };
    const { result } = await act<{ result: Batch }>(WISHES_SCHEDULE, 'trainingDemandsSchedule', given);
    await onDone(result);
  };
  const title = translate('resources.trainingDemands.schedule');
  return (
    <FormDialog
      title={title}
      verb={title}
      fields={['sessionId']}
      isReady={Boolean(sessionId)}
      onClose={onClose}
      onSubmit={submit}
    >
      {(wrong) => (
        <Stack spacing={1.5}>
          <Typography>{translate('resources.trainingDemands.chosen', { count: ids.length, people })}</Typography>
          <CourseSelect
            value={courseId}
            onChange={(id) => {
              setCourseId(id);
              setSessionId('');
            }}
          />
          <SessionSelect courseId={courseId} value={sessionId} onChange={setSessionId} error={wrong('sessionId')} />
        </Stack>
      )}
    </FormDialog>
  );
}

interface SelectProps {
  courseId: string;
  value: string;
  onChange: (id: string) => void;
  error?: string;
}

function SessionSelect({ courseId, value, onChange, error }: SelectProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data: sessions = [] } = useQuery({
    queryKey: ['sessionsToChoose', courseId],
    queryFn: ({ signal }) =>
      ask<{ course: { sessions: Session[] } | null }>(SESSIONS, { id: courseId }, { signal }).then(
        ({ course }) => course?.sessions ?? [],
      ),
    enabled: courseId !== '',
    retry: false,
  });
  return (
    <TextField
      select
      label={translate('resources.trainingDemands.fields.session')}
      value={value}
      disabled={!courseId}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error}
    >
      {sessions
        .filter(({ isCancelled }) => !isCancelled)
        .map(({ id, heldOn, topic }) => (
          <MenuItem key={id} value={id}>
            {day(heldOn, locale)} · {topic}
          </MenuItem>
        ))}
    </TextField>
  );
}
