import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { today } from '../parts/dates.js';
import { Page, Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { RETENTION } from './dispatch.documents.js';
import { Records } from './Records.js';
import { useWords } from './words.js';

interface Check {
  months: number;
  due: number;
  done: number;
  employed: number;
  rows: {
    id: string;
    isEmployed: boolean | null;
    reason: string | null;
    doneOn: string | null;
    member: { person: { name: string } | null; station: { name: string } | null } | null;
  }[];
}

interface Line {
  label: string;
  departed: number;
  returned: number;
  checks: Check[];
}

interface Answer {
  dispatchRetention: { byBatch: Line[]; byTown: Line[]; total: Line };
}

/** Who stayed in the job, by batch and by town, as of a day; each figure opens the people that make it. */
export default function Retention() {
  const { translate } = useWords();
  const [asOf, setAsOf] = useState(today());
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['retention', asOf],
    queryFn: ({ signal }) => ask<Answer>(RETENTION, { asOf: asOf || null }, { signal }),
  });
  const found = data?.dispatchRetention;
  return (
    <Page
      title={translate('lianxin.jobs.retention.title')}
      crumbs={[{ label: translate('resources.dispatchBatches.menu'), to: '/dispatchBatches' }]}
      lead={translate('lianxin.jobs.retention.lead')}
    >
      <TextField
        type="date"
        label={translate('lianxin.jobs.retention.asOf')}
        value={asOf}
        onChange={(event) => setAsOf(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ maxWidth: 220 }}
      />
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending || !found ? (
        <Loading />
      ) : found.total.departed === 0 ? (
        <EmptyNothing why={translate('lianxin.jobs.retention.none')} />
      ) : (
        <>
          <Lines title={translate('lianxin.jobs.retention.byBatch')} lines={[...found.byBatch, found.total]} />
          <Lines title={translate('lianxin.jobs.retention.byTown')} lines={[...found.byTown, found.total]} />
        </>
      )}
    </Page>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { translate } = useWords();
  const [open, setOpen] = useState<{ line: Line; check: Check }>();
  const columns = [
    { label: title, cell: (line: Line) => line.label },
    { label: translate('lianxin.jobs.retention.departed'), cell: (line: Line) => line.departed, isFigure: true },
    { label: translate('lianxin.jobs.retention.returned'), cell: (line: Line) => line.returned, isFigure: true },
    ...[1, 3, 6].map((months, i) => ({
      label: translate('lianxin.jobs.retention.after', { months }),
      isFigure: true,
      cell: (line: Line) => <Figure line={line} check={line.checks[i]} open={setOpen} />,
    })),
  ];
  return (
    <Section title={title}>
      <Records name={title} rows={lines} columns={columns} keyOf={({ label }) => label} />
      {open && <Behind {...open} close={() => setOpen(undefined)} />}
    </Section>
  );
}

interface FigureProps {
  line: Line;
  check: Check | undefined;
  open: (shown: { line: Line; check: Check }) => void;
}

function Figure({ line, check, open }: FigureProps) {
  const { translate } = useWords();
  if (!check?.due) return <>—</>;
  const { months, employed, done, due } = check;
  const figure = translate('lianxin.jobs.retention.figure', { employed, due, done });
  return (
    <Button
      size="small"
      color="secondary"
      onClick={() => open({ line, check })}
      aria-label={translate('lianxin.jobs.retention.open', { label: line.label, months, figure })}
      sx={{ minHeight: { xs: 44, sm: 32 } }}
    >
      {figure}
    </Button>
  );
}

function Behind({ line, check, close }: { line: Line; check: Check; close: () => void }) {
  const { translate, say, day } = useWords();
  const id = useId();
  type Row = Check['rows'][number];
  const how = ({ isEmployed, reason }: Row) => {
    if (isEmployed === null) return translate('lianxin.jobs.found.waiting');
    if (isEmployed) return translate('lianxin.jobs.found.employed');
    return `${translate('lianxin.jobs.found.left')}（${say('LeavingReason', reason)}）`;
  };
  const label = (field: string) => translate(`resources.dispatchMembers.fields.${field}`);
  const columns = [
    { label: label('person'), cell: (row: Row) => row.member?.person?.name ?? '—' },
    { label: label('station'), cell: (row: Row) => row.member?.station?.name ?? '—' },
    { label: translate('lianxin.jobs.isEmployed'), cell: how },
    { label: translate('lianxin.jobs.asked'), cell: (row: Row) => day(row.doneOn) },
  ];
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>
        {line.label} · {translate('lianxin.jobs.retention.after', { months: check.months })}
      </DialogTitle>
      <DialogContent>
        <Records name={line.label} rows={check.rows} columns={columns} keyOf={(row) => row.id} />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={close}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
