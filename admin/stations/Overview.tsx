import { Box, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { Details, Labelled, None } from '../parts/fields.js';
import { type StationNode, useStationTree } from '../parts/stations.js';
import { useMe } from '../provider/useMe.js';
import { pathOf, usePlace } from './place.js';
import type { StationRecord } from './useStation.js';

/** What a station is, and the stations right below it. */
export function Overview({ station }: { station: StationRecord }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { asOf } = usePlace();
  const label = (field: string) => translate(`resources.stations.fields.${field}`);
  const { level, levelName, practiceLabel, parent, settlement, closedOn, successor } = station;
  return (
    <>
      <Details>
        <Labelled label={label('code')}>{station.code}</Labelled>
        <Labelled label={label('level')}>
          {translate(`enums.StationLevel.${level}`)} · {levelName}
        </Labelled>
        {practiceLabel && <Labelled label={label('practiceLabel')}>{practiceLabel}</Labelled>}
        {settlement && <Labelled label={label('settlement')}>{translate(`enums.Settlement.${settlement}`)}</Labelled>}
        {level !== 'COUNTY' && (
          <Labelled label={label('parent')}>{parent ? <To {...parent} asOf={asOf} /> : <None />}</Labelled>
        )}
        <Labelled label={label('openedOn')}>{day(station.openedOn, locale)}</Labelled>
        {closedOn && <Labelled label={label('closedOn')}>{day(closedOn, locale)}</Labelled>}
        {successor && (
          <Labelled label={label('successor')}>
            <To {...successor} asOf={asOf} />
          </Labelled>
        )}
      </Details>
      {level !== 'VILLAGE' && <Below station={station} />}
    </>
  );
}

function To({ id, name, asOf }: { id: string; name: string; asOf?: string }) {
  return (
    <Link component={RouterLink} to={pathOf({ id, asOf })} color="inherit">
      {name}
    </Link>
  );
}

/** The stations right below, from the tree that the page has read already. */
function Below({ station }: { station: StationRecord }) {
  const translate = useTranslate();
  const { asOf } = usePlace();
  const { data: root } = useStationTree(asOf);
  const names = useMe()?.tenant?.levelNames;
  const children = nodeOf(root, station.id)?.children ?? [];
  if (!root) return null;
  const levelName = station.level === 'COUNTY' ? names?.township : names?.village;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {translate('resources.stations.below', { count: children.length, level: levelName ?? '' })}
      </Typography>
      {children.length === 0 && (
        <Typography color="textSecondary">{translate('resources.stations.nothingBelow')}</Typography>
      )}
      <Box
        component="ul"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', columnGap: 3, gridTemplateColumns: COLUMNS }}
      >
        {children.map((child) => (
          <Child key={child.station.id} node={child} note={noteOf(child, names?.village)} asOf={asOf} />
        ))}
      </Box>
    </Box>
  );
}

const COLUMNS = { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' };

function Child({ node, note, asOf }: { node: StationNode; note: ReactNode; asOf?: string }) {
  const { id, name, code } = node.station;
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider', minHeight: { xs: 44, sm: 36 } }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <To id={id} name={name} asOf={asOf} />
      </Box>
      <Typography component="span" color="textSecondary" sx={{ fontSize: 13 }}>
        {note ?? code}
      </Typography>
    </Stack>
  );
}

function noteOf({ station, children }: StationNode, village = ''): string | null {
  return station.level === 'TOWNSHIP' ? `${children?.length ?? 0} ${village}` : null;
}

function nodeOf(node: StationNode | undefined, id: string): StationNode | undefined {
  if (!node || node.station.id === id) return node;
  for (const child of node.children ?? []) {
    const found = nodeOf(child, id);
    if (found) return found;
  }
  return undefined;
}
