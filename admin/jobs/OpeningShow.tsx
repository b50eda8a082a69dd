import { Button, Chip, Link, Stack } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ReasonDialog } from '../parts/dialogs.js';
import { Details, EnumField, Labelled, MoneyField } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { EmptyNothing } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { AgreementAdd } from './AgreementAdd.js';
import { BatchAdd } from './BatchAdd.js';
import { OpeningEdit } from './OpeningEdit.js';
import { OPENING_CLOSE } from './openings.documents.js';
import { PlacementAdd } from './PlacementAdd.js';
import { type Placed, PlacementRows } from './PlacementRows.js';
import { Records } from './Records.js';
import { useWords } from './words.js';

/** An opening as its page reads it. */
export interface Opening {
  id: string;
  version: number;
  title: string;
  kind: 'PUBLIC_WELFARE' | 'WORKSHOP' | 'LABOUR_DISPATCH';
  headcount: number;
  taken: number;
  work: string | null;
  monthlyPay: string | null;
  skills: string[];
  isClosed: boolean;
  isInvented: boolean;
  programme: { id: string; title: string; state: string } | null;
  employer: { id: string; name: string; place: string | null; agreements: { id: string; title: string }[] } | null;
  wageBands: { id: string; grade: string; wageFrom: string; wageTo: string; basis: string }[];
  batches: { id: string; number: number; day: string; transport: string; state: string }[];
  placements: Placed[];
}

/** An opening: what it offers, and who is in it or which batches it sends. */
export default function OpeningShow() {
  const { translate } = useWords();
  return (
    <ShowPage
      title={(record) => String(record.title)}
      crumbs={({ programme }) => [
        { label: translate('resources.jobProgrammes.menu'), to: '/jobProgrammes' },
        ...(programme ? [{ label: programme.title, to: `/jobProgrammes/${programme.id}/show` }] : []),
      ]}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const opening = useRecordContext() as unknown as Opening | undefined;
  const { translate } = useWords();
  const isEditor = useMay('JOBS_EDIT', reachPath(opening));
  if (!opening) return null;
  const isOpen = !opening.isClosed && ['APPROVED', 'RUNNING'].includes(opening.programme?.state ?? '');
  return (
    <>
      <Stack direction="row" spacing={1} sx={{ mb: 1.5 }}>
        {opening.isInvented && <Chip size="small" variant="outlined" label={translate('lianxin.jobs.invented')} />}
        {opening.isClosed && <Chip size="small" variant="outlined" label={translate('lianxin.jobs.closed')} />}
      </Stack>
      <Facts opening={opening} />
      {isEditor && !opening.isClosed && <OpeningEdit opening={opening} />}
      {opening.kind === 'LABOUR_DISPATCH' ? (
        <Batches opening={opening} isOpen={isEditor && isOpen} />
      ) : (
        <People opening={opening} isOpen={isEditor && isOpen} />
      )}
      {isEditor && !opening.isClosed && <Close opening={opening} />}
    </>
  );
}

function Facts({ opening }: { opening: Opening }) {
  const { translate, say, wage } = useWords();
  const label = (field: string) => translate(`resources.openings.fields.${field}`);
  const { employer, wageBands, skills } = opening;
  return (
    <Details>
      <Labelled label={label('kind')}>
        <EnumField source="kind" type="JobKind" />
      </Labelled>
      <Labelled label={label('taken')}>
        {opening.taken} / {opening.headcount}
      </Labelled>
      {employer ? (
        <>
          <Labelled label={label('employer')}>{[employer.name, employer.place].filter(Boolean).join(' · ')}</Labelled>
          <Labelled label={translate('lianxin.jobs.agreement.all')}>
            {employer.agreements.map(({ title }) => title).join('、') || '—'}
          </Labelled>
        </>
      ) : (
        <>
          <Labelled label={label('work')}>
            <EnumField source="work" type="WelfareWork" />
          </Labelled>
          <Labelled label={label('monthlyPay')}>
            <MoneyField source="monthlyPay" />
          </Labelled>
        </>
      )}
      {wageBands.map(({ id, grade, wageFrom, wageTo, basis }) => (
        <Labelled key={id} label={`${say('WorkerGrade', grade)} · ${say('WageBasis', basis)}`}>
          {wageFrom === wageTo ? wage(wageFrom) : `${wage(wageFrom)} – ${wage(wageTo)}`}
        </Labelled>
      ))}
      <Labelled label={label('skills')}>
        {skills.length ? skills.join('、') : translate('lianxin.jobs.noSkill')}
      </Labelled>
    </Details>
  );
}

function Batches({ opening, isOpen }: { opening: Opening; isOpen: boolean }) {
  const { translate, say, day } = useWords();
  const [isAdding, setAdding] = useState(false);
  const label = (field: string) => translate(`resources.dispatchBatches.fields.${field}`);
  type Row = Opening['batches'][number];
  const columns = [
    {
      label: label('number'),
      cell: ({ id, number }: Row) => (
        <Link component={RouterLink} to={`/dispatchBatches/${id}/show`} color="inherit">
          {translate('lianxin.jobs.batchNo', { number })}
        </Link>
      ),
    },
    { label: label('day'), cell: (row: Row) => day(row.day) },
    { label: label('transport'), cell: (row: Row) => say('Transport', row.transport) },
    { label: label('state'), cell: (row: Row) => say('DispatchState', row.state) },
  ];
  const name = translate('resources.dispatchBatches.name', { smart_count: 2 });
  return (
    <Section
      title={name}
      actions={
        isOpen && (
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
            {opening.employer && <Agreement employerId={opening.employer.id} />}
            <Button variant="contained" onClick={() => setAdding(true)}>
              {translate('lianxin.jobs.batchAdd')}
            </Button>
          </Stack>
        )
      }
    >
      {opening.batches.length ? (
        <Records name={name} rows={opening.batches} columns={columns} keyOf={({ id }) => id} />
      ) : (
        <EmptyNothing why={translate('resources.dispatchBatches.empty')} />
      )}
      {isAdding && <BatchAdd opening={opening} close={() => setAdding(false)} />}
    </Section>
  );
}

function Agreement({ employerId }: { employerId: string }) {
  const { translate } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen(true)}>
        {translate('lianxin.jobs.agreement.add')}
      </Button>
      {isOpen && <AgreementAdd employerId={employerId} close={() => setOpen(false)} />}
    </>
  );
}

