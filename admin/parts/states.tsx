import { Box, Button, Chip, LinearProgress, Skeleton, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

const PATIENCE_MS = 200;

/** The outline of a page while it loads for the first time; shows itself after 200 ms, so quick answers do not flicker. */
export function Loading({ rows = 6, shape = 'rows' }: { rows?: number; shape?: 'rows' | 'cards' | 'form' }) {
  const translate = useTranslate();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const height = { rows: 40, cards: 96, form: 60 }[shape];
  return (
    <Box role="status" aria-busy="true" aria-label={translate('lianxin.state.loading')} sx={{ py: 1 }}>
      {isLate && (
        <Stack spacing={1}>
          {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
            <Skeleton key={row} variant="rounded" height={height} animation={false} />
          ))}
        </Stack>
      )}
    </Box>
  );
}

/** The thin bar of a refresh: the old data stays beneath it. */
export function Refreshing({ isOn }: { isOn: boolean }) {
  const translate = useTranslate();
  return (
    <Box sx={{ height: 2 }}>
      {isOn && <LinearProgress sx={{ height: 2 }} aria-label={translate('lianxin.state.refreshing')} />}
    </Box>
  );
}

/** Nothing exists yet: one sentence why, and the action that this person may take; readers get no button. */
export function EmptyNothing({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <Framed>
      <Typography>{why}</Typography>
      {children}
    </Framed>
  );
}

/** An active filter as a chip: what it says, and how it goes. */
export interface FilterChip {
  source: string;
  label: string;
  remove: () => void;
}

/** The filter finds nothing: a way to clear it, and its chips where no filter bar above shows them already. */
export function EmptyFilter({ chips = [], clear }: { chips?: FilterChip[]; clear: () => void }) {
  const translate = useTranslate();
  return (
    <Framed>
      <Typography>{translate('lianxin.state.emptyFilter')}</Typography>
      {chips.length > 0 && <FilterChips chips={chips} />}
      <Button variant="outlined" color="secondary" onClick={clear}>
        {translate('lianxin.action.clearFilters')}
      </Button>
    </Framed>
  );
}

/** The chips of all active filters, each of which removes its own. */
export function FilterChips({ chips }: { chips: FilterChip[] }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {chips.map(({ source, label, remove }) => (
        <Chip
          key={source}
          label={label}
          onClick={remove}
          onDelete={remove}
          variant="outlined"
          aria-label={translate('lianxin.action.removeFilter', { filter: label })}
        />
      ))}
    </Stack>
  );
}

/** The frame of every state: a lined box with its content from top to bottom. */
export function Framed({ children }: { children: ReactNode }) {
  return (
    <Stack
      spacing={1.5}
      sx={{ alignItems: 'flex-start', border: 1, borderColor: 'divider', borderRadius: 1, p: 2, my: 1 }}
    >
      {children}
    </Stack>
  );
}
