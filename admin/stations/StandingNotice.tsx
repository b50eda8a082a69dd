import { Alert, Link } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, today } from '../parts/dates.js';
import { pathOf, usePlace } from './place.js';
import type { StationChange, StationRecord } from './useStation.js';

/** Says what the page's fields do not: that the station does not stand on the day shown, and what has been entered for later. */
export function StandingNotice({ station }: { station: StationRecord }) {
  const { asOf } = usePlace();
  const on = asOf ?? today();
  const coming = station.history.filter((change) => change.on > on && change.kind !== 'OPENED');
  if (station.closedOn && station.closedOn <= on) return <Closed station={station} closedOn={station.closedOn} />;
  return (
    <>
      {station.openedOn > on && <Line text="notYet" values={{ day: station.openedOn }} />}
      {[...coming].reverse().map((change) => (
        <Coming key={`${change.kind}${change.at}`} change={change} />
      ))}
    </>
  );
}

function Closed({ station, closedOn }: { station: StationRecord; closedOn: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { asOf } = usePlace();
  const { successor } = station;
  return (
    <Alert severity="warning" role="status" sx={{ mb: 2 }}>
      {translate('resources.stations.standing.closed', { day: day(closedOn, locale) })}{' '}
      {successor && (
        <>
          {translate('resources.stations.standing.successor')}{' '}
          <Link component={RouterLink} to={pathOf({ id: successor.id, asOf })} color="inherit">
            {successor.name}
          </Link>
        </>
      )}
    </Alert>
  );
}

function Coming({ change }: { change: StationChange }) {
  const translate = useTranslate();
  const act = translate(`enums.StationChangeKind.${change.kind}`);
  return <Line text={change.to ? 'comingTo' : 'coming'} values={{ day: change.on, act, to: change.to ?? '' }} />;
}

function Line({ text, values }: { text: string; values: { day: string; act?: string; to?: string } }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Alert severity="info" role="status" sx={{ mb: 2 }}>
      {translate(`resources.stations.standing.${text}`, { ...values, day: day(values.day, locale) })}
    </Alert>
  );
}
