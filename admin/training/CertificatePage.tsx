import { Box, Button, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { Page, Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { act } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { CourseSelect } from './CourseInput.js';
import { type Certificate, type Completed, useCertificates, useCompleted } from './certificate.js';
import { ISSUE } from './certificates.documents.js';
import { IssueFields } from './IssueFields.js';

/** The certificates of a course: who completed it, who has one, and issuing the rest. */
export default function CertificatePage() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const course = params.get('course') ?? '';
  return (
    <Page
      title={translate('resources.trainingCertificates.menu')}
      lead={translate('resources.trainingCertificates.lead')}
    >
      <Box sx={{ maxWidth: 640, mb: 2 }}>
        <CourseSelect value={course} onChange={(id) => setParams({ course: id }, { replace: true })} />
      </Box>
      {course && <OfCourse key={course} course={course} />}
    </Page>
  );
}

function OfCourse({ course }: { course: string }) {
  const translate = useTranslate();
  const completed = useCompleted(course);
  const held = useCertificates(course);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const error = completed.error ?? held.error;
  if (error) return <ErrorState error={error} retry={() => void completed.refetch()} />;
  if (!completed.data || !held.data) return <Loading rows={6} />;
  if (completed.data.length === 0) return <EmptyNothing why={translate('resources.trainingCertificates.nobody')} />;
  const byPerson = new Map(held.data.map((one) => [one.person?.id ?? one.id, one]));
  const lacking = completed.data.filter(({ person }) => !byPerson.has(person?.id ?? ''));
  return (
    <Section
      title={translate('resources.trainingCertificates.counts', {
        completed: completed.data.length,
        issued: held.data.length,
      })}
      actions={
        <>
          {held.data.length > 0 && (
            <Button href={`#/print/certificates/${course}`} target="_blank" variant="outlined" color="secondary">
              {translate('resources.trainingCertificates.print')}
            </Button>
          )}
          <IssueButton course={course} lacking={lacking} onDone={setAnswers} />
        </>
      }
    >
      <Roster completed={completed.data} byPerson={byPerson} answers={answers} course={course} />
    </Section>
  );
}

interface RosterProps {
  completed: Completed[];
  byPerson: ReadonlyMap<string, Certificate>;
  answers: ReadonlyMap<string, string>;
  course: string;
}

function Roster({ completed, byPerson, answers, course }: RosterProps) {
  const translate = useTranslate();
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {completed.map(({ id, no, person }) => {
        const certificate = byPerson.get(person?.id ?? '');
        return (
          <Box component="li" key={id} sx={LINE}>
            <Typography color="textSecondary" sx={{ width: '3em' }}>
              {no}
            </Typography>
            <Typography sx={{ flexGrow: 1 }}>{person?.name ?? '—'}</Typography>
            <Typography color="textSecondary">{answers.get(id)}</Typography>
            {certificate ? (
              <Button
                href={`#/print/certificates/${course}?only=${certificate.id}`}
                target="_blank"
                color="secondary"
                aria-label={translate('resources.trainingCertificates.printOf', { number: certificate.number })}
              >
                {certificate.number}
              </Button>
            ) : (
              <Typography color="textSecondary">{translate('resources.trainingCertificates.none')}</Typography>
            )}
          </Box>
        );
      })}
    </Stack>
  );
}

const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  alignItems: 'center',
  borderBottom: 1,
  borderColor: 'divider',
  minHeight: 44,
} as const;

interface Issued {
  done: number;
  rows: { isDone: boolean; message: string | null; enrolment: { id: string } }[];
}

interface IssueProps {
  course: string;
  lacking: Completed[];
  onDone: (answers: ReadonlyMap<string, string>) => void;
}

function IssueButton({ course, lacking, onDone }: IssueProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const isAllowed = useMay('TRAINING_EDIT');
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState({ issuedOn: today(), issuedBy: '' });
  if (!isAllowed || lacking.length === 0) return null;
  const submit = async () => {
    const input = { courseId: course, enrolmentIds: lacking.slice(0, 500).map(({ id }) => id), ...given };
    const { result } = await act<{ result: Issued }>(ISSUE, 'trainingCertificatesIssue', { input });
    const word = translate('resources.trainingCertificates.issued');
    onDone(
      new Map(result.rows.map(({ enrolment, isDone, message }) => [enrolment.id, isDone ? word : (message ?? '')])),
    );
    const counts = { done: result.done, left: result.rows.length - result.done };
    notify(translate('resources.trainingCertificates.result', counts));
    await client.invalidateQueries({ queryKey: ['certificates'] });
  };
  const title = translate('resources.trainingCertificates.issue');
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <FormDialog
          title={title}
          verb={title}
          fields={['issuedOn', 'issuedBy']}
          isReady={given.issuedBy.trim() !== ''}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        >
          {(wrong) => <IssueFields count={lacking.length} given={given} put={setGiven} wrong={wrong} />}
        </FormDialog>
      )}
    </>
  );
}
