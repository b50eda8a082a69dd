import { Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SearchInput } from '../parts/SearchInput.js';
import { ask } from '../provider/graphql.js';
import { WORKERS } from './openings.documents.js';
import { useWords } from './words.js';

/** Somebody of the register, as the search finds them. */
export interface Found {
  id: string;
  name: string;
  birthDay: string | null;
  station: { id: string; name: string } | null;
}

interface SearchProps {
  chosen: readonly Found[];
  onChoose: (person: Found) => void;
  wrong?: string | undefined;
}

/** Finds people by the beginning of their name or its pinyin; birth day and village tell namesakes apart. */
export function PersonSearch({ chosen, onChoose, wrong }: SearchProps) {
  const translate = useTranslate();
  const words = useWords();
  const [search, setSearch] = useState('');
  const { data } = useQuery({
    queryKey: ['workers', search],
    queryFn: ({ signal }) =>
      ask<{ persons: { nodes: Found[]; totalCount: number } }>(WORKERS, { search }, { signal }).then((a) => a.persons),
    enabled: search !== '',
  });
  const isNew = ({ id }: Found) => !chosen.some((one) => one.id === id);
  return (
    <Stack spacing={1}>
      <SearchInput value={search} onSearch={setSearch} label={translate('lianxin.jobs.findPerson')} />
      {wrong && <Typography color="error">{wrong}</Typography>}
      {search && data?.nodes.length === 0 && <Typography>{translate('lianxin.jobs.nobody')}</Typography>}
      {(data?.nodes ?? []).filter(isNew).map((person) => (
        <Button
          key={person.id}
          color="secondary"
          variant="outlined"
          onClick={() => onChoose(person)}
          sx={{ justifyContent: 'flex-start', fontWeight: 400, minHeight: 44 }}
        >
          {person.name} · {words.day(person.birthDay)} · {person.station?.name}
        </Button>
      ))}
    </Stack>
  );
}
