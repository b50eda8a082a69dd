import { Alert, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { fetchStation, type StationRecord } from './useStation.js';

/** Somebody changed the station first: what it was when the dialog opened, what it is now, who did it; then the act may go on. */
export function StaleNotice({ base, settle }: { base: StationRecord; settle: (now: StationRecord) => void }) {
  const translate = useTranslate();
  const {
    data: now,
    error,
    refetch,
  } = useQuery({
    queryKey: ['station', base.id, 'now', base.version],
    queryFn: ({ signal }) => fetchStation(base.id, undefined, signal),
    staleTime: 0,
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!now) return <Loading rows={2} />;
  return (
    <Alert severity="warning" role="alert" icon={false}>
      <Typography sx={{ fontWeight: 600 }}>{translate('resources.stations.stale.title')}</Typography>
      <Since base={base} now={now} />
      <Sides base={base} now={now} />
      <Button variant="outlined" color="secondary" onClick={() => settle(now)} sx={{ mt: 1 }}>
        {translate('resources.stations.stale.goOn')}
      </Button>
    </Alert>
  );
}

function Since({ base, now }: { base: StationRecord; now: StationRecord }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const known = new Set(base.history.map(({ kind, at }) => kind + at));
  const since = now.history.filter(({ kind, at }) => !known.has(kind + at));
  return (
    <>
      {since.map(({ kind, at, by, on, to, reason }) => (
        <Typography key={kind + at}>
          {translate('resources.stations.stale.change', {
            by: by ?? '—',
            act: translate(`enums.StationChangeKind.${kind}`),
            day: day(on, locale),
            to: to ?? '',
            reason: reason ?? '',
          })}
        </Typography>
      ))}
    </>
  );
}

function Sides({ base, now }: { base: StationRecord; now: StationRecord }) {
  const translate = useTranslate();
  const rows = [
    ['name', base.name, now.name],
    ['parent', base.parent?.name, now.parent?.name],
    ['closedOn', base.closedOn, now.closedOn],
  ].filter(([, before, after]) => before !== after);
  if (!rows.length) return null;
  return (
    <Table sx={{ mt: 1 }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('lianxin.conflict.field')}</TableCell>
          <TableCell>{translate('lianxin.conflict.base')}</TableCell>
          <TableCell>{translate('lianxin.conflict.theirs')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(([field, before, after]) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row">
              {translate(`resources.stations.fields.${field}`)}
            </TableCell>
            <TableCell>{before ?? '—'}</TableCell>
            <TableCell>{after ?? '—'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
