import { required, TextInput, useTranslate } from 'react-admin';
import { EditPage } from '../parts/RecordPages.js';
import { StationInput } from '../parts/StationPicker.js';
import { pathTo, useStationTree } from '../parts/stations.js';

/** Name and station of a person; everything else of theirs changes by an act of its own on the show page. */
export default function UserEdit() {
  const translate = useTranslate();
  const { data: root } = useStationTree();
  const show = (field: string, value: unknown) =>
    field === 'stationId' ? (pathTo(root, String(value)).at(-1)?.name ?? '—') : String(value ?? '—');
  return (
    <EditPage
      fields={['name', 'stationId']}
      title={(record) => translate('resources.users.edit', { name: record?.name })}
      crumbs={(record) => [
        { label: translate('resources.users.menu'), to: '/users' },
        { label: String(record?.account), to: `/users/${record?.id}/show` },
      ]}
      show={show}
    >
      <TextInput
        source="name"
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 40, autoComplete: 'off' } }}
      />
      <StationInput source="stationId" label={translate('resources.users.fields.station')} isRequired />
    </EditPage>
  );
}
