import { Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { FormDialog } from '../parts/FormDialog.js';
import { DayField, EnumField, None } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { act, ask, newIdempotencyKey } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { COVERAGE, HOLDER_CONFIRM, HOLDER_CREATE, HOLDER_END } from './knowHow.documents.js';
import { PersonSelect } from './PersonSelect.js';

const STATES = ['TRAINED', 'CONFIRMED', 'ENDED'] as const;

/** Know-how holders under the share of households that have one. */
export default function KnowHowList() {
  return (
    <ListPage
      resource="knowHowHolders"
      columns={[
        { source: 'person', field: <Named source="person" field="name" /> },
        { source: 'household', field: <Named source="household" field="code" /> },
        { source: 'station', field: <Named source="station" field="name" /> },
        { source: 'topic' },
        { source: 'state', field: <EnumField source="state" type="KnowHowState" /> },
        { source: 'trainedOn', field: <DayField source="trainedOn" />, isSortable: true },
        { source: 'confirmedOn', field: <DayField source="confirmedOn" /> },
        { source: 'acts', field: <Acts /> },
      ]}
      filters={[
        { source: 'within', kind: 'station' },
        { source: 'state', kind: 'enum', type: 'KnowHowState', values: STATES },
      ]}
      isSearchable={false}
      sort={{ field: 'trainedOn', order: 'DESC' }}
      to={null}
      actions={<Enter />}
    >
      <Coverage />
    </ListPage>
  );
}

function Named({ source, field }: { source: string; field: string }) {
  const record = useRecordContext()?.[source] as Record<string, string> | null | undefined;
  return record ? <span>{record[field]}</span> : <None />;
}

interface Share {
  target: number;
  confirmed: number;
  trained: number;
  none: number;
  share: string | null;
}

function Coverage() {
  const translate = useTranslate();
  const within = (useListContext().filterValues.within as string | undefined) ?? null;
  const { data } = useQuery({
    queryKey: ['knowHowHolders', 'coverage', within],
    queryFn: ({ signal }) =>
      ask<{ knowHowCoverage: Share }>(COVERAGE, { within }, { signal }).then(({ knowHowCoverage }) => knowHowCoverage),
    placeholderData: (before) => before,
    retry: false,
  });
  const filter = within ? `?filter=${encodeURIComponent(JSON.stringify({ within }))}` : '';
  if (!data) return null;
  const { confirmed, target, trained, none, share } = data;
  return (
    <Typography sx={{ mb: 1.5 }}>
      {share === null
        ? translate('resources.knowHowHolders.noTarget')
        : translate('resources.knowHowHolders.coverage', { confirmed, target, trained, none, share })}{' '}
      <Button component={RouterLink} to={`/knowHowGaps${filter}`} color="secondary" variant="outlined" size="small">
        {translate('resources.knowHowHolders.gaps')}
      </Button>
    </Typography>
  );
}

function Enter() {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const isAllowed = useMay('TRAINING_ENROL');
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const [personId, setPersonId] = useState<string | null>(null);
  const [topic, setTopic] = useState('');
  const [trainedOn, setTrainedOn] = useState(today);
  if (!isAllowed) return null;
  const submit = async () => {
    const input = { personId, topic, trainedOn };
    await act(HOLDER_CREATE, 'knowHowHolderCreate', { input, idempotencyKey: key });
    setKey(newIdempotencyKey());
    notify(translate('resources.knowHowHolders.entered'));
    refresh();
  };
  const title = translate('resources.knowHowHolders.enter');
  const word = (field: string) => translate(`resources.knowHowHolders.fields.${field}`);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <FormDialog
          title={title}
          verb={translate('ra.action.save')}
          fields={['personId', 'topic', 'trainedOn']}
          isReady={Boolean(personId && topic.trim())}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        >
          {(wrong) => (
            <>
              <PersonSelect label={word('person')} onChange={setPersonId} error={wrong('personId')} />
              <Text label={word('topic')} value={topic} put={setTopic} wrong={wrong('topic')} />
              <Text label={word('trainedOn')} value={trainedOn} put={setTrainedOn} wrong={wrong('trainedOn')} isDay />
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}

interface TextProps {
  label: string;
  value: string;
  put: (value: string) => void;
  wrong?: string;
  isDay?: boolean;
}

function Text({ label, value, put, wrong, isDay }: TextProps) {
  return (
    <TextField
      label={label}
      type={isDay ? 'date' : undefined}
      value={value}
      onChange={(event) => put(event.target.value)}
      error={Boolean(wrong)}
      helperText={wrong}
      slotProps={{ htmlInput: { maxLength: 60 } }}
    />
  );
}

interface Holder {
  id: string;
  version: number;
  state: string;
  person: { name: string } | null;
}

function Acts() {
  const translate = useTranslate();
  const refresh = useRefresh();
  const holder = useRecordContext() as unknown as Holder | undefined;
  const path = reachPath(holder);
  const [mayConfirm, mayEnd] = [useMay('TRAINING_EDIT', path), useMay('TRAINING_ENROL', path)];
  const [opened, setOpened] = useState<'confirm' | 'end'>();
  if (!holder || holder.state === 'ENDED') return <None />;
  const name = holder.person?.name ?? '';
  const word = (key: string) => translate(`resources.knowHowHolders.${key}`);
  const end = async (reason: string) => {
    await act(HOLDER_END, 'knowHowHolderEnd', { id: holder.id, version: holder.version, reason });
    refresh();
  };
  return (
    <>
      {mayConfirm && holder.state === 'TRAINED' && (
        <Button color="secondary" onClick={() => setOpened('confirm')} aria-label={`${word('confirm')} ${name}`}>
          {word('confirm')}
        </Button>
      )}
      {mayEnd && (
        <Button color="secondary" onClick={() => setOpened('end')} aria-label={`${word('end')} ${name}`}>
          {word('end')}
        </Button>
      )}
      {opened === 'confirm' && <Confirm holder={holder} onClose={() => setOpened(undefined)} />}
      <ReasonDialog
        title={word('end')}
        verb={word('end')}
        isOpen={opened === 'end'}
        onClose={() => setOpened(undefined)}
        onConfirm={end}
      />
    </>
  );
}

function Confirm({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [assessor, setAssessor] = useState('');
  const [on, setOn] = useState(today);
  const submit = async () => {
    const input = { assessor, on };
    await act(HOLDER_CONFIRM, 'knowHowHolderConfirm', { id: holder.id, version: holder.version, input });
    refresh();
  };
  const title = translate('resources.knowHowHolders.confirm');
  const word = (field: string) => translate(`resources.knowHowHolders.fields.${field}`);
  return (
    <FormDialog title={title} verb={title} fields={['assessor', 'on']} onClose={onClose} onSubmit={submit}>
      {(wrong) => (
        <>
          <Typography>{holder.person?.name}</Typography>
          <Text label={word('assessor')} value={assessor} put={setAssessor} wrong={wrong('assessor')} />
          <Text label={word('confirmedOn')} value={on} put={setOn} wrong={wrong('on')} isDay />
        </>
      )}
    </FormDialog>
  );
}
