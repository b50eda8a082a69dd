import { Box, Chip, Link, Typography } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { WAITING } from './home.documents.js';
import { ACTS, programmePath, type Work } from './work.js';

interface WaitingProgramme {
  id: string;
  kind: string;
  title: string;
  state: string;
  stateSince: string;
  station: { id: string; name: string } | null;
  nextSteps: { act: string; isOpen: boolean }[];
}

/** What waits for this person: one row a programme, verb first, the oldest on top; a click opens it. */
export function Waiting({ work }: { work: Work[] }) {
  const translate = useTranslate();
  const queries = useQueries({
    queries: work.map((where) => ({
      queryKey: ['waiting', where],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchWaiting(where, signal),
      retry: false,
    })),
  });
  const failed = queries.find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} retry={failed.refetch} />;
  if (queries.some(({ isPending }) => isPending)) return <Loading rows={4} />;
  const rows = queries
    .flatMap(({ data }) => data ?? [])
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .flatMap((programme) => withAct(programme))
    .sort((one, other) => one.programme.stateSince.localeCompare(other.programme.stateSince));
  if (!rows.length) return <EmptyNothing why={translate('lianxin.home.nothingWaits')} />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {rows.map((row) => (
        <Row key={row.programme.id} {...row} />
      ))}
    </Box>
  );
}

function Row({ programme, act }: { programme: WaitingProgramme; act: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { id, kind, title, state, stateSince, station } = programme;
  return (
    <Box component="li" sx={{ '& + li': { borderTop: 1, borderColor: 'divider' } }}>
      <Link
        component={RouterLink}
        to={programmePath(kind, id)}
        color="inherit"
        underline="none"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          alignItems: 'center',
          p: 1.5,
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <Typography component="span" color="primary" sx={{ fontWeight: 600 }}>
          {translate(`enums.ProgrammeAct.${act}`)}
        </Typography>
        <Typography component="span" sx={{ flexGrow: 1, minWidth: 160 }}>
          {title}
        </Typography>
        <Chip size="small" variant="outlined" label={translate(`enums.ProgrammeKind.${kind}`)} />
        <Chip size="small" variant="outlined" label={translate(`enums.ProgrammeState.${state}`)} />
        <Typography component="span" color="textSecondary">
          {station?.name} · {translate('lianxin.since', { day: day(stateSince, locale) })}
        </Typography>
      </Link>
    </Box>
  );
}

function withAct(programme: WaitingProgramme): { programme: WaitingProgramme; act: string }[] {
  const open = new Set(programme.nextSteps.filter(({ isOpen }) => isOpen).map(({ act }) => act));
  const act = ACTS.find((one) => open.has(one));
  return act ? [{ programme, act }] : [];
}

async function fetchWaiting(where: Work, signal: AbortSignal): Promise<WaitingProgramme[]> {
  const { programmes } = await ask<{ programmes: { nodes: WaitingProgramme[] } }>(WAITING, { where }, { signal });
  return programmes.nodes;
}
