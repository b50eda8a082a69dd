import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ask } from '../provider/graphql.js';
import { PEOPLE } from './demands.documents.js';

/** A person as they are chosen: names are not unique, so household and village stand beside. */
interface Choice {
  id: string;
  name: string;
  station: { name: string } | null;
  household: { code: string } | null;
}

interface PersonSelectProps {
  label: string;
  onChange: (id: string | null) => void;
  error?: string;
}

/** Chooses somebody of the register by the beginning of the name, its pinyin or its initials. */
export function PersonSelect({ label, onChange, error }: PersonSelectProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const search = typed.trim().split(' ')[0] ?? '';
  const { data: people = [], isFetching } = useQuery({
    queryKey: ['peopleToChoose', search],
    queryFn: ({ signal }) =>
      ask<{ persons: { nodes: Choice[] } }>(PEOPLE, { where: { search } }, { signal }).then(
        ({ persons }) => persons.nodes,
      ),
    enabled: search !== '',
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <Autocomplete
      options={people}
      loading={isFetching}
      filterOptions={(found) => found}
      getOptionKey={({ id }) => id}
      getOptionLabel={({ name, household, station }) =>
        [name, station?.name, household?.code].filter(Boolean).join(' · ')
      }
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={translate(search ? 'resources.trainingDemands.nobody' : 'resources.trainingDemands.typeName')}
      onInputChange={(_, value) => setTyped(value)}
      onChange={(_, choice) => onChange(choice?.id ?? null)}
      renderInput={(params) => <TextField {...params} label={label} error={Boolean(error)} helperText={error} />}
    />
  );
}
