import PersonIcon from '@mui/icons-material/PersonOutlined';
import {
  Box,
  Divider,
  IconButton,
  ListItemText,
  MenuItem,
  MenuList,
  Popover,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useLogout, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import type { Me } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
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
        <IconButton aria-label={label} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
          <PersonIcon />
        </IconButton>
      </Tooltip>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { width: 280 } } }}
      >
        {me && <Person me={me} />}
        <Divider />
        <MenuList autoFocusItem>
          <MenuItem component={RouterLink} to="/account" onClick={close}>
            {translate('lianxin.account.title')}
          </MenuItem>
          <MenuItem onClick={() => logout({ isAsked: true })}>{translate('ra.auth.logout')}</MenuItem>
        </MenuList>
        <Divider />
        <Typography color="textSecondary" sx={{ px: 2, py: 1 }}>
          {translate('lianxin.shell.version', { version: VERSION })}
        </Typography>
      </Popover>
    </>
  );
}

function Person({ me }: { me: Me }) {
  const role = useEnumLabel('Role');
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Box sx={{ px: 2, py: 1 }}>
      <ListItemText primary={me.user.name} secondary={me.user.account} />
      {me.grants
        .filter(({ isInForce }) => isInForce)
        .map((grant) => (
          <Typography key={grant.id} color="textSecondary">
            {grant.station.name} · {role(grant.role)}
            {grant.validTo && ` · ${translate('lianxin.until', { day: day(grant.validTo, locale) })}`}
          </Typography>
        ))}
    </Box>
  );
}
