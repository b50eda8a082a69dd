import FilterIcon from '@mui/icons-material/FilterList';
import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormGroup,
  MenuItem,
  Popover,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useEffect, useId, useState } from 'react';
import { useListContext, useLocaleState, useTranslate } from 'react-admin';
import { day } from './dates.js';
import { SearchInput } from './SearchInput.js';
import { StationPicker } from './StationPicker.js';
import { type FilterChip, FilterChips } from './states.js';
import { pathTo, useStationTree } from './stations.js';

/**
 * One filter of a list; `source` is its name in the URL and in `where`.
 * `enum` takes several values of one enum (`isLong` folds them into a select), `station` an id, `period` a `{ from, to }`,
 * `flag` true or nothing, `text` what was typed.
 */
export type Filter =
  | { source: string; kind: 'enum'; type: string; values: readonly string[]; isLong?: boolean }
  | { source: string; kind: 'station' | 'period' | 'flag' | 'text' };

type Values = Record<string, unknown>;

interface FilterBarProps {
  filters: Filter[];
  isSearchable?: boolean;
  searchLabel?: string;
}

/** The bar over a list: search, the button of the filters, and a chip for each that is active. All of it stands in the URL. */
export function FilterBar({ filters, isSearchable = true, searchLabel }: FilterBarProps) {
  const { filterValues, setFilters } = useListContext();
  const chips = useFilterChips(filters);
  const set = (source: string, value: unknown) => setFilters(without({ ...filterValues, [source]: value }));
  return (
    <Stack spacing={1} sx={{ mb: 1 }}>
      <Stack direction="row" spacing={1}>
        {isSearchable && (
          <SearchInput
            value={String(filterValues.search ?? '')}
            onSearch={(typed) => set('search', typed)}
            label={searchLabel}
            isPageSearch
          />
        )}
        {filters.length > 0 && <FilterButton filters={filters} values={filterValues} set={set} />}
      </Stack>
      {chips.length > 0 && <FilterChips chips={chips} />}
    </Stack>
  );
}

/** The chips of the filters that are active in the list around. */
export function useFilterChips(filters: Filter[]): FilterChip[] {
  const { filterValues, setFilters } = useListContext();
  const word = useWording();
  const sources: Filter[] = [...filters, { source: 'search', kind: 'flag' }];
  return sources
    .filter(({ source }) => filterValues[source] !== undefined && filterValues[source] !== '')
    .map((filter) => ({
      source: filter.source,
      label: word(filter, filterValues[filter.source]),
      remove: () => setFilters(without({ ...filterValues, [filter.source]: undefined })),
    }));
}

interface FilterButtonProps {
  filters: Filter[];
  values: Values;
  set: (source: string, value: unknown) => void;
}

function FilterButton({ filters, values, set }: FilterButtonProps) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <>
      <Button
        variant="outlined"
        color="secondary"
        startIcon={<FilterIcon />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0 }}
      >
        {translate('lianxin.action.filter')}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id } }}
      >
        <Stack spacing={2} sx={{ p: 2, width: 300 }}>
          <Typography id={id} variant="h2">
            {translate('lianxin.action.filter')}
          </Typography>
          {filters.map((filter) => (
            <OneFilter key={filter.source} filter={filter} value={values[filter.source]} set={set} />
          ))}
        </Stack>
      </Popover>
    </>
  );
}

interface OneFilterProps {
  filter: Filter;
  value: unknown;
  set: FilterButtonProps['set'];
}

function OneFilter({ filter, value, set }: OneFilterProps) {
  const label = useFilterLabel()(filter);
  if (filter.kind === 'enum' && filter.isLong)
    return <LongChoice filter={filter} label={label} value={value} set={set} />;
  if (filter.kind === 'text') return <TextChoice source={filter.source} label={label} value={value} set={set} />;
  if (filter.kind === 'enum') return <EnumChoice filter={filter} label={label} value={value} set={set} />;
  if (filter.kind === 'period') return <PeriodChoice label={label} source={filter.source} value={value} set={set} />;
  if (filter.kind === 'station') {
    const pick = (id: string | null) => set(filter.source, id ?? undefined);
    return <StationPicker label={label} value={(value as string) ?? null} isClearable onChange={pick} />;
  }
  const tick = (_: unknown, isOn: boolean) => set(filter.source, isOn || undefined);
  return <FormControlLabel label={label} control={<Checkbox checked={value === true} onChange={tick} />} />;
}

type EnumFilter = Extract<Filter, { kind: 'enum' }>;

function LongChoice({
  filter,
  label,
  value,
  set,
}: Omit<OneFilterProps, 'filter'> & { label: string; filter: EnumFilter }) {
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

function TextChoice({ source, label, value, set }: Omit<OneFilterProps, 'filter'> & { label: string; source: string }) {
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

function EnumChoice(props: Omit<OneFilterProps, 'filter'> & { label: string; filter: EnumFilter }) {
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

function PeriodChoice({
  label,
  source,
  value,
  set,
}: {
  label: string;
  source: string;
  value: unknown;
  set: FilterButtonProps['set'];
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

function useFilterLabel(): (filter: { source: string }) => string {
  const translate = useTranslate();
  const { resource } = useListContext();
  return ({ source }) => {
    const shared = translate(`lianxin.filter.${source}`, { _: source });
    return translate(`resources.${resource}.filters.${source}`, {
      _: translate(`resources.${resource}.fields.${source}`, { _: shared }),
    });
  };
}

function useWording(): (filter: Filter, value: unknown) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const label = useFilterLabel();
  const { data: root } = useStationTree();
  return (filter, value) => {
    const name = label(filter);
    if (filter.kind === 'enum') {
      const words = (value as string[]).map((one) => translate(`enums.${filter.type}.${one}`, { _: one }));
      return `${name}: ${words.join(translate('lianxin.comma'))}`;
    }
    if (filter.kind === 'station') return `${name}: ${pathTo(root, String(value)).at(-1)?.name ?? '…'}`;
    if (filter.kind === 'period') {
      const { from, to } = value as { from: string; to: string };
      return `${name}: ${day(from, locale)} – ${day(to, locale)}`;
    }
    return value === true ? name : `${name}: ${String(value)}`;
  };
}

function without(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
