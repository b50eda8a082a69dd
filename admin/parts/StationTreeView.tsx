import { Box, Typography } from '@mui/material';
import { SimpleTreeView } from '@mui/x-tree-view/SimpleTreeView';
import { TreeItem } from '@mui/x-tree-view/TreeItem';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { answersTo, flattened, type StationNode, type TreeStation } from './stations.js';

interface ViewProps {
  root: StationNode;
  expanded: string[];
  typed: string;
  selected?: string | null;
  onSelect: (station: TreeStation) => void;
  isBarred?: (station: TreeStation) => boolean;
  note?: (station: TreeStation) => ReactNode;
}

/** The tree itself, a chunk of its own: arrows, Home, End, type-ahead and `*` as the tree pattern has them. */
export default function StationTreeView({ root, expanded, selected, onSelect, ...rest }: ViewProps) {
  const translate = useTranslate();
  const [open, setOpen] = useState(expanded);
  const wanted = expanded.join();
  useEffect(() => setOpen((before) => [...new Set([...before, ...wanted.split(',')])]), [wanted]);
  const choose = (_: unknown, id: string | null) => {
    const station = flattened(root).find((candidate) => candidate.id === id);
    if (station && !rest.isBarred?.(station)) onSelect(station);
  };
  return (
    <SimpleTreeView
      aria-label={translate('lianxin.station.tree')}
      expandedItems={open}
      onExpandedItemsChange={(_, ids) => setOpen(ids)}
      selectedItems={selected ?? null}
      onSelectedItemsChange={choose}
      expansionTrigger="iconContainer"
      sx={{ '& .MuiTreeItem-content': { minHeight: 32, '@media (pointer: coarse)': { minHeight: 44 } } }}
    >
      <Branch node={root} {...rest} />
    </SimpleTreeView>
  );
}

type BranchProps = Pick<ViewProps, 'typed' | 'isBarred' | 'note'> & { node: StationNode };

function Branch({ node, ...rest }: BranchProps) {
  const { station } = node;
  return (
    <TreeItem itemId={station.id} label={<Label station={station} {...rest} />} disabled={rest.isBarred?.(station)}>
      {node.children?.map((child) => (
        <Branch key={child.station.id} node={child} {...rest} />
      ))}
    </TreeItem>
  );
}

function Label({ station, typed, note }: Omit<BranchProps, 'node'> & { station: TreeStation }) {
  const isHit = typed !== '' && answersTo(station, typed);
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
      <Typography component="span" sx={{ fontWeight: isHit ? 600 : 400, textDecoration: isHit ? 'underline' : 'none' }}>
        {station.name}
      </Typography>
      <Box component="span" sx={{ ml: 'auto', color: 'text.secondary' }}>
        {note?.(station)}
      </Box>
    </Box>
  );
}
