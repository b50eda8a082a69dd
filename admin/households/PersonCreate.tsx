import { useRedirect, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { DayInput, EnumInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';
import { StationInput } from '../parts/StationPicker.js';
import { useMe } from '../provider/useMe.js';
import { isHead, membersOf, RELATIONS, useHousehold, useRefreshHouseholds } from './household.js';
import { PersonInputs } from './PersonInputs.js';

/** Enters a person: a member of the household that the address names, or a cadre of a station. */
export default function PersonCreate() {
  const translate = useTranslate();
  const redirect = useRedirect();
  const refresh = useRefreshHouseholds();
  const [search] = useSearchParams();
  const householdId = search.get('householdId');
  const { data: household } = useHousehold(householdId ?? undefined);
  const me = useMe();
  const hasHead = household ? membersOf(household).some(isHead) : false;
  const back = (id: string) => redirect(householdId ? `/households/${householdId}/show` : `/persons/${id}/show`);
  const name = household?.headName || household?.code || '';
  return (
    <CreatePage
      fields={['name', 'sex', 'idNumber', 'birthDay', 'phone', 'relation', 'from', 'stationId']}
      title={() => translate(householdId ? 'resources.persons.createIn' : 'resources.persons.create', { name })}
      crumbs={() => [
        { label: translate('resources.households.menu'), to: '/households' },
        ...(householdId ? [{ label: name, to: `/households/${householdId}/show` }] : []),
      ]}
      defaultValues={householdId ? { householdId, from: today() } : { stationId: me?.user.station?.id ?? null }}
      redirect={false}
      onSaved={(record) => {
        void refresh().then(() => back(String(record.id)));
      }}
    >
      <PersonInputs />
      {householdId ? (
        <>
          <EnumInput
            source="relation"
            type="Relation"
            values={hasHead ? RELATIONS.filter((one) => one !== 'HEAD') : RELATIONS}
            isRequired
          />
          <DayInput source="from" />
        </>
      ) : (
        <StationInput source="stationId" label={translate('resources.persons.fields.station')} isRequired />
      )}
    </CreatePage>
  );
}
