import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useLocaleState, useLogout, useTranslate } from 'react-admin';
import { Box, Divider, IconButton, ListItemText, Menu, MenuItem, Tooltip, Typography } from '@mui/material';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import type { Me } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { VERSION } from './version.js';

/** The person: name, account, the grants in use, own account, sign-out, and the version of the console. */
export function ProfileMenu() {
  const translate = useTranslate();
  const logout = useLogout();
  const me = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const label = translate('ra.auth.user_menu');
  return (
    <>
      <Tooltip title={me?.user.name ?? label}>
        <IconButton aria-label={label} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <PersonIcon />
        </IconButton>
      </Tooltip>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={close} slotProps={{ paper: { sx: { width: 280 } } }}>
        {me && <Person key="person" me={me} />}
        <Divider key="line" component="li" />
        <MenuItem key="account" component={RouterLink} to="/account" onClick={close}>
          {translate('lianxin.account.title')}
        </MenuItem>
        <MenuItem key="out" onClick={() => logout({ isAsked: true })}>
          {translate('ra.auth.logout')}
        </MenuItem>
        <Divider key="line2" component="li" />
        <Box key="version" component="li" sx={{ px: 2, py: 0.5, color: 'text.secondary' }}>
          {translate('lianxin.shell.version', { version: VERSION })}
        </Box>
      </Menu>
    </>
  );
}

function Person({ me }: { me: Me }) {
  const role = useEnumLabel('Role');
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Box component="li" sx={{ px: 2, py: 0.5 }}>
      <ListItemText primary={me.user.name} secondary={me.user.account} />
      {me.grants
        .filter(({ isInForce }) => isInForce)
        .map((grant) => (
          <Typography key={grant.id} color="text.secondary">
            {grant.station.name} · {role(grant.role)}
            {grant.validTo && ` · ${translate('lianxin.until', { day: day(grant.validTo, locale) })}`}
          </Typography>
        ))}
    </Box>
  );
}
