import { useInput, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { DayInput, WholeInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';
import { CourseSelect } from './CourseInput.js';

/** Plans the test of a month. */
export default function LevelTestCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      fields={['courseId', 'month', 'maxScore']}
      title={() => translate('resources.levelTests.plan')}
      crumbs={() => [{ label: translate('resources.levelTests.menu'), to: '/levelTests' }]}
      defaultValues={{ month: today(), maxScore: 100 }}
    >
      <CourseInput />
      <DayInput source="month" isRequired helperText={translate('resources.levelTests.help.month')} />
      <WholeInput source="maxScore" isRequired />
    </CreatePage>
  );
}

function CourseInput() {
  const { field, fieldState } = useInput({ source: 'courseId', isRequired: true });
  return <CourseSelect value={String(field.value ?? '')} onChange={field.onChange} error={fieldState.error?.message} />;
}
