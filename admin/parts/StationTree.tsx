import { Box, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from './refusals.js';
import { SearchInput } from './SearchInput.js';
import { Loading } from './states.js';
import { flattened, pruned, type StationNode, type TreeStation, useStationTree } from './stations.js';

const StationTreeView = lazy(() => import('./StationTreeView.js'));

interface TreeProps {
  selected?: string | null;
  onSelect: (station: TreeStation) => void;
  /** The day on which the tree stood so; today if none is given. */
  asOf?: string;
  /** Stations that cannot be chosen, for instance one's own subtree when moving. */
  isBarred?: (station: TreeStation) => boolean;
  /** What stands right of a name, such as a count. */
  note?: (station: TreeStation) => ReactNode;
  isPageSearch?: boolean;
  autoFocus?: boolean;
}

/** The station tree with its search by characters, pinyin, initials or code; hits keep their ancestors. */
export function StationTree({ asOf, isPageSearch, autoFocus, ...view }: TreeProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const { data: root, error, isPending, refetch } = useStationTree(asOf);
  const shown = useMemo(() => (root && typed ? pruned(root, typed) : root), [root, typed]);
  if (error) return <ErrorState error={error} retry={refetch} />;
  return (
    <Box>
      <SearchInput
        value={typed}
        onSearch={setTyped}
        label={translate('lianxin.station.search')}
        isPageSearch={isPageSearch}
        autoFocus={autoFocus}
      />
      <Box sx={{ mt: 1 }}>
        {isPending ? (
          <Loading rows={8} />
        ) : shown ? (
          <Suspense fallback={<Loading rows={8} />}>
            <StationTreeView root={shown} expanded={openOnes(shown, typed, view.selected)} typed={typed} {...view} />
          </Suspense>
        ) : (
          <Typography role="status">{translate('lianxin.station.none', { typed })}</Typography>
        )}
      </Box>
    </Box>
  );
}

/** Which nodes stand open at first: the root; while searching all of them; and the way to the chosen one. */
function openOnes(root: StationNode, typed: string, selected?: string | null): string[] {
  if (typed) return flattened(root).map(({ id }) => id);
  const holder = (root.children ?? []).find((child) => child.children?.some(({ station }) => station.id === selected));
  return holder ? [root.station.id, holder.station.id] : [root.station.id];
}
