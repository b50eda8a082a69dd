import { Box, Link, type Theme, Typography, useMediaQuery } from '@mui/material';
import { useMemo, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { Page } from '../parts/Page.js';
import { StationTree } from '../parts/StationTree.js';
import { flattened, type StationNode, type TreeStation, useStationTree } from '../parts/stations.js';
import { may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { AsOf, AsOfBanner } from './AsOf.js';
import { pathOf, useGo, usePlace } from './place.js';
import { RenameFromTree } from './StationActions.js';
import { StationDetail } from './StationDetail.js';
import { useStation } from './useStation.js';

/** The tree left and the chosen station right; on a phone the tree, and the station as a page of its own. */
export default function StationsPage() {
  const translate = useTranslate();
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'), { noSsr: true });
  const { id, asOf } = usePlace();
  const { data: root } = useStationTree(asOf);
  const own = useMe()?.user.station?.id;
  const shown = id ?? (isNarrow ? undefined : (own ?? root?.station.id));
  const { data: station } = useStation(shown, asOf);
  const title = translate('resources.stations.menu');
  const isAlone = isNarrow && Boolean(id);
  return (
    <Page
      title={isAlone ? (station?.name ?? title) : title}
      windowTitle={(id && station?.name) || title}
      crumbs={isAlone ? [{ label: title, to: pathOf({ asOf }) }, ...crumbsOf(station?.path, asOf)] : []}
      lead={isAlone ? undefined : <Counts root={root} asOf={asOf} />}
      actions={isAlone ? undefined : <AsOf />}
    >
      <AsOfBanner />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '340px minmax(0, 1fr)' } }}>
        <Box sx={isAlone ? { display: 'none' } : TREE_PANE}>
          <Tree root={root} selected={shown} />
        </Box>
        {shown && <StationDetail key={shown} id={shown} isTitled={!isAlone} />}
      </Box>
    </Page>
  );
}

const TREE_PANE = {
  minWidth: 0,
  position: { md: 'sticky' },
  top: { md: 64 },
  alignSelf: 'start',
  maxHeight: { md: 'calc(100dvh - 80px)' },
  overflowY: { md: 'auto' },
  borderRight: { md: 1 },
  borderColor: { md: 'divider' },
  pr: { md: 2 },
};

function crumbsOf(path: { id: string; name: string }[] = [], asOf?: string) {
  return path.map(({ id, name }) => ({ label: name, to: pathOf({ id, asOf }) }));
}

/** How many stations stand at each level, in the county's own words, and on which day if not today. */
function Counts({ root, asOf }: { root?: StationNode; asOf?: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const names = useMe()?.tenant?.levelNames;
  if (!root || !names) return <>{'\u00a0'}</>;
  const all = flattened(root);
  const count = (level: TreeStation['level']) => all.filter((station) => station.level === level).length;
  const parts = [
    `${count('COUNTY')} ${names.county}`,
    `${count('TOWNSHIP')} ${names.township}`,
    `${count('VILLAGE')} ${names.village}`,
  ];
  return (
    <span data-testid="counts">
      {asOf && `${translate('resources.stations.asOf.on', { day: day(asOf, locale) })} `}
      {parts.join(' · ')}
    </span>
  );
}

const LINK = { display: 'inline-block', py: 1, '@media (pointer: coarse)': { py: 1.5 } } as const;

function Tree({ root, selected }: { root?: StationNode; selected?: string }) {
  const translate = useTranslate();
  const go = useGo();
  const me = useMe();
  const { asOf } = usePlace();
  const [renaming, setRenaming] = useState<string>();
  const below = useMemo(() => belowOf(root), [root]);
  const isEditor = may(me, 'STATION_EDIT') && !asOf;
  const village = me?.tenant?.levelNames.village;
  const note = ({ id, level }: TreeStation) => (level === 'TOWNSHIP' ? `${below.get(id) ?? 0} ${village ?? ''}` : null);
  return (
    <>
      <StationTree
        asOf={asOf}
        selected={selected}
        onSelect={({ id }) => go({ id })}
        onRename={isEditor ? ({ id }) => setRenaming(id) : undefined}
        note={note}
        hasFold
        isPageSearch
      />
      <Typography color="textSecondary" sx={{ mt: 1, display: { xs: 'none', md: 'block' }, fontSize: 13 }}>
        {translate(isEditor ? 'resources.stations.keysEditor' : 'resources.stations.keys')}
      </Typography>
      <Link component={RouterLink} to="/stations/closed" color="textSecondary" sx={LINK}>
        {translate('resources.stations.closed.link')}
      </Link>
      {renaming && <RenameFromTree id={renaming} close={() => setRenaming(undefined)} />}
    </>
  );
}

function belowOf(root?: StationNode): Map<string, number> {
  return new Map((root?.children ?? []).map(({ station, children }) => [station.id, children?.length ?? 0]));
}
