import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ask } from '../provider/graphql.js';
import type { HouseholdRef } from './household.js';
import { HOUSEHOLD_CHOICES, PERSONS } from './households.documents.js';

interface Choice {
  id: string;
  text: string;
}

interface PickerProps {
  label: string;
  onChange: (id: string) => void;
  error?: string;
  /** Who or what is not offered. */
  except?: readonly string[];
}

/** Chooses a household by its head's name, pinyin or initials; number and village tell those of one name apart. */
export function HouseholdPicker(props: PickerProps) {
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const { households } = await ask<{
      households: { nodes: (HouseholdRef & { station: { name: string } | null })[] };
    }>(HOUSEHOLD_CHOICES, { search }, { signal });
    return households.nodes.map(({ id, headName, code, station }) => ({
      id,
      text: [headName || '—', code, station?.name].filter(Boolean).join(' · '),
    }));
  };
  return <Picker {...props} name="households" find={find} />;
}

interface PersonChoice {
  id: string;
  name: string;
  birthDay: string | null;
  station: { name: string } | null;
  household: HouseholdRef | null;
}

/** Chooses a person by name, pinyin or initials. */
export function PersonPicker(props: PickerProps) {
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const variables = { where: { search }, first: 20 };
    const { persons } = await ask<{ persons: { nodes: PersonChoice[] } }>(PERSONS, variables, { signal });
    return persons.nodes.map(({ id, name, birthDay, station, household }) => ({
      id,
      text: [name, birthDay, household?.code, station?.name].filter(Boolean).join(' · '),
    }));
  };
  return <Picker {...props} name="persons" find={find} />;
}

const PAUSE_MS = 250;

function Picker(
  props: PickerProps & { name: string; find: (search: string, signal: AbortSignal) => Promise<Choice[]> },
) {
  const { label, onChange, error, except = [], name, find } = props;
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const search = usePaused(typed);
  const found = useQuery({
    queryKey: [name, 'choices', search],
    queryFn: ({ signal }) => find(search, signal),
    retry: false,
  });
  const choices = (found.data ?? []).filter(({ id }) => !except.includes(id));
  return (
    <Autocomplete
      options={choices}
      filterOptions={(all) => all}
      getOptionLabel={({ text }) => text}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      loading={found.isFetching}
      loadingText={translate('lianxin.state.loading')}
      noOptionsText={translate('resources.households.noChoice')}
      openText={translate('resources.households.openChoices')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      onInputChange={(_, text, why) => why === 'input' && setTyped(text)}
      onChange={(_, chosen) => onChange(chosen?.id ?? '')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={Boolean(error)}
          helperText={error ?? translate('resources.households.pickHelp')}
        />
      )}
    />
  );
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
