import { Box, Button, Typography } from '@mui/material';
import { useSimpleTreeViewApiRef } from '@mui/x-tree-view/hooks';
import { SimpleTreeView } from '@mui/x-tree-view/SimpleTreeView';
import { TreeItem } from '@mui/x-tree-view/TreeItem';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { flattened, hitOf, type StationNode, type TreeStation } from './stations.js';
import { useTreeKeys } from './useTreeKeys.js';

interface ViewProps {
  root: StationNode;
  /** What stands open at first, and whenever it changes. */
  expanded: string[];
  typed: string;
  selected?: string | null;
  onSelect: (station: TreeStation) => void;
  isBarred?: (station: TreeStation) => boolean;
  note?: (station: TreeStation) => ReactNode;
  onRename?: (station: TreeStation) => void;
  /** Whether a button unfolds and folds all. */
  hasFold?: boolean;
}

/**
 * The tree itself, a chunk of its own. Arrows, Home, End and `*` as the tree pattern has them; letters find by name, pinyin
 * or code; Enter and Space choose, also where children hang below; F2 renames. While searching all hits stand open.
 */
export default function StationTreeView({ root, expanded, selected, onSelect, onRename, hasFold, ...rest }: ViewProps) {
  const translate = useTranslate();
  const { typed, isBarred } = rest;
  const [open, setOpen] = useOpen(root, expanded, typed);
  const api = useSimpleTreeViewApiRef();
  const shown = useMemo(() => flattened(root, (id) => open.includes(id)), [root, open]);
  const choose = (station: TreeStation) => !isBarred?.(station) && onSelect(station);
  const onKeyDownCapture = useTreeKeys({ shown, api, choose, onRename });
  useEffect(() => {
    if (selected) api.current?.getItemDOMElement?.(selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected, api]);
  return (
    <>
      {hasFold && !typed && <Fold root={root} open={open} setOpen={setOpen} />}
      <SimpleTreeView
        apiRef={api}
        aria-label={translate('lianxin.station.tree')}
        expandedItems={open}
        onExpandedItemsChange={(_, ids) => setOpen(ids)}
        selectedItems={selected ?? null}
        onItemClick={(_, id) => {
          const station = shown.find((candidate) => candidate.id === id);
          if (station) choose(station);
        }}
        onKeyDownCapture={onKeyDownCapture}
        expansionTrigger={isBarred ? 'content' : 'iconContainer'}
        sx={TREE}
      >
        <Branch node={root} {...rest} />
      </SimpleTreeView>
    </>
  );
}

/** Unfolds every station, or folds all below the root. */
function Fold({ root, open, setOpen }: { root: StationNode; open: string[]; setOpen: (ids: string[]) => void }) {
  const translate = useTranslate();
  const folders = (root.children ?? []).filter(({ children }) => children?.length).map(({ station }) => station.id);
  if (!folders.length) return null;
  const isAllOpen = folders.every((id) => open.includes(id));
  return (
    <Button
      size="small"
      color="secondary"
      onClick={() => setOpen(isAllOpen ? [root.station.id] : [root.station.id, ...folders])}
      sx={{ display: 'block', ml: 'auto' }}
    >
      {translate(isAllOpen ? 'lianxin.station.fold' : 'lianxin.station.unfold')}
    </Button>
  );
}

const TREE = {
  '& .MuiTreeItem-content': {
    minHeight: 32,
    py: 0.25,
    '&[data-selected], &.Mui-selected': { color: 'primary.main', fontWeight: 600 },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& .MuiTreeItem-iconContainer': { '@media (pointer: coarse)': { width: 32, height: 44, alignItems: 'center' } },
  '& mark': {
    bgcolor: 'transparent',
    color: 'inherit',
    fontWeight: 600,
    textDecoration: 'underline 2px',
    textUnderlineOffset: 3,
  },
} as const;

/** Which nodes stand open: the person's own choice, and while searching every hit but those shut since. */
function useOpen(root: StationNode, expanded: string[], typed: string): [string[], (ids: string[]) => void] {
  const [own, setOwn] = useState(expanded);
  const [found, setFound] = useState<string[]>([]);
  const wanted = expanded.join();
  useEffect(() => setOwn((before) => [...new Set([...before, ...wanted.split(',')])]), [wanted]);
  useEffect(() => {
    if (typed) setFound(flattened(root).map(({ id }) => id));
  }, [root, typed]);
  return typed ? [found, setFound] : [own, setOwn];
}

type BranchProps = Pick<ViewProps, 'typed' | 'isBarred' | 'note'> & { node: StationNode };

function Branch({ node, ...rest }: BranchProps) {
  const { station } = node;
  const isBarred = rest.isBarred?.(station);
  return (
    <TreeItem itemId={station.id} label={<Label station={station} {...rest} />} disableSelection={isBarred}>
      {node.children?.map((child) => (
        <Branch key={child.station.id} node={child} {...rest} />
      ))}
    </TreeItem>
  );
}

function Label({ station, typed, note, isBarred }: Omit<BranchProps, 'node'> & { station: TreeStation }) {
  const hit = hitOf(station, typed);
  const color = isBarred?.(station) ? 'text.secondary' : 'inherit';
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'baseline', color }}>
      <Typography component="span" sx={{ fontWeight: 'inherit' }}>
        <Marked text={station.name} hit={Array.isArray(hit) ? hit : null} />
      </Typography>
      {hit === 'code' && (
        <Typography component="span" color="textSecondary">
          <Marked text={station.code} hit={[0, typed.trim().length]} />
        </Typography>
      )}
      <Box component="span" sx={{ ml: 'auto', color: 'text.secondary', fontWeight: 400, whiteSpace: 'nowrap' }}>
        {note?.(station)}
      </Box>
    </Box>
  );
}

function Marked({ text, hit }: { text: string; hit: [number, number] | null }) {
  if (!hit) return <>{text}</>;
  const [from, to] = hit;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
