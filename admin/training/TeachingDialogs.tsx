import { MenuItem, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { PROVIDER_CREATE, PROVIDER_UPDATE, TEACHER_CREATE, TEACHER_UPDATE } from './teaching.documents.js';
import type { Provider, Teacher } from './teaching.js';

/** Sends a new record or a changed one, and reads both lists anew. */
function useSend(record: Provider | undefined, documents: { create: string; update: string; root: string }) {
  const notify = useNotify();
  const client = useQueryClient();
  const [idempotencyKey] = useState(newIdempotencyKey);
  return async (input: object) => {
    const { create, update, root } = documents;
    if (record) await act(update, `${root}Update`, { id: record.id, version: record.version, input });
    else await act(create, `${root}Create`, { input, idempotencyKey });
    notify('resources.courses.changed', { type: 'success' });
    await client.invalidateQueries({ queryKey: ['teaching'] });
  };
}

interface DialogProps<T> {
  record?: T;
  close: () => void;
}

function titleOf(
  what: 'teacher' | 'provider',
  record: Provider | undefined,
  translate: ReturnType<typeof useTranslate>,
) {
  return record
    ? translate('resources.courses.edit', { title: record.name })
    : translate(`resources.courses.add.${what}`);
}

/** A teacher, new or to be corrected. */
export function TeacherDialog({ record, providers, close }: DialogProps<Teacher> & { providers: Provider[] }) {
  const translate = useTranslate();
  const [values, setValues] = useState({
    name: record?.name ?? '',
    speciality: record?.speciality ?? '',
    providerId: record?.provider?.id ?? '',
  });
  const send = useSend(record, { create: TEACHER_CREATE, update: TEACHER_UPDATE, root: 'teacher' });
  const text = (field: keyof typeof values, wrong?: string) => ({
    label: translate(`resources.courses.teacher.${field}`),
    value: values[field],
    error: Boolean(wrong),
    helperText: wrong,
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value }),
  });
  const submit = () =>
    send({ name: values.name, speciality: values.speciality || null, providerId: values.providerId || null });
  return (
    <FormDialog
      title={titleOf('teacher', record, translate)}
      verb={translate('ra.action.save')}
      fields={['name', 'speciality', 'providerId']}
      isReady={values.name.trim() !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField {...text('name', wrong('name'))} slotProps={{ htmlInput: { maxLength: 40 } }} />
          <TextField {...text('speciality', wrong('speciality'))} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <TextField select {...text('providerId', wrong('providerId'))}>
            <MenuItem value="">—</MenuItem>
            {providers.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    </FormDialog>
  );
}

/** A provider, new or to be corrected. */
export function ProviderDialog({ record, close }: DialogProps<Provider>) {
  const translate = useTranslate();
  const [name, setName] = useState(record?.name ?? '');
  const send = useSend(record, { create: PROVIDER_CREATE, update: PROVIDER_UPDATE, root: 'trainingProvider' });
  return (
    <FormDialog
      title={titleOf('provider', record, translate)}
      verb={translate('ra.action.save')}
      fields={['name']}
      isReady={name.trim() !== ''}
      onClose={close}
      onSubmit={() => send({ name })}
    >
      {(wrong) => (
        <TextField
          label={translate('resources.courses.fields.providerId')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={Boolean(wrong('name'))}
          helperText={wrong('name')}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
      )}
    </FormDialog>
  );
}
