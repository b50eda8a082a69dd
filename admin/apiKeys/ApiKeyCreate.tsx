import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckboxGroupInput, type RaRecord, required, TextInput, useRedirect, useTranslate } from 'react-admin';
import { DayInput, WholeInput } from '../parts/inputs.js';
import { CreatePage } from '../parts/RecordPages.js';
import { SecretDialog } from '../parts/SecretDialog.js';
import { StationsInput } from '../parts/StationsInput.js';
import { inAYear, SCOPES } from './apiKey.js';
import { Sample } from './Sample.js';

const choices = SCOPES.map((scope) => ({ id: scope, name: `enums.ApiKeyScope.${scope}` }));

/** Makes a partner key; the key itself stands in a dialog, with a first request, until it has been noted. */
export default function ApiKeyCreate() {
  const translate = useTranslate();
  const { made, take, close } = useMade();
  return (
    <CreatePage
      fields={['name', 'scopes', 'stationIds', 'expiresOn', 'budgetPerMinute']}
      title={() => translate('resources.apiKeys.create')}
      defaultValues={{ scopes: [], stationIds: [], expiresOn: inAYear(), budgetPerMinute: 60 }}
      onSaved={take}
    >
      <TextInput
        source="name"
        validate={required()}
        helperText={translate('resources.apiKeys.nameHelp')}
        slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
      />
      <CheckboxGroupInput
        source="scopes"
        choices={choices}
        label={`${translate('resources.apiKeys.fields.scopes')}${translate('lianxin.required')}`}
        validate={(chosen: string[]) => (chosen?.length ? undefined : 'ra.validation.required')}
        sx={{ '& .RaCheckboxGroupInput-label': { transform: 'none', fontSize: 14, color: 'text.primary' } }}
        helperText={translate('resources.apiKeys.scopesHelp')}
      />
      <StationsInput
        source="stationIds"
        label={translate('resources.apiKeys.fields.stations')}
        helperText={translate('resources.apiKeys.stationsHelp')}
        isRequired
      />
      <DayInput source="expiresOn" isRequired helperText={translate('resources.apiKeys.expiresHelp')} />
      <WholeInput source="budgetPerMinute" isRequired helperText={translate('resources.apiKeys.budgetHelp')} />
      {made && (
        <SecretDialog
          title={translate('resources.apiKeys.made', { name: made.name })}
          lead={translate(made.secret ? 'resources.apiKeys.secretOnce' : 'resources.apiKeys.secretGone')}
          secrets={made.secret ? [{ label: translate('resources.apiKeys.secret'), text: made.secret }] : []}
          onClose={close}
        >
          {made.secret && <Sample secret={made.secret} scopes={made.scopes} />}
        </SecretDialog>
      )}
    </CreatePage>
  );
}

interface Made {
  name: string;
  scopes: string[];
  secret: string | null;
}

/** Holds the new key while it is shown, and keeps its text out of the cache of records. */
function useMade() {
  const [made, setMade] = useState<Made>();
  const redirect = useRedirect();
  const client = useQueryClient();
  const take = (record: RaRecord) => setMade(record as unknown as Made);
  const close = () => {
    client.removeQueries({ queryKey: ['apiKeys', 'getOne'] });
    setMade(undefined);
    redirect('list', 'apiKeys');
  };
  return { made, take, close };
}
