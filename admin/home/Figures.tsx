import { Box, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, thisYear, today } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { useMe } from '../provider/useMe.js';
import { type Metric, named, useBilingual, useCatalogue } from '../reports/catalogue.js';
import { isZero, minus } from '../reports/decimals.js';
import { changeText, figureText } from '../reports/figures.js';
import { MetricInfo } from '../reports/MetricInfo.js';
import { fiveOf } from './fiveFigures.js';
import { FIGURES } from './home.documents.js';

interface Cell {
  metric: string;
  value: string | null;
  unit: string;
}

interface Answer {
  now: { asOf: string; total: { cells: Cell[] } };
  before: { total: { cells: Cell[] } };
}

/** Five figures of this year or of today with their change since the end of last month; each opens its report. */
export function Figures() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const catalogue = useCatalogue();
  const { keys, before, ...figures } = useFive();
  const error = catalogue.error ?? figures.error;
  if (error) return <ErrorState error={error} retry={() => void (catalogue.error ? catalogue : figures).refetch()} />;
  const { data } = figures;
  if (!catalogue.data || !data) return <Loading rows={2} shape="cards" />;
  const of = (cells: Cell[], { key }: Metric) => cells.find((cell) => cell.metric === key);
  return (
    <Box role="region" aria-label={translate('lianxin.home.figures')}>
      <Box component="ul" sx={GRID}>
        {named(catalogue.data, keys).map((metric) => (
          <Tile
            key={metric.key}
            metric={metric}
            now={of(data.now.total.cells, metric)}
            before={of(data.before.total.cells, metric)?.value ?? '0'}
            asOf={data.now.asOf}
          />
        ))}
      </Box>
      <Typography color="textSecondary" sx={{ mt: 0.5 }}>
        {translate('lianxin.home.figuresLead', { year: thisYear(), day: day(before, locale) })}
      </Typography>
    </Box>
  );
}

const GRID = {
  listStyle: 'none',
  p: 0,
  m: 0,
  display: 'grid',
  gap: 1,
  gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(5, 1fr)' },
} as const;

function useFive() {
  const [locale] = useLocaleState();
  const keys = fiveOf(useMe());
  const before = endOfLastMonth();
  const variables = { metrics: keys, year: thisYear(), before };
  const found = useQuery({
    queryKey: ['figures', locale, variables],
    queryFn: ({ signal }) => ask<Answer>(FIGURES, variables, { signal }),
    retry: false,
  });
  return { keys, before, data: found.data, error: found.error, refetch: found.refetch };
}

interface TileProps {
  metric: Metric;
  now: Cell | undefined;
  before: string;
  asOf: string;
}

function Tile({ metric, now, before, asOf }: TileProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const value = now?.value ?? '0';
  const change = minus(value, before);
  const to = `/reports?${new URLSearchParams({ metrics: metric.key, unit: 'year' })}`;
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Typography component="div" color="textSecondary">
        {read(metric.name)}
        <MetricInfo metric={metric} asOf={asOf} />
      </Typography>
      <Link component={RouterLink} to={to} color="inherit" sx={{ fontSize: 24, fontWeight: 600 }}>
        {figureText(value, metric)}
      </Link>{' '}
      <Typography component="span" color="textSecondary">
        {now?.unit}
      </Typography>
      <Typography color="textSecondary" sx={{ fontSize: 13 }}>
        {isZero(change)
          ? translate('lianxin.home.same')
          : translate('lianxin.home.change', { change: changeText(change, metric) })}
      </Typography>
    </Box>
  );
}

function endOfLastMonth(): string {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
}
