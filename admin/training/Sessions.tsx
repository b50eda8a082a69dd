import {
  Box,
  Button,
  Link,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { Section } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import type { Course, Session } from './course.js';
import { SESSIONS_CREATE } from './courses.documents.js';
import { SessionEdit } from './SessionEdit.js';
import { useTeaching } from './teaching.js';

/** The sessions of a course, each the way to its roster. */
export function Sessions({ course }: { course: Course }) {
  const translate = useTranslate();
  const [isAdding, setAdding] = useState(false);
  const may = useMay('TRAINING_EDIT', reachPath(course));
  const isPhone = useIsPhone();
  const add = (
    <Button variant="outlined" onClick={() => setAdding(true)}>
      {translate('resources.courses.addSessions')}
    </Button>
  );
  return (
    <Section title={translate('resources.courses.sessions')} actions={may && add}>
      {course.sessions.length === 0 ? (
        <Typography>{translate('resources.courses.noSessions')}</Typography>
      ) : isPhone ? (
        <Cards course={course} may={may} />
      ) : (
        <Rows course={course} may={may} />
      )}
      {isAdding && <AddSessions course={course} close={() => setAdding(false)} />}
    </Section>
  );
}

const rosterOf = (course: Course, { id }: Session) => `/courses/${course.id}/sessions/${id}`;

interface SessionsProps {
  course: Course;
  may: boolean;
}

function Rows({ course, may }: SessionsProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const label = (field: string) => translate(`resources.courses.session.${field}`);
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {['heldOn', 'topic', 'teacher', 'place', 'hours'].map((field) => (
            <TableCell key={field}>{label(field)}</TableCell>
          ))}
          <TableCell align="right">{label('present')}</TableCell>
          {may && <TableCell />}
        </TableRow>
      </TableHead>
      <TableBody>
        {course.sessions.map((session) => (
          <TableRow key={session.id}>
            <TableCell>
              <Link component={RouterLink} to={rosterOf(course, session)}>
                {day(session.heldOn, locale)}
              </Link>
            </TableCell>
            <TableCell>{session.topic}</TableCell>
            <TableCell>{session.teacher?.name ?? '—'}</TableCell>
            <TableCell>{session.place ?? '—'}</TableCell>
            <TableCell>{session.hours ?? '—'}</TableCell>
            <TableCell align="right">{presentOf(session, label('cancelled'))}</TableCell>
            {may && (
              <TableCell align="right">
                <SessionEdit session={session} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Cards({ course, may }: SessionsProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {course.sessions.map((session) => (
        <Box
          component="li"
          key={session.id}
          sx={{ borderBottom: 1, borderColor: 'divider', display: 'flex', alignItems: 'center' }}
        >
          <Link
            component={RouterLink}
            to={rosterOf(course, session)}
            color="inherit"
            sx={{ display: 'flex', flexGrow: 1, gap: 1, alignItems: 'center', minHeight: 48, textDecoration: 'none' }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              {day(session.heldOn, locale)} {session.topic}
            </Box>
            <Box>{presentOf(session, translate('resources.courses.session.cancelled'))}</Box>
          </Link>
          {may && <SessionEdit session={session} />}
        </Box>
      ))}
    </Box>
  );
}

function presentOf(session: Session, cancelled: string): string {
  return session.isCancelled ? cancelled : String(session.presentCount);
}

const FIELDS = ['days', 'topic', 'teacherId', 'place', 'hours'] as const;

/** Plans sessions: the first day, how many, and every how many days one follows the other. */
function AddSessions({ course, close }: { course: Course; close: () => void }) {
  const translate = useTranslate();
  const { values, put, submit } = useNewSessions(course);
  const teachers = useTeaching().data?.teachers ?? [];
  const text = (field: keyof typeof values, wrong?: string) => ({
    label: translate(`resources.courses.session.${field}`),
    value: values[field],
    error: Boolean(wrong),
    helperText: wrong,
    onChange: (event: { target: { value: string } }) => put({ [field]: event.target.value }),
  });
  return (
    <FormDialog
      title={translate('resources.courses.addSessions')}
      verb={translate('resources.courses.plan')}
      fields={FIELDS}
      isReady={Boolean(values.from && values.topic.trim())}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <TextField type="date" {...text('from', wrong('days'))} />
          <TextField {...text('count')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
          <TextField {...text('every')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
          <TextField {...text('topic', wrong('topic'))} slotProps={{ htmlInput: { maxLength: 100 } }} />
          <TextField select {...text('teacherId', wrong('teacherId'))}>
            <MenuItem value="">—</MenuItem>
            {teachers.map(({ id, name, speciality }) => (
              <MenuItem key={id} value={id}>
                {speciality ? `${name}（${speciality}）` : name}
              </MenuItem>
            ))}
          </TextField>
          <TextField {...text('place', wrong('place'))} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <TextField {...text('hours', wrong('hours'))} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
        </>
      )}
    </FormDialog>
  );
}

function useNewSessions(course: Course) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const start = String(course.startsOn);
  const [values, setValues] = useState({
    from: start,
    count: '1',
    every: '1',
    topic: '',
    teacherId: '',
    place: '',
    hours: '',
  });
  const put = (next: Partial<typeof values>) => setValues((before) => ({ ...before, ...next }));
  const submit = async () => {
    const { topic, teacherId, place, hours } = values;
    const days = daysOf(values.from, Number(values.count) || 1, Number(values.every) || 1);
    const more = { teacherId: teacherId || null, place: place || null, hours: hours || null };
    await act(SESSIONS_CREATE, 'courseSessionsCreate', {
      input: { courseId: course.id, days, topic, ...more },
      idempotencyKey,
    });
    notify('resources.courses.planned', { type: 'success', messageArgs: { count: days.length } });
    refresh();
  };
  return { values, put, submit };
}

function daysOf(from: string, count: number, every: number): string[] {
  return Array.from({ length: Math.min(count, 100) }, (_, i) => {
    const date = new Date(`${from}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + i * every);
    return date.toISOString().slice(0, 10);
  });
}
