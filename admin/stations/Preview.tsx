import { Alert, Box, Typography } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading, Refreshing } from '../parts/states.js';
import type { ActPreview } from './acts.js';

/** What an act would touch, in numbers, and why the server would refuse it, if so. */
export function Preview({ query }: { query: UseQueryResult<ActPreview> }) {
  const translate = useTranslate();
  const { data, error, isPending, isFetching, fetchStatus } = query;
  if (error) return <ErrorState error={error} retry={query.refetch} />;
  if (isPending) return fetchStatus === 'idle' ? null : <Loading rows={1} shape="form" />;
  return (
    <Box component="section" aria-label={translate('resources.stations.preview.title')}>
      <Typography component="h3" variant="h3">
        {translate('resources.stations.preview.title')}
      </Typography>
      <Refreshing isOn={isFetching} />
      <Numbers preview={data} />
      {data.refusal && (
        <Alert severity="warning" role="alert" sx={{ mt: 1 }}>
          {data.refusal}
        </Alert>
      )}
    </Box>
  );
}

function Numbers({ preview }: { preview: ActPreview }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const word = (key: string, values?: object) => translate(`resources.stations.preview.${key}`, values);
  const { programmes, openProgrammes } = preview;
  const rows = [
    [word('stations'), preview.stations],
    [word('users'), preview.users],
    [word('programmes'), openProgrammes ? word('withOpen', { programmes, open: openProgrammes }) : programmes],
    [word('households'), preview.households],
    ...(preview.openRecords ? [[word('openRecords'), preview.openRecords]] : []),
    [word('reports'), word('reportsFrom', { day: day(preview.reportsFrom, locale) })],
  ];
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.25, m: 0 }}>
      {rows.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
