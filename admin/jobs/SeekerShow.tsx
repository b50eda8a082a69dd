import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ReasonDialog } from '../parts/dialogs.js';
import { Details, EnumField, Labelled, MoneyField } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { act, ask } from '../provider/graphql.js';
import { reachPath, type StationRef } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { FITTING, SEEKER_WITHDRAW } from './openings.documents.js';
import { PlacementAdd } from './PlacementAdd.js';
import { useWords } from './words.js';

interface Seeker {
  id: string;
  version: number;
  state: string;
  skills: string[];
  person: { id: string; name: string } | null;
  station: (StationRef & { path: StationRef[] }) | null;
}

interface Fitting {
  opening: {
    id: string;
    title: string;
    kind: string;
    employer: { name: string } | null;
    station: (StationRef & { path: StationRef[] }) | null;
  };
  reasons: { reason: string; sentence: string }[];
}

/** Somebody who looks for work, and the openings that fit with every reason; who goes where a person decides. */
export default function SeekerShow() {
  const { translate } = useWords();
  return (
    <ShowPage
      title={({ person }) => person?.name ?? translate('resources.jobSeekers.one')}
      crumbs={() => [{ label: translate('resources.jobSeekers.menu'), to: '/jobSeekers' }]}
      actions={<Withdraw />}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const { translate } = useWords();
  const seeker = useRecordContext() as unknown as Seeker | undefined;
  if (!seeker) return null;
  const label = (field: string) => translate(`resources.jobSeekers.fields.${field}`);
  return (
    <>
      <Details>
        <Labelled label={label('state')}>
          <EnumField source="state" type="JobSeekerState" />
        </Labelled>
        <Labelled label={label('station')}>{seeker.station?.name ?? '—'}</Labelled>
        <Labelled label={label('skills')}>{seeker.skills.join('、') || '—'}</Labelled>
        <Labelled label={label('distance')}>
          <EnumField source="distance" type="Distance" />
        </Labelled>
        <Labelled label={label('wageWished')}>
          <MoneyField source="wageWished" />
        </Labelled>
      </Details>
      {seeker.state === 'SEEKING' && <FittingOpenings seeker={seeker} />}
    </>
  );
}

function FittingOpenings({ seeker }: { seeker: Seeker }) {
  const { translate } = useWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['fitting', seeker.id, seeker.version],
    queryFn: ({ signal }) => ask<{ fittingOpenings: Fitting[] }>(FITTING, { id: seeker.id }, { signal }),
  });
  const found = data?.fittingOpenings ?? [];
  return (
    <Section title={translate('lianxin.jobs.fitting')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate('lianxin.jobs.fittingLead')}
      </Typography>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading rows={2} />
      ) : found.length ? (
        <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {found.map((one) => (
            <One key={one.opening.id} fitting={one} seeker={seeker} />
          ))}
        </Stack>
      ) : (
        <EmptyNothing why={translate('lianxin.jobs.nothingFits')} />
      )}
    </Section>
  );
}

function One({ fitting: { opening, reasons }, seeker }: { fitting: Fitting; seeker: Seeker }) {
  const { translate, say } = useWords();
  const isEditor = useMay('JOBS_EDIT', reachPath(opening));
  const [isPlacing, setPlacing] = useState(false);
  const refresh = useRefresh();
  const isDispatch = opening.kind === 'LABOUR_DISPATCH';
  const person = seeker.person && { ...seeker.person, birthDay: null, station: seeker.station };
  const facts = [say('JobKind', opening.kind), opening.employer?.name, opening.station?.name].filter(Boolean);
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Box sx={{ flexGrow: 1 }}>
          <Link component={RouterLink} to={`/openings/${opening.id}/show`} color="inherit" sx={{ fontWeight: 600 }}>
            {opening.title}
          </Link>
          <Typography color="textSecondary">{facts.join(' · ')}</Typography>
        </Box>
        {isEditor && !isDispatch && person && (
          <Button variant="outlined" color="secondary" onClick={() => setPlacing(true)} sx={{ minHeight: 44 }}>
            {translate('lianxin.jobs.placementAdd')}
          </Button>
        )}
      </Stack>
      <Stack component="ul" sx={{ listStyle: 'none', p: 0, mt: 1, mb: 0 }}>
        {reasons.map(({ reason, sentence }) => (
          <Stack key={reason} component="li" direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
            <CheckIcon fontSize="small" color="success" aria-hidden />
            <span>{sentence}</span>
          </Stack>
        ))}
      </Stack>
      {isDispatch && <Typography color="textSecondary">{translate('lianxin.jobs.byBatch')}</Typography>}
      {isPlacing && person && (
        <PlacementAdd opening={opening} person={person} close={() => setPlacing(false)} done={refresh} />
      )}
    </Box>
  );
}

function Withdraw() {
  const { translate } = useWords();
  const seeker = useRecordContext() as unknown as Seeker | undefined;
  const isEnroller = useMay('JOBS_ENROL', reachPath(seeker));
  const [isOpen, setOpen] = useState(false);
  const refresh = useRefresh();
  const notify = useNotify();
  if (!seeker || !isEnroller || seeker.state !== 'SEEKING') return null;
  const withdraw = async () => {
    await act(SEEKER_WITHDRAW, 'jobSeekerWithdraw', { id: seeker.id, version: seeker.version });
    notify('lianxin.jobs.done.withdrawn', { type: 'info' });
    refresh();
  };
  return (
    <>
      <Button color="secondary" variant="outlined" onClick={() => setOpen(true)}>
        {translate('lianxin.jobs.withdrawSeeker')}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        reason="none"
        title={translate('lianxin.jobs.withdrawSeeker')}
        verb={translate('lianxin.jobs.withdrawSeeker')}
        onClose={() => setOpen(false)}
        onConfirm={withdraw}
      />
    </>
  );
}
