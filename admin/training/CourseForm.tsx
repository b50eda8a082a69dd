import { useQuery } from '@tanstack/react-query';
import { CheckboxGroupInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { DayInput, WholeInput } from '../parts/inputs.js';
import { CreatePage, EditPage } from '../parts/RecordPages.js';
import { StationInput } from '../parts/StationPicker.js';
import { ask } from '../provider/graphql.js';
import { OPEN_PROGRAMMES, TEACHERS } from './courses.documents.js';

const FIELDS = ['title', 'audiences', 'capacity', 'startsOn', 'endsOn', 'providerId'];
const AUDIENCES = ['HOUSEHOLD', 'CADRE', 'HELPER'];

/** Opens a course: in which programme, where, for whom, with how many places. */
export function CourseCreate() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const { data: programmes = [] } = useQuery({
    queryKey: ['openTrainingProgrammes'],
    queryFn: ({ signal }) =>
      ask<{ trainingProgrammes: { nodes: { id: string; title: string }[] } }>(OPEN_PROGRAMMES, {}, { signal }).then(
        (data) => data.trainingProgrammes.nodes,
      ),
    retry: false,
  });
  return (
    <CreatePage
      fields={['programmeId', 'stationId', ...FIELDS, 'classGroups']}
      title={() => translate('resources.courses.create')}
      crumbs={() => [{ label: translate('resources.courses.menu'), to: '/courses' }]}
      defaultValues={{ programmeId: search.get('programmeId'), audiences: ['HOUSEHOLD'] }}
    >
      <SelectInput
        source="programmeId"
        choices={programmes}
        optionText="title"
        validate={required()}
        helperText={translate('resources.courses.programmeHelp')}
      />
      <StationInput source="stationId" label={translate('resources.courses.fields.station')} />
      <CourseInputs />
      <TextInput
        source="groupLines"
        multiline
        minRows={2}
        helperText={translate('resources.courses.groupsHelp')}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </CreatePage>
  );
}

/** Changes what a course says of itself; places may grow, and fall to those taken. */
export function CourseEdit() {
  const translate = useTranslate();
  return (
    <EditPage
      fields={FIELDS}
      title={(record) => translate('resources.courses.edit', { title: String(record?.title ?? '') })}
      crumbs={() => [{ label: translate('resources.courses.menu'), to: '/courses' }]}
    >
      <CourseInputs />
    </EditPage>
  );
}

function CourseInputs() {
  const { data: providers = [] } = useQuery({
    queryKey: ['trainingProviders'],
    queryFn: ({ signal }) =>
      ask<{ trainingProviders: { nodes: { id: string; name: string }[] } }>(TEACHERS, {}, { signal }).then(
        (data) => data.trainingProviders.nodes,
      ),
    retry: false,
  });
  const audiences = AUDIENCES.map((id) => ({ id, name: `enums.CourseAudience.${id}` }));
  return (
    <>
      <TextInput
        source="title"
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
      />
      <WholeInput source="capacity" isRequired />
      <DayInput source="startsOn" isRequired />
      <DayInput source="endsOn" isRequired />
      <CheckboxGroupInput source="audiences" choices={audiences} validate={required()} />
      <SelectInput source="providerId" choices={providers} emptyText="—" />
    </>
  );
}
