import { Chip, Link } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { EditButton } from '../parts/actions.js';
import { DayField, Details, EnumField, Labelled, None } from '../parts/fields.js';
import { stationCrumbs } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { ClassGroups } from './ClassGroups.js';
import type { Course } from './course.js';
import { Enrolments } from './Enrolments.js';
import { Sessions } from './Sessions.js';

/** A course: what it is, its sessions, and who is enrolled. */
export default function CourseShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.title)}
      crumbs={(record) => [
        { label: translate('resources.courses.menu'), to: '/courses' },
        ...pathOf(record as unknown as Course),
      ]}
      actions={<EditButton permissions={['TRAINING_EDIT']} />}
    >
      <Body />
    </ShowPage>
  );
}

function Body() {
  const translate = useTranslate();
  const course = useRecordContext<Course>();
  if (!course) return null;
  return (
    <>
      {course.isInvented && (
        <Chip size="small" variant="outlined" label={translate('resources.courses.invented')} sx={{ mb: 1.5 }} />
      )}
      <Facts course={course} />
      <ClassGroups course={course} />
      <Sessions course={course} />
      <Enrolments course={course} />
    </>
  );
}

function Facts({ course }: { course: Course }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.courses.fields.${field}`);
  return (
    <Details>
      <Labelled label={label('programme')}>
        {course.programme ? (
          <Link component={RouterLink} to={`/trainingProgrammes/${course.programme.id}/show`} color="inherit">
            {course.programme.title}
          </Link>
        ) : (
          <None />
        )}
      </Labelled>
      <Labelled label={label('audiences')}>
        <EnumField source="audiences" type="CourseAudience" />
      </Labelled>
      <Labelled label={label('startsOn')}>
        <DayField source="startsOn" />
      </Labelled>
      <Labelled label={label('endsOn')}>
        <DayField source="endsOn" />
      </Labelled>
      <Labelled label={label('enrolledCount')}>
        {`${course.enrolledCount} / ${course.capacity}`}
        {course.waitingCount > 0 && translate('resources.courses.waiting', { count: course.waitingCount })}
      </Labelled>
      <Labelled label={label('providerId')}>{course.provider?.name ?? <None />}</Labelled>
    </Details>
  );
}

function pathOf({ station }: Course) {
  return station ? stationCrumbs([...station.path, station]) : [];
}
