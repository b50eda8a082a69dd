import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh } from 'react-admin';
import { today } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { FormDialog } from '../parts/FormDialog.js';
import { DayField, Details, EnumField, Labelled } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { EmptyNothing } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { Dated } from './dialogFields.js';
import { BATCH_CANCEL, BATCH_DEPART } from './dispatch.documents.js';
import { type Member, MemberGrid } from './MemberGrid.js';
import { MembersAdd } from './MembersAdd.js';
import { useWords } from './words.js';

/** A batch as its page reads it. */
export interface Batch {
  id: string;
  version: number;
  number: number;
  day: string;
  state: string;
  transport: string;
  employer: { name: string } | null;
  agreement: { title: string } | null;
  opening: { id: string; title: string; headcount: number; taken: number } | null;
  members: Member[];
}

/** A batch: who goes, its departure with the count first, and afterwards what was found of each. */
export default function BatchShow() {
  const { translate } = useWords();
  return (
    <ShowPage
      title={({ employer, number }) => `${employer?.name ?? ''} ${translate('lianxin.jobs.batchNo', { number })}`}
      crumbs={({ opening }) => [
        { label: translate('resources.dispatchBatches.menu'), to: '/dispatchBatches' },
        ...(opening ? [{ label: opening.title, to: `/openings/${opening.id}/show` }] : []),
      ]}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const { translate } = useWords();
  const batch = useRecordContext() as unknown as Batch | undefined;
  if (!batch) return null;
  const label = (field: string) => translate(`resources.dispatchBatches.fields.${field}`);
  return (
    <>
      <Details>
        <Labelled label={label('state')}>
          <EnumField source="state" type="DispatchState" />
        </Labelled>
        <Labelled label={label('day')}>
          <DayField source="day" />
        </Labelled>
        <Labelled label={label('transport')}>
          <EnumField source="transport" type="Transport" />
        </Labelled>
        <Labelled label={label('agreement')}>{batch.agreement?.title ?? '—'}</Labelled>
      </Details>
      <Members batch={batch} />
    </>
  );
}

function Members({ batch }: { batch: Batch }) {
  const { translate } = useWords();
  const path = reachPath(batch);
  const [isEnroller, isEditor] = [useMay('JOBS_ENROL', path), useMay('JOBS_EDIT', path)];
  const [open, setOpen] = useState<'add' | 'depart' | 'cancel'>();
  const going = batch.members.filter(({ state }) => state !== 'WITHDRAWN').length;
  const isPlanned = batch.state === 'PLANNED';
  const close = () => setOpen(undefined);
  return (
    <Section
      title={translate('lianxin.jobs.members', { count: going })}
      actions={
        isPlanned && (
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'flex-end' }}>
            {isEnroller && (
              <Button variant="outlined" color="secondary" onClick={() => setOpen('add')}>
                {translate('lianxin.jobs.membersAdd')}
              </Button>
            )}
            {isEditor && (
              <Button variant="contained" onClick={() => setOpen('depart')} disabled={going === 0}>
                {translate('lianxin.jobs.depart')}
              </Button>
            )}
          </Stack>
        )
      }
    >
      {batch.members.length ? (
        <MemberGrid members={batch.members} />
      ) : (
        <EmptyNothing why={translate('lianxin.jobs.noMembers')} />
      )}
      {isEditor && isPlanned && (
        <Button color="error" variant="outlined" sx={{ mt: 3 }} onClick={() => setOpen('cancel')}>
          {translate('lianxin.jobs.cancel')}
        </Button>
      )}
      {open === 'add' && <MembersAdd batch={batch} close={close} />}
      {open === 'depart' && <Depart batch={batch} count={going} close={close} />}
      {open === 'cancel' && <Cancel batch={batch} count={going} close={close} />}
    </Section>
  );
}

interface ActProps {
  batch: Batch;
  count: number;
  close: () => void;
}

function Depart({ batch, count, close }: ActProps) {
  const { translate } = useWords();
  const [{ id, version }] = useState(batch);
  const [day, setDay] = useState(batch.day > today() ? today() : batch.day);
  const refresh = useRefresh();
  const notify = useNotify();
  const submit = async () => {
    await act(BATCH_DEPART, 'dispatchBatchDepart', { id, version, day });
    notify('lianxin.jobs.done.departed', { type: 'info', messageArgs: { count } });
    refresh();
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.departTitle', { number: batch.number })}
      verb={translate('lianxin.jobs.departVerb', { count })}
      fields={['day']}
      isReady={day !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typography>{translate('lianxin.jobs.departWhat', { count, checks: count * 3 })}</Typography>
          <Dated
            label={translate('resources.dispatchBatches.fields.day')}
            value={day}
            onChange={setDay}
            wrong={wrong('day')}
            isRequired
          />
        </>
      )}
    </FormDialog>
  );
}

function Cancel({ batch: { id, version }, count, close }: ActProps) {
  const { translate } = useWords();
  const refresh = useRefresh();
  const cancel = async (reason: string) => {
    await act(BATCH_CANCEL, 'dispatchBatchCancel', { id, version, reason });
    refresh();
  };
  return (
    <ReasonDialog
      isOpen
      isDangerous
      title={translate('lianxin.jobs.cancel')}
      verb={translate('lianxin.jobs.cancel')}
      onClose={close}
      onConfirm={cancel}
    >
      <Typography>{translate('lianxin.jobs.cancelWhat', { count })}</Typography>
    </ReasonDialog>
  );
}
