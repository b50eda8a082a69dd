import { useTranslate } from 'react-admin';
import { EditPage } from '../parts/RecordPages.js';
import { PersonInputs } from './PersonInputs.js';

/** Corrects a person. */
export default function PersonEdit() {
  const translate = useTranslate();
  return (
    <EditPage
      fields={['name', 'sex', 'birthDay', 'canWork', 'isStudent']}
      title={(record) => translate('resources.persons.edit', { name: record?.name })}
      crumbs={(record) => [
        { label: translate('resources.persons.menu'), to: '/persons' },
        { label: String(record?.name ?? ''), to: `/persons/${record?.id}/show` },
      ]}
    >
      <PersonInputs />
    </EditPage>
  );
}
