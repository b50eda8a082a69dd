import { TextInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { DayInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';
import { StationInput } from '../parts/StationPicker.js';
import { useMe } from '../provider/useMe.js';

/** Enters a household; its members follow on its file. */
export default function HouseholdCreate() {
  const translate = useTranslate();
  const me = useMe();
  const [search] = useSearchParams();
  const here = me?.user.station;
  const stationId = search.get('stationId') ?? here?.id ?? null;
  return (
    <CreatePage
      fields={['stationId', 'code', 'address', 'from']}
      title={() => translate('resources.households.create')}
      crumbs={() => [{ label: translate('resources.households.menu'), to: '/households' }]}
      defaultValues={{ stationId, from: today() }}
    >
      <StationInput source="stationId" label={translate('resources.households.fields.station')} isRequired />
      <TextInput
        source="code"
        helperText={translate('resources.households.codeHelp')}
        slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off' } }}
      />
      <TextInput source="address" slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }} />
      <DayInput source="from" label={translate('resources.households.fields.livesSince')} />
    </CreatePage>
  );
}
