import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { ErrorBoundary } from 'react-error-boundary';
import { useTranslate } from 'react-admin';
import { Box, Button, useMediaQuery, type Theme } from '@mui/material';
import { Loading } from '../parts/states.js';
import { ErrorState } from '../parts/refusals.js';
import { OfflineBar } from '../parts/OfflineBar.js';
import { Page } from '../parts/Page.js';
import { useLeaderKey } from '../parts/useShortcut.js';
import { Bar } from './Bar.js';
import { BottomBar } from './BottomBar.js';
import { Menu } from './Menu.js';
import { Shortcuts } from './Shortcuts.js';

/** The shell around every page: bar on top, menu left from 900 px, bottom bar below that. */
export function Layout({ children }: { children: ReactNode }) {
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), { noSsr: true });
  useLeaderKey();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100dvh' }}>
      <SkipLink />
      <Bar />
      <OfflineBar />
      <Box sx={{ display: 'flex', flexGrow: 1, minWidth: 0 }}>
        {isWide && <Menu />}
        <Box component="main" id="main" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, outline: 'none', pb: isWide ? 0 : 8 }}>
          <Content>{children}</Content>
        </Box>
      </Box>
      {!isWide && <BottomBar />}
      <Shortcuts />
    </Box>
  );
}

function Content({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const waiting = (
    <Box sx={{ p: 3 }}>
      <Loading />
    </Box>
  );
  return (
    <ErrorBoundary
      resetKeys={[pathname]}
      fallbackRender={({ error, resetErrorBoundary }) => (
        <Page title={translate('ra.page.error')}>
          <ErrorState error={error} retry={resetErrorBoundary} />
        </Page>
      )}
    >
      <Suspense fallback={waiting}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function SkipLink() {
  const translate = useTranslate();
  return (
    <Button
      variant="contained"
      onClick={() => document.getElementById('main')?.focus()}
      sx={{ position: 'fixed', top: 4, left: 4, zIndex: 2000, transform: 'translateY(-200%)', '&:focus': { transform: 'none' } }}
    >
      {translate('ra.navigation.skip_nav')}
    </Button>
  );
}
