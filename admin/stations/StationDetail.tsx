import { Box, Tab, Tabs, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Trail } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading, Refreshing } from '../parts/states.js';
import { History } from './History.js';
import { Overview } from './Overview.js';
import { People } from './People.js';
import { Programmes } from './Programmes.js';
import { pathOf, TABS, type Tab as TabName, useGo, usePlace } from './place.js';
import { StandingNotice } from './StandingNotice.js';
import { StationActions } from './StationActions.js';
import { type StationRecord, useStation } from './useStation.js';

/** A station: its path and name, what may be done to it, and its tabs. `isTitled` where the page's title is not its name. */
export function StationDetail({ id, isTitled }: { id: string; isTitled: boolean }) {
  const { asOf } = usePlace();
  const { data: station, error, isPending, isFetching, refetch } = useStation(id, asOf);
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading shape="form" />;
  return (
    <Box sx={{ minWidth: 0 }}>
      {isTitled && <Title station={station} />}
      <StandingNotice station={station} />
      <StationActions station={station} />
      <Refreshing isOn={isFetching} />
      <StationTabs station={station} />
    </Box>
  );
}

function Title({ station }: { station: StationRecord }) {
  const { asOf } = usePlace();
  const crumbs = station.path.map(({ id, name }) => ({ label: name, to: pathOf({ id, asOf }) }));
  return (
    <>
      {crumbs.length > 0 && <Trail crumbs={crumbs} />}
      <Typography variant="h2" sx={{ fontSize: 20, mb: 1 }}>
        {station.name}
      </Typography>
    </>
  );
}

const BODIES: Record<TabName, (props: { station: StationRecord }) => React.ReactNode> = {
  overview: Overview,
  people: People,
  programmes: Programmes,
  history: History,
};

function StationTabs({ station }: { station: StationRecord }) {
  const translate = useTranslate();
  const go = useGo();
  const { tab } = usePlace();
  const name = useId();
  const Body = BODIES[tab];
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_, next: TabName) => go({ tab: next, id: station.id }, true)}
        variant="scrollable"
        scrollButtons={false}
        aria-label={station.name}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {TABS.map((one) => (
          <Tab
            key={one}
            value={one}
            id={`${name}-${one}`}
            aria-controls={`${name}-panel`}
            label={translate(`resources.stations.tabs.${one}`)}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${name}-panel`}
        aria-labelledby={`${name}-${tab}`}
        tabIndex={0}
        sx={{ outlineOffset: 4 }}
      >
        <Body station={station} />
      </Box>
    </>
  );
}
