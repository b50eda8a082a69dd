import { Box, Button, type Theme, useMediaQuery } from '@mui/material';
import { type ReactNode, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { Navigate, useLocation } from 'react-router-dom';
import { OfflineBar } from '../parts/OfflineBar.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { useLeaderKey } from '../parts/useShortcut.js';
import { useMe } from '../provider/useMe.js';
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
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flexGrow: 1, minWidth: 0, outline: 'none', pb: isWide ? 0 : 8 }}
        >
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
  const me = useMe();
  if (me?.mustChangePassword && pathname !== '/account') return <Navigate to="/account" replace />;
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
      sx={{
        position: 'fixed',
        top: 4,
        left: 4,
        zIndex: 2000,
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {translate('ra.navigation.skip_nav')}
    </Button>
  );
}
