import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { day, today } from '../parts/dates.js';
import { ExportButton } from '../parts/ExportButton.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { RequestError } from '../provider/errors.js';
import { ask } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type Course, type Session, useEnrolments } from './course.js';
import { SESSION } from './courses.documents.js';
import { RosterSheet } from './RosterSheet.js';

/** A session as its page reads it. */
export interface WholeSession extends Session {
  course: Pick<Course, 'id' | 'title' | 'capacity' | 'enrolledCount' | 'station' | 'programme'> | null;
  attendances: { id: string; isPresent: boolean; enrolment: { id: string } | null }[];
}

const SEATED = ['ENROLLED', 'COMPLETED'];

/** A session with its roster: who is enrolled, and a mark for each. */
export default function SessionPage() {
  const translate = useTranslate();
  const { '*': id } = useParams();
  const session = useQuery({
    queryKey: ['courseSession', id],
    queryFn: async ({ signal }) => {
      const { courseSession } = await ask<{ courseSession: WholeSession | null }>(SESSION, { id }, { signal });
      if (!courseSession) throw new RequestError('lianxin.error.NOT_FOUND', { code: 'NOT_FOUND' });
      return courseSession;
    },
    retry: false,
  });
  const people = useEnrolments(session.data?.course?.id, SEATED);
  const error = session.error ?? people.error;
  const retry = () => void Promise.all([session.refetch(), people.refetch()]);
  if (error || !session.data || !people.data) {
    return (
      <Page title={translate('resources.courses.roster')}>
        {error ? <ErrorState error={error} retry={retry} /> : <Loading rows={8} />}
      </Page>
    );
  }
  return <Body session={session.data} people={people.data} reload={session.refetch} />;
}

interface BodyProps {
  session: WholeSession;
  people: NonNullable<ReturnType<typeof useEnrolments>['data']>;
  reload: () => Promise<unknown>;
}

function Body({ session, people, reload }: BodyProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { course, heldOn, isCancelled } = session;
  const may = useMay('TRAINING_ENROL', reachPath(course));
  const state = course?.programme?.state ?? '';
  const closed = isCancelled
    ? 'cancelled'
    : heldOn > today()
      ? 'later'
      : ['RUNNING', 'FINISHED'].includes(state)
        ? null
        : 'closed';
  const lead = [session.topic, session.teacher?.name, session.place].filter(Boolean).join(' · ');
  return (
    <Page
      title={translate('resources.courses.rosterOf', { day: day(heldOn, locale) })}
      crumbs={[
        { label: translate('resources.courses.menu'), to: '/courses' },
        ...(course ? [{ label: course.title, to: `/courses/${course.id}/show` }] : []),
      ]}
      lead={lead}
      actions={
        session.attendances.length > 0 && (
          <ExportButton
            asked={{ list: 'courseSession.attendances', id: session.id }}
            name={translate('resources.courses.roster')}
            count={session.attendances.length}
          />
        )
      }
    >
      {closed && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {translate(`resources.courses.notTaken.${closed}`)}
        </Alert>
      )}
      <RosterSheet session={session} people={people} isOpen={may && closed === null} reload={reload} />
    </Page>
  );
}
