import HomeIcon from '@mui/icons-material/HomeOutlined';
import MoreIcon from '@mui/icons-material/MoreHoriz';
import { BottomNavigation, BottomNavigationAction, Drawer, List, Paper } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { Entry, useMenu } from './Menu.js';

/** The bar at the foot of narrow screens: home, three areas, and 更多 for the rest. */
export function BottomBar() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const areas = useMenu();
  const [isOpen, setOpen] = useState(false);
  const first = [
    ...areas.filter(({ isOnPhoneBar }) => isOnPhoneBar),
    ...areas.filter(({ isOnPhoneBar }) => !isOnPhoneBar),
  ].slice(0, 3);
  const rest = areas.filter((area) => !first.includes(area));
  const here = pathname === '/' ? '/' : `/${pathname.split('/')[1]}`;
  const action = {
    minWidth: 0,
    px: 0.5,
    '& .MuiBottomNavigationAction-label, & .Mui-selected': { fontSize: 12 },
    '&.Mui-selected': { color: 'primary.main' },
  };
  return (
    <Paper
      component="nav"
      aria-label={translate('lianxin.shell.menu')}
      sx={{
        position: 'fixed',
        bottom: 0,
        left: 0,
        right: 0,
        zIndex: 1100,
        borderTop: 1,
        borderColor: 'divider',
        borderRadius: 0,
      }}
    >
      <BottomNavigation showLabels value={here} sx={{ height: 56 }}>
        <BottomNavigationAction
          component={Link}
          to="/"
          value="/"
          label={translate('ra.page.dashboard')}
          icon={<HomeIcon />}
          sx={action}
          aria-current={here === '/' ? 'page' : undefined}
        />
        {first.map(({ name, icon: Icon }) => (
          <BottomNavigationAction
            key={name}
            component={Link}
            to={`/${name}`}
            value={`/${name}`}
            label={translate(`resources.${name}.menu`)}
            icon={<Icon />}
            sx={action}
            aria-current={here === `/${name}` ? 'page' : undefined}
          />
        ))}
        {rest.length > 0 && (
          <BottomNavigationAction
            value="more"
            label={translate('lianxin.shell.more')}
            icon={<MoreIcon />}
            sx={action}
            onClick={() => setOpen(true)}
            aria-haspopup="dialog"
          />
        )}
      </BottomNavigation>
      <Drawer
        anchor="bottom"
        open={isOpen}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { 'aria-label': translate('lianxin.shell.more') } }}
      >
        <List component="div" sx={{ p: 1 }}>
          {rest.map(({ name, icon: Icon }) => (
            <Entry
              key={name}
              to={`/${name}`}
              label={translate(`resources.${name}.menu`)}
              icon={<Icon fontSize="small" />}
              onClick={() => setOpen(false)}
            />
          ))}
        </List>
      </Drawer>
    </Paper>
  );
}
