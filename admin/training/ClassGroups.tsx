import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { Section } from '../parts/Page.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import type { Course } from './course.js';
import { CLASS_GROUP_CREATE } from './courses.documents.js';

/** The class groups of a course, and the way to one more. */
export function ClassGroups({ course }: { course: Course }) {
  const translate = useTranslate();
  const may = useMay('TRAINING_EDIT', reachPath(course));
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button variant="outlined" color="secondary" onClick={() => setAdding(true)}>
      {translate('resources.courses.addGroup')}
    </Button>
  );
  return (
    <Section title={translate('resources.courses.fields.classGroups')} actions={may && add}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        {course.classGroups.map(({ id, name, level, enrolledCount }) => (
          <Box component="li" key={id}>
            {translate('resources.courses.group', { name: level ? `${name}（${level}）` : name, count: enrolledCount })}
          </Box>
        ))}
      </Box>
      {isAdding && <AddGroup course={course} close={() => setAdding(false)} />}
    </Section>
  );
}

function AddGroup({ course, close }: { course: Course; close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const [values, setValues] = useState({ name: '', level: '' });
  const submit = async () => {
    const input = { courseId: course.id, name: values.name, level: values.level || null };
    await act(CLASS_GROUP_CREATE, 'classGroupCreate', { input, idempotencyKey });
    notify('resources.courses.changed', { type: 'success' });
    refresh();
  };
  return (
    <FormDialog
      title={translate('resources.courses.addGroup')}
      verb={translate('ra.action.save')}
      fields={['name', 'level']}
      isReady={values.name.trim() !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) =>
        (['name', 'level'] as const).map((field) => (
          <TextField
            key={field}
            label={translate(`resources.courses.groupFields.${field}`)}
            value={values[field]}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            error={Boolean(wrong(field))}
            helperText={wrong(field)}
            slotProps={{ htmlInput: { maxLength: 20 } }}
          />
        ))
      }
    </FormDialog>
  );
}
