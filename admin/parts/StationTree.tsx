import { Box, Typography } from '@mui/material';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from './refusals.js';
import { SearchInput } from './SearchInput.js';
import { Loading } from './states.js';
import { answersTo, flattened, pruned, type StationNode, type TreeStation, useStationTree } from './stations.js';
import { isComposing } from './useShortcut.js';

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
  /** Called by F2 on a station. */
  onRename?: (station: TreeStation) => void;
  /** Whether a button unfolds and folds all. */
  hasFold?: boolean;
  isPageSearch?: boolean;
  autoFocus?: boolean;
}

/** Where the tree scrolls in a pane of its own, its search stays in sight. */
const PINNED = { position: { md: 'sticky' }, top: 0, zIndex: 1, bgcolor: 'background.default', pt: 0.5 } as const;

/** The station tree with its search by characters, pinyin, initials or code; hits keep their ancestors. */
export function StationTree({ asOf, isPageSearch, autoFocus, ...view }: TreeProps) {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const { data: root, error, isPending, refetch } = useStationTree(asOf);
  const shown = useMemo(() => (root && typed ? pruned(root, typed) : root), [root, typed]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') intoTree(frame.current, event);
    if (event.key === 'Enter' && root) chooseFirst(root, event, view);
  };
  if (error) return <ErrorState error={error} retry={refetch} />;
  return (
    <Box ref={frame}>
      <Box sx={view.hasFold ? PINNED : undefined}>
        <SearchInput
          value={typed}
          onSearch={setTyped}
          label={translate('lianxin.station.search')}
          isPageSearch={isPageSearch}
          autoFocus={autoFocus}
          onKeyDown={onKeyDown}
        />
      </Box>
      <Found typed={typed} shown={shown} />
      <Box sx={{ mt: 0.5 }}>
        {isPending && <Loading rows={8} />}
        {shown && (
          <Suspense fallback={<Loading rows={8} />}>
            <StationTreeView root={shown} expanded={openOnes(shown, view.selected)} typed={typed} {...view} />
          </Suspense>
        )}
      </Box>
    </Box>
  );
}

/** How many stations answer to the search, said aloud as well. */
function Found({ typed, shown }: { typed: string; shown: StationNode | null | undefined }) {
  const translate = useTranslate();
  const hits = typed && shown ? flattened(shown).filter((station) => answersTo(station, typed)).length : 0;
  const text = shown
    ? translate('lianxin.station.found', { smart_count: hits })
    : translate('lianxin.station.none', { typed });
  return (
    <Typography role="status" color="textSecondary" sx={{ mt: typed ? 0.5 : 0 }}>
      {typed && shown !== undefined ? text : ''}
    </Typography>
  );
}

/** Which nodes stand open at first: the root, and the way to the chosen one. */
function openOnes(root: StationNode, selected?: string | null): string[] {
  const holder = (root.children ?? []).find((child) => child.children?.some(({ station }) => station.id === selected));
  return holder ? [root.station.id, holder.station.id] : [root.station.id];
}

function intoTree(frame: HTMLElement | null, event: KeyboardEvent): void {
  event.preventDefault();
  frame?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
}

function chooseFirst(root: StationNode, event: KeyboardEvent, { isBarred, onSelect }: TreeProps): void {
  const word = (event.target as HTMLInputElement).value.trim();
  const first = word && flattened(root).find((station) => answersTo(station, word) && !isBarred?.(station));
  if (!first) return;
  event.preventDefault();
  onSelect(first);
}
