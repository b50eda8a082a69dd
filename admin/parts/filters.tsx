import FilterIcon from '@mui/icons-material/FilterList';
import { Button, Checkbox, FormControlLabel, Popover, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useListContext, useLocaleState, useTranslate } from 'react-admin';
import { day } from './dates.js';
import { EnumChoice, LongChoice, PeriodChoice, TextChoice } from './filterChoices.js';
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
