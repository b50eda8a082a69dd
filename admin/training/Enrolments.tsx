import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { ExportButton } from '../parts/ExportButton.js';
import { FormDialog } from '../parts/FormDialog.js';
import { useEnumLabel } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type Course, type Enrolment, type Roster, useEnrolments } from './course.js';
import { ENROLMENT_WITHDRAW, ENROLMENTS_COMPLETE } from './courses.documents.js';
import { Enrol } from './Enrol.js';

const SHOWN = ['APPLIED', 'ENROLLED', 'WAITING', 'COMPLETED'];

/** Who is enrolled, and how people are put on the list and taken off it. */
export function Enrolments({ course }: { course: Course }) {
  const translate = useTranslate();
  const may = useMay('TRAINING_ENROL', reachPath(course));
  const { data = [], error, isPending, refetch } = useEnrolments(course.id, SHOWN);
  const [open, setOpen] = useState<'enrol' | 'complete' | Enrolment>();
  const refresh = useRefresh();
  const reload = () => {
    refresh();
    void refetch();
  };
  const close = () => setOpen(undefined);
  const exported = {
    asked: { list: 'course.enrolments', id: course.id, where: { state: { in: SHOWN } } },
    name: course.title,
    count: data.length,
  };
  const acts = (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen('complete')}>
        {translate('resources.courses.complete')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('enrol')}>
        {translate('resources.courses.enrol')}
      </Button>
    </>
  );
  return (
    <Section
      title={translate('resources.courses.enrolments', { count: data.length })}
      actions={
        <>
          {data.length > 0 && <ExportButton {...exported} />}
          {may && acts}
        </>
      }
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={4} />
      ) : data.length === 0 ? (
        <Typography>{translate('resources.courses.nobody')}</Typography>
      ) : (
        <Names people={data} withdraw={may ? setOpen : undefined} />
      )}
      {open === 'enrol' && <Enrol course={course} close={close} reload={reload} />}
      {open === 'complete' && <Complete course={course} close={close} reload={reload} />}
      {typeof open === 'object' && <Withdraw enrolment={open} close={close} reload={reload} />}
    </Section>
  );
}

const FIRST = 60;

function Names({ people, withdraw }: { people: Enrolment[]; withdraw?: (enrolment: Enrolment) => void }) {
  const translate = useTranslate();
  const state = useEnumLabel('EnrolmentState');
  const [isAll, setAll] = useState(false);
  const grid = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' }, columnGap: 3 };
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, ...grid }}>
        {people.slice(0, isAll ? people.length : FIRST).map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{
              display: 'flex',
              gap: 1,
              alignItems: 'center',
              borderBottom: 1,
              borderColor: 'divider',
              minHeight: 48,
            }}
          >
            <Box sx={{ color: 'text.secondary', minWidth: 32 }}>{one.no}</Box>
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              {one.person?.name ?? '—'}{' '}
              <Typography component="span" color="textSecondary">
                {[one.classGroup?.name, state(one.state)].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            {withdraw && one.state !== 'COMPLETED' && (
              <Button
                color="secondary"
                onClick={() => withdraw(one)}
                aria-label={translate('resources.courses.withdrawOf', { name: one.person?.name ?? '' })}
                sx={{ minHeight: 44 }}
              >
                {translate('resources.courses.withdraw')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {!isAll && people.length > FIRST && (
        <Button color="secondary" onClick={() => setAll(true)} sx={{ mt: 1 }}>
          {translate('resources.courses.showAll', { count: people.length })}
        </Button>
      )}
    </>
  );
}

interface Opened {
  close: () => void;
  reload: () => void;
}

function Complete({ course, close, reload }: Opened & { course: Course }) {
  const translate = useTranslate();
  const notify = useNotify();
  const submit = async () => {
    const { roster } = await act<{ roster: Roster }>(ENROLMENTS_COMPLETE, 'enrolmentsComplete', {
      courseId: course.id,
    });
    notify('resources.courses.completed', { type: 'success', messageArgs: { count: roster.doneCount } });
    reload();
  };
  return (
    <FormDialog
      title={translate('resources.courses.complete')}
      verb={translate('resources.courses.complete')}
      fields={[]}
      onClose={close}
      onSubmit={submit}
    >
      {() => <Typography>{translate('resources.courses.completeEffect')}</Typography>}
    </FormDialog>
  );
}

function Withdraw({ enrolment, close, reload }: Opened & { enrolment: Enrolment }) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const name = enrolment.person?.name ?? '';
  const submit = async () => {
    await act(ENROLMENT_WITHDRAW, 'enrolmentWithdraw', { id: enrolment.id, version: enrolment.version, reason });
    reload();
  };
  return (
    <FormDialog
      title={translate('resources.courses.withdrawOf', { name })}
      verb={translate('resources.courses.withdraw')}
      fields={['reason']}
      isReady={reason.trim() !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typography>{translate('resources.courses.withdrawEffect')}</Typography>
          <TextField
            label={translate('resources.courses.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={Boolean(wrong('reason'))}
            helperText={wrong('reason')}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </>
      )}
    </FormDialog>
  );
}
