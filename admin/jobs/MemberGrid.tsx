import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { type CheckIn, CheckInButton } from './CheckInButton.js';
import { Chosen, Dated } from './dialogFields.js';
import { MEMBER_RETURN } from './dispatch.documents.js';
import { Records } from './Records.js';
import { LEAVING, useWords } from './words.js';

/** Somebody who goes with a batch. */
export interface Member {
  id: string;
  version: number;
  grade: string;
  wage: string | null;
  state: string;
  endedOn: string | null;
  reason: string | null;
  person: { id: string; name: string } | null;
  station: { name: string } | null;
  checkIns: CheckIn[];
}

/** Who goes with a batch, with a button for each check-in: on a phone a card a person. */
export function MemberGrid({ members }: { members: readonly Member[] }) {
  const { translate, say, wage, day } = useWords();
  const label = (field: string) => translate(`resources.dispatchMembers.fields.${field}`);
  const state = (row: Member) =>
    row.endedOn
      ? `${say('DispatchMemberState', row.state)} ${day(row.endedOn)}`
      : say('DispatchMemberState', row.state);
  const columns = [
    { label: label('person'), cell: (row: Member) => row.person?.name ?? '—' },
    { label: label('station'), cell: (row: Member) => row.station?.name ?? '—' },
    { label: label('grade'), cell: (row: Member) => say('WorkerGrade', row.grade) },
    { label: label('wage'), cell: (row: Member) => wage(row.wage), isFigure: true },
    { label: label('state'), cell: state },
    {
      label: translate('resources.checkIns.name', { smart_count: 2 }),
      cell: (row: Member) => (
        <Stack
          direction="row"
          spacing={1}
          useFlexGap
          sx={{ flexWrap: 'wrap', justifyContent: { xs: 'flex-end', sm: 'flex-start' } }}
        >
          {row.checkIns.map((checkIn) => (
            <CheckInButton key={checkIn.id} checkIn={checkIn} name={row.person?.name ?? ''} />
          ))}
        </Stack>
      ),
    },
    { label: translate('lianxin.jobs.act'), cell: (row: Member) => <ReturnButton member={row} /> },
  ];
  return <Records name={label('person')} rows={members} columns={columns} keyOf={({ id }) => id} />;
}

function ReturnButton({ member }: { member: Member }) {
  const translate = useTranslate();
  const isEnroller = useMay('JOBS_ENROL');
  const [isOpen, setOpen] = useState(false);
  if (!isEnroller || !['PLANNED', 'DEPARTED'].includes(member.state)) return null;
  const verb = translate(`lianxin.jobs.${member.state === 'PLANNED' ? 'withdraw' : 'return'}`);
  return (
    <>
      <Button
        size="small"
        color="secondary"
        variant="outlined"
        aria-label={`${verb}：${member.person?.name ?? ''}`}
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: 'nowrap', minHeight: { xs: 44, sm: 32 } }}
      >
        {verb}
      </Button>
      {isOpen && <ReturnDialog member={member} verb={verb} close={() => setOpen(false)} />}
    </>
  );
}

function ReturnDialog({ member, verb, close }: { member: Member; verb: string; close: () => void }) {
  const { translate, say } = useWords();
  const [{ id, version }] = useState(member);
  const [on, setOn] = useState(today());
  const [reason, setReason] = useState('');
  const refresh = useRefresh();
  const notify = useNotify();
  const submit = async () => {
    await act(MEMBER_RETURN, 'dispatchMemberReturn', { id, version, input: { on, reason } });
    notify('lianxin.jobs.done.returned', { type: 'info' });
    refresh();
  };
  return (
    <FormDialog
      title={`${verb}：${member.person?.name ?? ''}`}
      verb={verb}
      fields={['on', 'reason']}
      isReady={on !== '' && reason !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Dated label={translate('lianxin.jobs.on')} value={on} onChange={setOn} wrong={wrong('on')} isRequired />
          <Chosen
            label={translate('lianxin.jobs.why')}
            value={reason}
            choices={LEAVING.map((value) => ({ value, label: say('LeavingReason', value) }))}
            onChange={setReason}
            wrong={wrong('reason')}
            isRequired
          />
        </>
      )}
    </FormDialog>
  );
}
