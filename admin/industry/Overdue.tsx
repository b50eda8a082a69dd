import { Box, Button, Link, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, today } from '../parts/dates.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { OVERDUE } from './livestock.documents.js';

interface Answer {
  livestockInstalmentTotals: {
    nodes: { cooperative: { id: string; name: string } | null; dueOn: string; instalments: number; headOpen: number }[];
  };
  livestockInstalments: {
    totalCount: number;
    nodes: {
      id: string;
      no: number;
      dueOn: string;
      headDue: number;
      headDelivered: number;
      cooperative: { name: string } | null;
      contract: { id: string; household: { code: string; headName: string } | null; station: { name: string } | null };
    }[];
  };
}

/** What cooperatives are late with on a day: how many instalments and head, and each contract behind it. */
export default function Overdue() {
  const translate = useTranslate();
  const [overdueOn, setOverdueOn] = useState(today());
  const [cooperative, setCooperative] = useState<string>();
  const where = { overdueOn, ...(cooperative && { cooperative: { in: [cooperative] } }) };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['livestockOverdue', where],
    queryFn: ({ signal }) => ask<Answer>(OVERDUE, { sums: { overdueOn }, where }, { signal }),
    placeholderData: (known) => known,
    enabled: Boolean(overdueOn),
    retry: false,
  });
  const choose = (id: string | undefined) => setCooperative(id === cooperative ? undefined : id);
  return (
    <Page
      title={translate('lianxin.livestock.overdue')}
      crumbs={[{ label: translate('resources.livestockContracts.menu'), to: '/livestockContracts' }]}
      lead={translate('lianxin.livestock.overdueLead')}
    >
      <TextField
        type="date"
        label={translate('lianxin.livestock.asOf')}
        value={overdueOn}
        onChange={(event) => setOverdueOn(event.target.value)}
        sx={{ mb: 2 }}
      />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading />
      ) : (
        <Found answer={data} chosen={cooperative} choose={choose} />
      )}
    </Page>
  );
}

interface FoundProps {
  answer: Answer;
  chosen?: string;
  choose: (id?: string) => void;
}

function Found({ answer, chosen, choose }: FoundProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const sums = answer.livestockInstalmentTotals.nodes;
  if (!sums.length) return <EmptyNothing why={translate('lianxin.livestock.nothingOverdue')} />;
  return (
    <>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        {sums.map((sum) => (
          <Button
            key={`${sum.cooperative?.id} ${sum.dueOn}`}
            variant="outlined"
            color={chosen === sum.cooperative?.id ? 'primary' : 'secondary'}
            aria-pressed={chosen === sum.cooperative?.id}
            onClick={() => choose(sum.cooperative?.id)}
            sx={{ display: 'block', textAlign: 'left' }}
          >
            {sum.cooperative?.name ?? '—'}
            <Typography component="span" sx={{ display: 'block', fontSize: 13 }}>
              {day(sum.dueOn, locale)} ·{' '}
              {translate('lianxin.livestock.overdueSum', { instalments: sum.instalments, head: sum.headOpen })}
            </Typography>
          </Button>
        ))}
      </Stack>
      <Typography color="textSecondary">
        {translate('lianxin.livestock.overdueRows', { smart_count: answer.livestockInstalments.totalCount })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {answer.livestockInstalments.nodes.map((row) => (
          <Box component="li" key={row.id} sx={{ borderBottom: 1, borderColor: 'divider', py: 1.25 }}>
            <Link
              component={RouterLink}
              to={`/livestockContracts/${row.contract.id}/show`}
              color="inherit"
              sx={{ fontWeight: 600 }}
            >
              {row.contract.household?.headName || row.contract.household?.code || '—'}
            </Link>{' '}
            {[row.contract.station?.name, row.cooperative?.name, day(row.dueOn, locale)].filter(Boolean).join(' · ')} ·{' '}
            {translate('lianxin.livestock.delivered', { due: row.headDue, delivered: row.headDelivered })}
          </Box>
        ))}
      </Box>
    </>
  );
}
