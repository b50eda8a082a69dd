import { Button, TextField, Typography } from '@mui/material';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { type PayLine, type PaySheet, usePaySheet } from './paySheet.js';
import { Records } from './Records.js';
import { useWords } from './words.js';

/** What the public-welfare posts of a programme are paid for a month; lines and total are the server's. */
export default function Pay() {
  const { id = '' } = useParams();
  const [asked, ask] = useSearchParams();
  const month = asked.get('month') ?? today().slice(0, 7);
  const { translate } = useWords();
  const { data, error, isPending, refetch } = usePaySheet(id, month);
  const label = (field: string) => translate(`lianxin.jobs.pay.${field}`);
  return (
    <Page
      title={label('title')}
      crumbs={[
        { label: translate('resources.jobProgrammes.menu'), to: '/jobProgrammes' },
        ...(data ? [{ label: data.programme.title, to: `/jobProgrammes/${id}/show` }] : []),
      ]}
      actions={
        data && (
          <Button
            component={Link}
            to={`/print/paySheet/${id}/${month}`}
            target="_blank"
            variant="outlined"
            color="secondary"
          >
            {translate('lianxin.print.print')}
          </Button>
        )
      }
    >
      <Month value={month} choose={(chosen) => ask({ month: chosen }, { replace: true })} />
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading />
      ) : data.lines.length === 0 ? (
        <EmptyNothing why={label('none')} />
      ) : (
        <Sheet sheet={data} />
      )}
    </Page>
  );
}

function Sheet({ sheet: { rule, lines, total } }: { sheet: PaySheet }) {
  const { translate, day } = useWords();
  const label = (field: string) => translate(`lianxin.jobs.pay.${field}`);
  const columns = [
    { label: label('person'), cell: ({ placement }: PayLine) => placement.person?.name ?? '—' },
    { label: label('station'), cell: ({ placement }: PayLine) => placement.station?.name ?? '—' },
    { label: label('post'), cell: ({ placement }: PayLine) => placement.title },
    {
      label: label('days'),
      cell: ({ isFull, from, to, days }: PayLine) =>
        isFull ? label('full') : translate('lianxin.jobs.pay.part', { from: day(from), to: day(to), days }),
    },
    { label: label('amount'), cell: ({ amount }: PayLine) => yuan(amount), isFigure: true },
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {rule}
      </Typography>
      <Records name={label('title')} rows={lines} columns={columns} keyOf={({ placement }) => placement.id} />
      <Typography sx={{ mt: 1.5, textAlign: 'right', fontWeight: 600 }}>
        {translate('lianxin.jobs.pay.total', { count: lines.length, total: yuan(total) })}
      </Typography>
    </>
  );
}

function Month({ value, choose }: { value: string; choose: (month: string) => void }) {
  const { translate } = useWords();
  return (
    <TextField
      type="month"
      label={translate('lianxin.jobs.pay.month')}
      value={value}
      onChange={(event) => choose(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ maxWidth: 220, mb: 1.5 }}
    />
  );
}
