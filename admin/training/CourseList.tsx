import { Button } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CreateButton } from '../parts/actions.js';
import { DayField } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import type { Course } from './course.js';

const columns: Column[] = [
  { source: 'title' },
  { source: 'programme', field: <NameOf of="programme" /> },
  { source: 'station', field: <NameOf of="station" /> },
  { source: 'startsOn', field: <DayField source="startsOn" />, isSortable: true },
  { source: 'endsOn', field: <DayField source="endsOn" /> },
  { source: 'enrolledCount', field: <Places />, isFigure: true },
  { source: 'waitingCount', isFigure: true },
];

const filters: Filter[] = [{ source: 'within', kind: 'station' }];

/** The courses, the latest first. */
export default function CourseList() {
  return (
    <ListPage
      columns={columns}
      filters={filters}
      isSearchable={false}
      sort={{ field: 'startsOn', order: 'DESC' }}
      actions={<Actions />}
      emptyAction={<CreateButton permissions={['TRAINING_EDIT']} />}
    />
  );
}

function Actions() {
  const translate = useTranslate();
  return (
    <>
      <Button component={RouterLink} to="/courses/teaching" variant="outlined" color="secondary">
        {translate('resources.courses.teaching')}
      </Button>
      <CreateButton permissions={['TRAINING_EDIT']} />
    </>
  );
}

function NameOf({ of }: { of: 'programme' | 'station' }) {
  const course = useRecordContext<Course>();
  const name = of === 'programme' ? course?.programme?.title : course?.station?.name;
  return <>{name ?? '—'}</>;
}

function Places() {
  const course = useRecordContext<Course>();
  return <>{course ? `${course.enrolledCount} / ${course.capacity}` : ''}</>;
}
