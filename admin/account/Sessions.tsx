import { Box, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { moment } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { act, ask } from '../provider/graphql.js';
import { MY_SESSIONS, SESSION_END, SESSIONS_END_OTHERS } from './account.documents.js';

interface OpenSession {
  id: string;
  isCurrent: boolean;
  startedAt: string;
  lastSeenAt: string;
  client: string;
}

/** The browsers in which this account is signed in, each of which can be signed out here. */
export function Sessions() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['mySessions'],
    queryFn: ({ signal }) => ask<{ mySessions: OpenSession[] }>(MY_SESSIONS, {}, { signal }),
    retry: false,
  });
  const end = useEnd();
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading rows={2} />;
  const sessions = data.mySessions;
  return (
    <Stack spacing={1} sx={{ maxWidth: 720 }}>
      {end.error && <ErrorState error={end.error} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
        {sessions.map((session) => (
          <Line key={session.id} session={session} end={() => end.mutate(session.id)} isBusy={end.isPending} />
        ))}
      </Box>
      {sessions.length > 1 && (
        <Box>
          <Button variant="outlined" color="secondary" disabled={end.isPending} onClick={() => end.mutate(null)}>
            {translate('lianxin.account.endOthers')}
          </Button>
        </Box>
      )}
    </Stack>
  );
}

function Line({ session, end, isBusy }: { session: OpenSession; end: () => void; isBusy: boolean }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { client, isCurrent, lastSeenAt, startedAt } = session;
  return (
    <Stack
      component="li"
      direction="row"
      spacing={2}
      sx={{ p: 1.5, alignItems: 'center', '& + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography>{nameOf(client)}</Typography>
        <Typography color="textSecondary">
          {translate('lianxin.account.seen', { from: moment(startedAt, locale), last: moment(lastSeenAt, locale) })}
        </Typography>
      </Box>
      {isCurrent ? (
        <Typography sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{translate('lianxin.account.thisOne')}</Typography>
      ) : (
        <Button color="secondary" disabled={isBusy} onClick={end} sx={{ flexShrink: 0 }}>
          {translate('lianxin.account.end')}
        </Button>
      )}
    </Stack>
  );
}

const BROWSERS = { WeChat: /MicroMessenger/, Edge: /Edg/, Firefox: /Firefox/, Chrome: /Chrome/, Safari: /Safari/ };
const SYSTEMS = {
  Windows: /Windows/,
  Android: /Android/,
  iPhone: /iPhone/,
  iPad: /iPad/,
  macOS: /Mac OS X/,
  Linux: /Linux/,
};

/** Browser and system by the names that people know; what is no browser as it calls itself. */
function nameOf(client: string): string {
  const found = (names: Record<string, RegExp>) => Object.keys(names).find((name) => names[name]?.test(client));
  const browser = found(BROWSERS);
  return browser ? [browser, found(SYSTEMS)].filter(Boolean).join(' · ') : client;
}

function useEnd() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      id ? act(SESSION_END, 'sessionEnd', { id }) : act(SESSIONS_END_OTHERS, 'sessionsEndOthers'),
    onSettled: () => client.invalidateQueries({ queryKey: ['mySessions'] }),
  });
}
