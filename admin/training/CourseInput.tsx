import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { ask } from '../provider/graphql.js';
import { COURSES } from './levelTests.documents.js';

/** A course as it is chosen. */
export interface CourseChoice {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
  station: { id: string; name: string } | null;
}

interface CourseSelectProps {
  value: string;
  onChange: (id: string) => void;
  label?: string;
  error?: string;
}

/** The courses that the person may see, the latest first. */
export function useCourses() {
  return useQuery({
    queryKey: ['coursesToChoose'],
    queryFn: ({ signal }) =>
      ask<{ courses: { nodes: CourseChoice[] } }>(COURSES, {}, { signal }).then(({ courses }) => courses.nodes),
    retry: false,
  });
}

/** Chooses one of the courses. */
export function CourseSelect({ value, onChange, label, error }: CourseSelectProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data: courses = [] } = useCourses();
  return (
    <TextField
      select
      fullWidth
      label={label ?? translate('resources.levelTests.fields.course')}
      value={courses.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error}
    >
      {courses.map(({ id, title, startsOn, endsOn, station }) => (
        <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
          {title} · {station?.name} · {day(startsOn, locale)} – {day(endsOn, locale)}
        </MenuItem>
      ))}
    </TextField>
  );
}
