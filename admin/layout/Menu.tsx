import HomeIcon from '@mui/icons-material/HomeOutlined';
import { Box, List, ListItemButton, ListItemIcon, ListItemText, ListSubheader } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { NavLink, useLocation } from 'react-router-dom';
import { type Area, FLOORS, useAreas } from '../parts/area.js';
import { may } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';

/** The areas that this person may enter, by floor; what may not be read is not there. */
export function useMenu(): Area[] {
  const me = useMe();
  return useAreas().filter(({ isInMenu, permissions }) => isInMenu !== false && may(me, permissions));
}

/** The menu left of the page, by floor. */
export function Menu() {
  const translate = useTranslate();
  const areas = useMenu();
  return (
    <Box
      component="nav"
      aria-label={translate('lianxin.shell.menu')}
      sx={{
        width: 208,
        flexShrink: 0,
        borderRight: 1,
        borderColor: 'divider',
        position: 'sticky',
        top: 49,
        alignSelf: 'flex-start',
        height: 'calc(100dvh - 49px)',
        overflowY: 'auto',
      }}
    >
      <List dense component="div" sx={{ px: 1 }}>
        <Entry to="/" label={translate('ra.page.dashboard')} icon={<HomeIcon fontSize="small" />} />
        {FLOORS.map((floor) => {
          const here = areas.filter((area) => area.floor === floor);
          if (!here.length) return null;
          return (
            <Fragment key={floor}>
              <ListSubheader
                component="div"
                disableSticky
                sx={{ lineHeight: '32px', mt: 1, px: 1, fontSize: 13, bgcolor: 'transparent' }}
              >
                {translate(`lianxin.floor.${floor}`)}
              </ListSubheader>
              {here.map(({ name, icon: Icon }) => (
                <Entry
                  key={name}
                  to={`/${name}`}
                  label={translate(`resources.${name}.menu`)}
                  icon={<Icon fontSize="small" />}
                />
              ))}
            </Fragment>
          );
        })}
      </List>
    </Box>
  );
}

/** One line of a menu; the page one is on is marked by colour, weight and `aria-current`. */
export function Entry({
  to,
  label,
  icon,
  onClick,
}: {
  to: string;
  label: string;
  icon: React.ReactNode;
  onClick?: () => void;
}) {
  const { pathname } = useLocation();
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <ListItemButton
      component={NavLink}
      to={to}
      end={to === '/'}
      selected={isHere}
      onClick={onClick}
      sx={{
        borderRadius: 1,
        px: 1,
        minHeight: 36,
        '@media (pointer: coarse)': { minHeight: 44 },
        '&.Mui-selected': { color: 'primary.main' },
      }}
    >
      <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>{icon}</ListItemIcon>
      <ListItemText primary={label} slotProps={{ primary: { sx: { fontWeight: isHere ? 600 : 400 } } }} />
    </ListItemButton>
  );
}
