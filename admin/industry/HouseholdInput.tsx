import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { StationPicker } from '../parts/StationPicker.js';
import { householdsOf } from './useEntry.js';

interface HouseholdProps {
  value: string;
  onChange: (id: string) => void;
  error?: string;
}

/** Chooses a household: first the village, then one of its households. */
export function HouseholdInput({ value, onChange, error }: HouseholdProps) {
  const translate = useTranslate();
  const [station, setStation] = useState<string | null>(null);
  const { data = [] } = useQuery({
    queryKey: ['villageHouseholds', station],
    queryFn: ({ signal }) => householdsOf(station as string, signal),
    enabled: Boolean(station),
    retry: false,
  });
  const choose = (id: string | null) => {
    setStation(id);
    onChange('');
  };
  return (
    <>
      <StationPicker label={translate('lianxin.distribution.village')} value={station} onChange={choose} />
      <TextField
        select
        label={translate('lianxin.distribution.household')}
        value={data.some(({ id }) => id === value) ? value : ''}
        disabled={data.length === 0}
        error={Boolean(error)}
        helperText={
          error ?? (station && data.length === 0 ? translate('lianxin.distribution.noHouseholds') : undefined)
        }
        onChange={(event) => onChange(event.target.value)}
        sx={{ width: '100%' }}
      >
        {data.map(({ id, code, headName }) => (
          <MenuItem key={id} value={id}>
            {[headName, code].filter(Boolean).join(' · ')}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
