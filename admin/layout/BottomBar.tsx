import HomeIcon from '@mui/icons-material/HomeOutlined';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import { BottomNavigation, BottomNavigationAction, Drawer, List, Paper } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { Entry, useMenu } from './Menu.js';

const action = {
  minWidth: 0,
  px: 0.5,
  '& .MuiBottomNavigationAction-label, & .Mui-selected': { fontSize: 12 },
  '&.Mui-selected': { color: 'primary.main' },
};

const foot = {
  position: 'fixed',
  bottom: 0,
  left: 0,
  right: 0,
  zIndex: 1100,
  borderTop: 1,
  borderColor: 'divider',
  borderRadius: 0,
} as const;

type MenuArea = ReturnType<typeof useMenu>[number];

/** The bar at the foot of narrow screens: home, three areas, and 更多 for the rest. */
export function BottomBar() {
  const translate = useTranslate();
  const areas = useMenu();
  const [isOpen, setOpen] = useState(false);
  const first = [
    ...areas.filter(({ isOnPhoneBar }) => isOnPhoneBar),
    ...areas.filter(({ isOnPhoneBar }) => !isOnPhoneBar),
  ].slice(0, 3);
  const rest = areas.filter((area) => !first.includes(area));
  return (
    <Paper component="nav" aria-label={translate('lianxin.shell.menu')} sx={foot}>
      <Places areas={first} onMore={rest.length > 0 ? () => setOpen(true) : null} />
      <Rest areas={rest} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Paper>
  );
}

function Places({ areas, onMore }: { areas: MenuArea[]; onMore: (() => void) | null }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const here = pathname === '/' ? '/' : `/${pathname.split('/')[1]}`;
  const places = [
    { to: '/', label: translate('ra.page.dashboard'), Icon: HomeIcon },
    ...areas.map(({ name, icon: Icon }) => ({ to: `/${name}`, label: translate(`resources.${name}.menu`), Icon })),
  ];
  return (
    <BottomNavigation showLabels value={here} sx={{ height: 56 }}>
      {places.map(({ to, label, Icon }) => (
        <BottomNavigationAction
          key={to}
          component={Link}
          to={to}
          value={to}
          label={label}
          icon={<Icon />}
          sx={action}
          aria-current={here === to ? 'page' : undefined}
        />
      ))}
      {onMore && (
        <BottomNavigationAction
          value="more"
          label={translate('lianxin.shell.more')}
          icon={<MoreIcon />}
          sx={action}
          onClick={onMore}
          aria-haspopup="dialog"
        />
      )}
    </BottomNavigation>
  );
}

function Rest({ areas, isOpen, onClose }: { areas: MenuArea[]; isOpen: boolean; onClose: () => void }) {
  const translate = useTranslate();
  const label = translate('lianxin.shell.more');
  return (
    <Drawer anchor="bottom" open={isOpen} onClose={onClose} slotProps={{ paper: { 'aria-label': label } }}>
      <List component="div" sx={{ p: 1 }}>
        {areas.map(({ name, icon: Icon }) => (
          <Entry
            key={name}
            to={`/${name}`}
            label={translate(`resources.${name}.menu`)}
            icon={<Icon fontSize="small" />}
            onClick={onClose}
          />
        ))}
      </List>
    </Drawer>
  );
}
