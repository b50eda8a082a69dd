import { FormControlLabel, MenuItem, Radio, RadioGroup, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { plain } from '../parts/figures.js';
import { StationPicker } from '../parts/StationPicker.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { PRIORITIES, useMenu, useReloadDemands } from './demand.js';
import { WISH_CREATE } from './demands.documents.js';
import { PersonSelect } from './PersonSelect.js';

/** Enters a wish of a person or of a village. */
export function WishDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const reload = useReloadDemands();
  const form = useWish();
  const submit = async () => {
    await act(WISH_CREATE, 'trainingDemandCreate', { input: form.input, idempotencyKey: form.key });
    notify(translate('resources.trainingDemands.entered'));
    await reload();
  };
  return (
    <FormDialog
      title={translate('resources.trainingDemands.enter')}
      verb={translate('ra.action.save')}
      fields={['itemId', 'personId', 'stationId', 'people']}
      isReady={form.isReady}
      onClose={onClose}
      onSubmit={submit}
    >
      {(wrong) => <Fields {...form} wrong={wrong} />}
    </FormDialog>
  );
}

function useWish() {
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState({ itemId: '', priority: 'USUAL', people: '1', by: 'person' });
  const [personId, setPersonId] = useState<string | null>(null);
  const [stationId, setStationId] = useState<string | null>(null);
  const isPerson = values.by === 'person';
  const who = isPerson ? { personId } : { stationId, people: Number(values.people) || 0 };
  const input = { itemId: values.itemId, priority: values.priority, ...who };
  const isReady = Boolean(values.itemId && (isPerson ? personId : stationId));
  const set = (field: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [field]: value }));
  return { key, values, set, input, isReady, isPerson, stationId, setPersonId, setStationId };
}

type FieldsProps = ReturnType<typeof useWish> & { wrong: (field: string) => string | undefined };

function Fields({ values, set, isPerson, stationId, setPersonId, setStationId, wrong }: FieldsProps) {
  const translate = useTranslate();
  const { data: menu = [] } = useMenu();
  const word = (key: string) => translate(`resources.trainingDemands.fields.${key}`);
  return (
    <Stack spacing={1.5}>
      <TextField
        select
        label={word('item')}
        value={values.itemId}
        onChange={(event) => set('itemId')(event.target.value)}
        error={Boolean(wrong('itemId'))}
        helperText={wrong('itemId')}
      >
        {menu.map(({ id, title, station }) => (
          <MenuItem key={id} value={id}>
            {title} · {station?.name}
          </MenuItem>
        ))}
      </TextField>
      <RadioGroup row aria-label={word('by')} value={values.by} onChange={(_, value) => set('by')(value)}>
        <FormControlLabel value="person" control={<Radio />} label={word('person')} />
        <FormControlLabel value="village" control={<Radio />} label={word('village')} />
      </RadioGroup>
      {isPerson ? (
        <PersonSelect label={word('person')} onChange={setPersonId} error={wrong('personId')} />
      ) : (
        <>
          <StationPicker label={word('village')} value={stationId} onChange={setStationId} error={wrong('stationId')} />
          <TextField
            label={word('people')}
            value={values.people}
            onChange={(event) => set('people')(plain(event.target.value))}
            error={Boolean(wrong('people'))}
            helperText={wrong('people')}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        </>
      )}
      <TextField
        select
        label={word('priority')}
        value={values.priority}
        onChange={(event) => set('priority')(event.target.value)}
      >
        {PRIORITIES.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`enums.TrainingPriority.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
