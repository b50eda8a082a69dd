import { Box, Checkbox, FormControlLabel, FormGroup, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

/**
 * One filter of a list; `source` is its name in the URL and in `where`.
 * `enum` takes several values of one enum (`isLong` folds them into a select), `station` an id, `period` a `{ from, to }`,
 * `flag` true or nothing, `text` what was typed.
 */
export type Filter =
  | { source: string; kind: 'enum'; type: string; values: readonly string[]; isLong?: boolean }
  | { source: string; kind: 'station' | 'period' | 'flag' | 'text' };

/** Puts a filter's value into the address; undefined takes it out. */
export type SetFilter = (source: string, value: unknown) => void;

interface ChoiceProps {
  value: unknown;
  set: SetFilter;
}

type EnumFilter = Extract<Filter, { kind: 'enum' }>;

/** Several values of a long enum, folded into a select. */
export function LongChoice({ filter, label, value, set }: ChoiceProps & { label: string; filter: EnumFilter }) {
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

/** A text, taken when the field is left or Enter is pressed. */
export function TextChoice({ source, label, value, set }: ChoiceProps & { label: string; source: string }) {
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

/** Several values of a short enum, each with its own box. */
export function EnumChoice(props: ChoiceProps & { label: string; filter: EnumFilter }) {
  const { filter, label, value, set } = props;
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

/** A first and a last day; it counts once both are there. */
export function PeriodChoice({
  label,
  source,
  value,
  set,
}: {
  label: string;
  source: string;
  value: unknown;
  set: SetFilter;
}) {
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
