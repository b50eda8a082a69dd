import { Box, Checkbox, FormControlLabel, FormGroup, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Filter } from './filters.js';

/** What the controls of one filter share: its value in the URL, and how it is put there. */
export interface ChoiceProps {
  label: string;
  value: unknown;
  set: (source: string, value: unknown) => void;
}

type EnumFilter = Extract<Filter, { kind: 'enum' }>;

/** An enum of many values, chosen from a list. */
export function LongChoice({ filter, label, value, set }: ChoiceProps & { filter: EnumFilter }) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={(value as string[] | undefined) ?? []}
      onChange={(event) => {
        const chosen = event.target.value as unknown as string[];
        set(filter.source, chosen.length ? chosen : undefined);
      }}
      slotProps={{ select: { multiple: true } }}
    >
      {filter.values.map((one) => (
        <MenuItem key={one} value={one}>
          {translate(`enums.${filter.type}.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Words that are sent once the field is left or Enter is pressed. */
export function TextChoice({ source, label, value, set }: ChoiceProps & { source: string }) {
  const [typed, setTyped] = useState(String(value ?? ''));
  const put = () => set(source, typed.trim() || undefined);
  return (
    <TextField
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={put}
      onKeyDown={(event) => event.key === 'Enter' && put()}
      slotProps={{ htmlInput: { maxLength: 80, autoComplete: 'off', spellCheck: false } }}
    />
  );
}

/** An enum of few values, a box to tick for each. */
export function EnumChoice({ filter, label, value, set }: ChoiceProps & { filter: EnumFilter }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<string[]>([]);
  useEffect(() => setChosen((value as string[] | undefined) ?? []), [value]);
  const toggle = (one: string, isOn: boolean) => {
    const next = filter.values.filter((each) => (each === one ? isOn : chosen.includes(each)));
    setChosen(next);
    set(filter.source, next.length ? next : undefined);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend">{label}</Typography>
      <FormGroup row>
        {filter.values.map((one) => (
          <FormControlLabel
            key={one}
            label={translate(`enums.${filter.type}.${one}`)}
            control={<Checkbox checked={chosen.includes(one)} onChange={(_, isOn) => toggle(one, isOn)} size="small" />}
          />
        ))}
      </FormGroup>
    </Box>
  );
}

/** Two days, sent once both are there. */
export function PeriodChoice({ label, source, value, set }: ChoiceProps & { source: string }) {
  const translate = useTranslate();
  const [period, setPeriod] = useState((value ?? {}) as { from?: string; to?: string });
  const put = (next: typeof period) => {
    setPeriod(next);
    if (next.from && next.to) set(source, next);
    else if (!next.from && !next.to) set(source, undefined);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend">{label}</Typography>
      <Stack spacing={1}>
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={translate(`lianxin.period.${end}`)}
            value={period[end] ?? ''}
            onChange={(event) => put({ ...period, [end]: event.target.value || undefined })}
          />
        ))}
      </Stack>
    </Box>
  );
}
