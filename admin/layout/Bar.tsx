import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import SearchIcon from '@mui/icons-material/Search';
import LanguageIcon from '@mui/icons-material/Translate';
import { AppBar, Box, Button, IconButton, Link, Menu, MenuItem, Toolbar, Tooltip, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useLocaleState, useLocales, useTheme, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useShortcut } from '../parts/useShortcut.js';
import { useMe } from '../provider/useMe.js';
import { ProfileMenu } from './ProfileMenu.js';

const CommandBox = lazy(() => import('./CommandBox.js'));

/** The bar on top: whose data this is, always; then commands, language, light or dark, and the person. */
export function Bar() {
  return (
    <AppBar position="sticky">
      <Toolbar variant="dense" sx={{ gap: { xs: 0, sm: 1 }, minHeight: 48, px: { xs: 1.5, md: 3 } }}>
        <Whose />
        <Box sx={{ flexGrow: 1 }} />
        <Commands />
        <Language />
        <Brightness />
        <ProfileMenu />
      </Toolbar>
    </AppBar>
  );
}

function Whose() {
  const translate = useTranslate();
  const me = useMe();
  return (
    <>
      <Link
        component={RouterLink}
        to="/"
        color="primary"
        underline="none"
        sx={{ fontSize: 16, fontWeight: 600, mr: 1, py: 1 }}
      >
        {translate('lianxin.product')}
      </Link>
      <Typography noWrap sx={{ minWidth: 0 }} title={me?.tenant?.name}>
        {me?.tenant?.name ?? (me ? translate('lianxin.shell.platform') : '')}
      </Typography>
    </>
  );
}

function Commands() {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  useShortcut('mod+k', () => setOpen(true));
  return (
    <>
      <Button
        color="secondary"
        variant="outlined"
        size="small"
        startIcon={<SearchIcon />}
        onClick={() => setOpen(true)}
        sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
      >
        {translate('lianxin.command.open')}{' '}
        <Box component="kbd" sx={{ ml: 1, font: 'inherit' }}>
          Ctrl K
        </Box>
      </Button>
      <IconButton
        aria-label={translate('lianxin.command.open')}
        onClick={() => setOpen(true)}
        sx={{ display: { xs: 'inline-flex', sm: 'none' } }}
      >
        <SearchIcon />
      </IconButton>
      {isOpen && (
        <Suspense fallback={null}>
          <CommandBox close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function Language() {
  const translate = useTranslate();
  const locales = useLocales();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (next: string) => {
    setAnchor(null);
    setLocale(next);
  };
  return (
    <>
      <Tooltip title={translate('lianxin.shell.language')}>
        <IconButton
          aria-haspopup="menu"
          aria-label={translate('lianxin.shell.language')}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <LanguageIcon />
        </IconButton>
      </Tooltip>
      <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {locales.map((one) => (
          <MenuItem
            key={one.locale}
            lang={one.locale}
            selected={one.locale === locale}
            onClick={() => choose(one.locale)}
          >
            {one.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function Brightness() {
  const translate = useTranslate();
  const [theme, setTheme] = useTheme();
  const isDark = theme === 'dark';
  const label = translate(isDark ? 'lianxin.shell.light' : 'lianxin.shell.dark');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
        {isDark ? <LightIcon /> : <DarkIcon />}
      </IconButton>
    </Tooltip>
  );
}
