import MoreIcon from '@mui/icons-material/MoreHoriz';
import { Button, Menu, MenuItem, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useShortcut } from '../parts/useShortcut.js';
import { useMay } from '../provider/useMe.js';
import { ActDialog } from './ActDialog.js';
import { ACTS, type Act, actsOf } from './acts.js';
import { CreateDialog } from './CreateDialog.js';
import { usePlace } from './place.js';
import { idsOf, type StationRecord, useStation } from './useStation.js';

/** What may be done to a station, as buttons; nothing for readers, on another day than today, or once it is closed. */
export function StationActions({ station }: { station: StationRecord }) {
  const { asOf } = usePlace();
  const isEditor = useMay('STATION_EDIT', idsOf(station));
  const [open, setOpen] = useState<Act | 'CREATE'>();
  if (!isEditor || asOf || station.closedOn) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <Buttons station={station} open={setOpen} />
      {open === 'CREATE' && <CreateDialog parent={station} close={close} />}
      {open && open !== 'CREATE' && <ActDialog kind={open} station={station} close={close} />}
    </>
  );
}

/** F2 in the tree: the same dialog, for the station that has the focus there. */
export function RenameFromTree({ id, close }: { id: string; close: () => void }) {
  const { data: station } = useStation(id);
  return station ? <ActDialog kind="RENAME" station={station} close={close} /> : null;
}

function Buttons({ station, open }: { station: StationRecord; open: (act: Act | 'CREATE') => void }) {
  const translate = useTranslate();
  const acts = actsOf(station);
  const isParent = station.level !== 'VILLAGE';
  useShortcut('n', () => open('CREATE'), isParent);
  useShortcut('e', () => open('RENAME'));
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1 }}>
      {isParent && (
        <Button variant="contained" onClick={() => open('CREATE')}>
          {translate('resources.stations.create.button')}
        </Button>
      )}
      {acts
        .filter((act) => !ACTS[act].isDangerous)
        .map((act) => (
          <Button key={act} variant="outlined" color="secondary" onClick={() => open(act)}>
            {translate(`enums.StationAct.${act}`)}
          </Button>
        ))}
      <Apart acts={acts.filter((act) => ACTS[act].isDangerous)} open={open} />
    </Stack>
  );
}

/** The acts that end a station, apart from the others. */
function Apart({ acts, open }: { acts: Act[]; open: (act: Act) => void }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!acts.length) return null;
  const choose = (act: Act) => {
    setAnchor(null);
    open(act);
  };
  return (
    <>
      <Button
        color="secondary"
        startIcon={<MoreIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('resources.stations.moreActs')}
      </Button>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {acts.map((act) => (
          <MenuItem key={act} onClick={() => choose(act)} sx={{ color: 'error.main' }}>
            {translate(`resources.stations.acts.${act}.menu`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
