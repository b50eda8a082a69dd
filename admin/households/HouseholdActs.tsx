import MoreIcon from '@mui/icons-material/ExpandMore';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ComponentType, useState } from 'react';
import { useTranslate } from 'react-admin';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import type { Household } from './household.js';
import { CloseDialog, MergeDialog, MoveDialog, UpdateDialog } from './householdDialogs.js';
import { HeadDialog, SplitDialog } from './splitDialogs.js';

/** What every dialog of a household is given. */
export interface DialogProps {
  household: Household;
  close: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<DialogProps>>> = {
  update: UpdateDialog,
  head: HeadDialog,
  move: MoveDialog,
  split: SplitDialog,
  merge: MergeDialog,
  close: CloseDialog,
};

/** The acts on a household as a whole, in a menu; those that the person may not do are not in it. */
export function HouseholdActs({ household }: { household: Household }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<string>();
  const path = reachPath(household);
  const isKeeper = useMay('HOUSEHOLD_EDIT', path);
  const isMover = useMay('HOUSEHOLD_MOVE', path);
  const acts = Object.keys(DIALOGS).filter((name) => (name === 'move' ? isMover : isKeeper));
  if (household.isClosed || acts.length === 0) return null;
  const Dialog = open ? DIALOGS[open] : undefined;
  return (
    <>
      <Button
        variant="contained"
        endIcon={<MoreIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('resources.households.acts')}
      </Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)}>
        {acts.map((name) => (
          <MenuItem
            key={name}
            sx={{ minHeight: 44 }}
            onClick={() => {
              setAnchor(null);
              setOpen(name);
            }}
          >
            {translate(`resources.households.act.${name}`)}
          </MenuItem>
        ))}
      </Menu>
      {Dialog && <Dialog household={household} close={() => setOpen(undefined)} />}
    </>
  );
}
