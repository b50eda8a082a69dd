import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type RaRecord, required, TextInput, useRedirect, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CreatePage } from '../parts/RecordPages.js';
import { SecretDialog } from '../parts/SecretDialog.js';
import { StationInput } from '../parts/StationPicker.js';
import { useMe } from '../provider/useMe.js';

/** Enters a person; the first password stands in a dialog until it has been noted. */
export default function UserCreate() {
  const translate = useTranslate();
  const redirect = useRedirect();
  const me = useMe();
  const [search] = useSearchParams();
  const { made, take, forget } = useMade();
  const close = () => {
    forget();
    redirect('show', 'users', made?.id);
  };
  return (
    <CreatePage
      fields={['account', 'name', 'stationId']}
      title={() => translate('resources.users.create')}
      defaultValues={{ stationId: search.get('stationId') ?? me?.user.station?.id ?? null }}
      onSaved={take}
    >
      <TextInput
        source="account"
        validate={required()}
        helperText={translate('resources.users.accountHelp', { code: me?.tenant?.code ?? '' })}
        slotProps={{ htmlInput: { maxLength: 30, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }}
      />
      <TextInput
        source="name"
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 40, autoComplete: 'off' } }}
      />
      <StationInput source="stationId" label={translate('resources.users.fields.station')} isRequired />
      {made && (
        <SecretDialog
          title={translate('resources.users.created', { name: made.name })}
          lead={translate(made.password ? 'resources.users.passwordOnce' : 'resources.users.passwordGone')}
          secrets={[
            { label: translate('resources.users.fields.account'), text: made.account },
            ...(made.password ? [{ label: translate('resources.users.firstPassword'), text: made.password }] : []),
          ]}
          onClose={close}
        />
      )}
    </CreatePage>
  );
}

interface Made {
  id: string;
  account: string;
  name: string;
  password: string | null;
}

/** Holds the created person while their password is shown, and keeps the password out of the cache of records. */
function useMade() {
  const [made, setMade] = useState<Made>();
  const client = useQueryClient();
  const take = (record: RaRecord) => {
    setMade(record as unknown as Made);
    client.removeQueries({ queryKey: ['users', 'getOne', { id: String(record.id) }] });
  };
  const forget = () => {
    client.removeQueries({ queryKey: ['users', 'getOne'] });
    setMade(undefined);
  };
  return { made, take, forget };
}
