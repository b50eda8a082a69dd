import { useQuery } from '@tanstack/react-query';
import { BooleanInput, required, SelectInput, useInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { today } from '../parts/dates.js';
import { DayInput, EnumInput, WholeInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';
import { ErrorState } from '../parts/refusals.js';
import { ask } from '../provider/graphql.js';
import { MODES } from './ContractList.js';
import { HouseholdInput } from './HouseholdInput.js';
import { CONTRACT_CHOICES } from './livestock.documents.js';

const FIELDS = ['householdId', 'programmeId', 'mode', 'cooperativeId', 'species', 'head', 'startsOn'];
const SPECIES = ['SHEEP', 'CATTLE', 'PIG', 'DONKEY'];

const START = {
  mode: 'AGENT_RAISE',
  species: 'SHEEP',
  startsOn: today(),
  ratioEntrusted: 2,
  ratioReturned: 1,
  years: 4,
  isHalfCarried: true,
  isPrincipalReturned: false,
};

/** A new contract; the terms of the dividend are asked for where animals are entrusted. */
export default function ContractCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      fields={FIELDS}
      title={() => translate('lianxin.livestock.create')}
      crumbs={() => [{ label: translate('resources.livestockContracts.menu'), to: '/livestockContracts' }]}
      defaultValues={START}
    >
      <Household />
      <Choices />
      <EnumInput source="species" type="Species" values={SPECIES} isRequired />
      <WholeInput source="head" isRequired />
      <DayInput source="startsOn" isRequired />
      <Dividend />
    </CreatePage>
  );
}

function Household() {
  const { field, fieldState } = useInput({ source: 'householdId', validate: required() });
  const translate = useTranslate();
  const message = fieldState.error?.message;
  const error = message && (message.includes('ra.validation') ? translate('ra.validation.required') : message);
  return <HouseholdInput value={field.value ?? ''} onChange={field.onChange} error={error} />;
}

interface Named {
  id: string;
  name?: string;
  title?: string;
}

function Choices() {
  const { data, error, refetch } = useQuery({
    queryKey: ['contractChoices'],
    queryFn: ({ signal }) =>
      ask<Record<'cooperatives' | 'industryProgrammes', { nodes: Named[] }>>(CONTRACT_CHOICES, {}, { signal }),
    retry: false,
  });
  const isEntrusted = useWatch({ name: 'mode' }) === 'AGENT_RAISE';
  if (error) return <ErrorState error={error} retry={refetch} />;
  const programmes = data?.industryProgrammes.nodes ?? [];
  const cooperatives = data?.cooperatives.nodes ?? [];
  return (
    <>
      <SelectInput source="programmeId" choices={programmes} optionText="title" translateChoice={false} isRequired />
      <EnumInput source="mode" type="LivestockMode" values={MODES} isRequired />
      {isEntrusted && (
        <SelectInput
          source="cooperativeId"
          choices={cooperatives}
          optionText="name"
          translateChoice={false}
          isRequired
        />
      )}
    </>
  );
}

function Dividend() {
  const isEntrusted = useWatch({ name: 'mode' }) === 'AGENT_RAISE';
  if (!isEntrusted) return null;
  return (
    <>
      <WholeInput source="ratioEntrusted" isRequired />
      <WholeInput source="ratioReturned" isRequired />
      <WholeInput source="years" isRequired />
      <BooleanInput source="isHalfCarried" />
      <BooleanInput source="isPrincipalReturned" />
    </>
  );
}
