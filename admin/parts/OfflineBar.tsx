import CloudOffIcon from '@mui/icons-material/CloudOff';
import { Box } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { clock } from './dates.js';

/** The grey bar of a lost connection: says from when the data on the page are. */
export function OfflineBar() {
  const translate = useTranslate();
  const since = useOfflineSince();
  if (!since) return null;
  return (
    <Box
      role="status"
      sx={{ display: 'flex', gap: 1, alignItems: 'center', px: 2, py: 0.5, bgcolor: 'divider', color: 'text.primary' }}
    >
      <CloudOffIcon fontSize="small" />
      {translate('lianxin.state.offline', { time: clock(since) })}
    </Box>
  );
}

/** Since when the browser has no connection; undefined while it has one. */
export function useOfflineSince(): Date | undefined {
  const [since, setSince] = useState<Date | undefined>(() => (navigator.onLine ? undefined : new Date()));
  useEffect(() => {
    const lost = () => setSince(new Date());
    const found = () => setSince(undefined);
    window.addEventListener('offline', lost);
    window.addEventListener('online', found);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', found);
    };
  }, []);
  return since;
}