function People({ opening, isOpen }: { opening: Opening; isOpen: boolean }) {
  const { translate } = useWords();
  const [isAdding, setAdding] = useState(false);
  const refresh = useRefresh();
  return (
    <Section
      title={translate('resources.placements.name', { smart_count: 2 })}
      actions={
        isOpen && (
          <Button variant="contained" onClick={() => setAdding(true)}>
            {translate('lianxin.jobs.placementAdd')}
          </Button>
        )
      }
    >
      {opening.placements.length ? (
        <PlacementRows placements={opening.placements} />
      ) : (
        <EmptyNothing why={translate('resources.placements.empty')} />
      )}
      {isAdding && <PlacementAdd opening={opening} close={() => setAdding(false)} done={refresh} />}
    </Section>
  );
}

function Close({ opening: { id, version } }: { opening: Opening }) {
  const { translate } = useWords();
  const [isOpen, setOpen] = useState(false);
  const refresh = useRefresh();
  const notify = useNotify();
  const close = async () => {
    await act(OPENING_CLOSE, 'openingClose', { id, version });
    notify('lianxin.jobs.done.closed', { type: 'info' });
    refresh();
  };
  return (
    <>
      <Button color="error" variant="outlined" sx={{ mt: 3 }} onClick={() => setOpen(true)}>
        {translate('lianxin.jobs.close')}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        reason="none"
        isDangerous
        title={translate('lianxin.jobs.close')}
        verb={translate('lianxin.jobs.close')}
        onClose={() => setOpen(false)}
        onConfirm={close}
      >
        <span>{translate('lianxin.jobs.closeWhat')}</span>
      </ReasonDialog>
    </>
  );
}
