import { Box, Chip, Stack, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment, today } from '../parts/dates.js';
import { EmptyNothing } from '../parts/states.js';
import type { StationChange, StationRecord } from './useStation.js';

/** Everything that happened to a station, newest first; what is entered for a later day stands on top and says so. */
export function History({ station }: { station: StationRecord }) {
  const translate = useTranslate();
  if (!station.history.length) return <EmptyNothing why={translate('resources.stations.history.none')} />;
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {station.history.map((change) => (
        <Change key={`${change.kind}${change.on}${change.at}`} change={change} />
      ))}
    </Box>
  );
}

function Change({ change }: { change: StationChange }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { kind, on, from, to, reason, by, at } = change;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: { xs: 0.5, sm: 2 },
        gridTemplateColumns: { sm: '140px 1fr' },
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Stack
        direction={{ xs: 'row', sm: 'column' }}
        spacing={0.5}
        sx={{ alignItems: { xs: 'center', sm: 'flex-start' } }}
      >
        <time dateTime={on}>{day(on, locale)}</time>
        {on > today() && (
          <Chip size="small" variant="outlined" label={translate('resources.stations.history.coming')} />
        )}
      </Stack>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`enums.StationChangeKind.${kind}`)}</Typography>
        <FromTo from={from} to={to} />
        {reason && <Typography>{translate('resources.stations.history.reason', { reason })}</Typography>}
        <Typography color="textSecondary" sx={{ fontSize: 13 }}>
          {translate('resources.stations.history.entered', { by: by ?? '—', at: moment(at, locale) })}
        </Typography>
      </Box>
    </Box>
  );
}

function FromTo({ from, to }: Pick<StationChange, 'from' | 'to'>) {
  if (!from && !to) return null;
  return (
    <Typography>
      {from && <span>{from}</span>}
      {from && to && <span> → </span>}
      {to && <span>{to}</span>}
    </Typography>
  );
}
