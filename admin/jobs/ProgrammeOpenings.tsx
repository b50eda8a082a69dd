import { Button, Link, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import type { Programme } from '../programmes/index.js';
import { ask } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { OpeningAdd } from './OpeningAdd.js';
import { PROGRAMME_OPENINGS } from './openings.documents.js';
import { Records } from './Records.js';
import { useWords } from './words.js';

interface Row {
  id: string;
  title: string;
  work: string | null;
  headcount: number;
  taken: number;
  monthlyPay: string | null;
  isClosed: boolean;
  employer: { name: string } | null;
  station: { name: string } | null;
}

/** The openings of a job programme on its page; more are added while it is approved or under way. */
export function ProgrammeOpenings({ programme }: { programme: Programme }) {
  const { translate } = useWords();
  const isEditor = useMay('JOBS_EDIT', reachPath(programme));
  const [isAdding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['programme openings', programme.id],
    queryFn: ({ signal }) =>
      ask<{ jobProgramme: { openings: Row[] } }>(PROGRAMME_OPENINGS, { id: programme.id }, { signal }),
  });
  const isOpen = ['APPROVED', 'RUNNING'].includes(programme.state);
  const kind = String((programme as unknown as { jobKind: string }).jobKind);
  const rows = data?.jobProgramme.openings ?? [];
  return (
    <Section
      title={translate('resources.openings.name', { smart_count: 2 })}
      actions={
        <Actions programme={programme} kind={kind} add={isEditor && isOpen ? () => setAdding(true) : undefined} />
      }
    >
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading rows={2} />
      ) : rows.length ? (
        <Rows rows={rows} kind={kind} />
      ) : (
        <EmptyNothing why={translate(isOpen ? 'resources.openings.empty' : 'lianxin.jobs.notOpen')} />
      )}
      {isAdding && (
        <OpeningAdd
          programmeId={programme.id}
          kind={kind}
          close={() => setAdding(false)}
          done={() => void refetch()}
          programmeStationId={programme.station?.id ?? ''}
        />
      )}
    </Section>
  );
}

interface ActionsProps {
  programme: Programme;
  kind: string;
  add?: (() => void) | undefined;
}

function Actions({ programme, kind, add }: ActionsProps) {
  const { translate } = useWords();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
      {kind === 'PUBLIC_WELFARE' && (
        <Button component={RouterLink} to={`/jobProgrammes/${programme.id}/pay`} color="secondary" variant="outlined">
          {translate('lianxin.jobs.pay.title')}
        </Button>
      )}
      {add && (
        <Button variant="outlined" color="secondary" onClick={add}>
          {translate('lianxin.jobs.openingAdd')}
        </Button>
      )}
    </Stack>
  );
}

function Rows({ rows, kind }: { rows: readonly Row[]; kind: string }) {
  const { translate, say } = useWords();
  const label = (field: string) => translate(`resources.openings.fields.${field}`);
  const columns = [
    {
      label: label('title'),
      cell: (row: Row) => (
        <Link component={RouterLink} to={`/openings/${row.id}/show`} color="inherit">
          {row.title}
        </Link>
      ),
    },
    {
      label: label(kind === 'PUBLIC_WELFARE' ? 'work' : 'employer'),
      cell: (row: Row) => (row.work ? say('WelfareWork', row.work) : (row.employer?.name ?? '—')),
    },
    { label: label('station'), cell: (row: Row) => row.station?.name ?? '—' },
    { label: label('taken'), cell: (row: Row) => `${row.taken} / ${row.headcount}`, isFigure: true },
  ];
  const name = translate('resources.openings.name', { smart_count: 2 });
  return <Records name={name} rows={rows} columns={columns} keyOf={({ id }) => id} />;
}
