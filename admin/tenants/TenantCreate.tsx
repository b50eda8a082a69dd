import { Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextInput, useRedirect, useTranslate } from 'react-admin';
import { CreatePage } from '../parts/RecordPages.js';
import { SecretDialog } from '../parts/SecretDialog.js';

/** A county just opened, with what its first administrator signs in with. */
interface Opened {
  name: string;
  account: string;
  password: string;
}

const FIELDS = ['code', 'practiceLabel', 'adminAccount', 'adminName'];

/** Opens a county by its national code; whether the code is one, only the server knows. */
export default function TenantCreate() {
  const translate = useTranslate();
  const redirect = useRedirect();
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened>();
  const help = (field: string) => translate(`resources.tenants.help.${field}`);
  const show = (record: unknown) => {
    client.removeQueries({ queryKey: ['tenants', 'getOne'] });
    setOpened(record as Opened);
  };
  return (
    <>
      <CreatePage
        fields={FIELDS}
        title={() => translate('resources.tenants.open')}
        crumbs={() => [{ label: translate('resources.tenants.menu'), to: '/tenants' }]}
        defaultValues={{ adminAccount: 'admin' }}
        redirect={false}
        onSaved={show}
      >
        <Typography color="textSecondary" sx={{ gridColumn: '1 / -1', mb: 1 }}>
          {translate('resources.tenants.lead')}
        </Typography>
        <TextInput source="code" isRequired helperText={help('code')} slotProps={CODE} autoFocus />
        <TextInput source="practiceLabel" helperText={help('practiceLabel')} slotProps={LABEL} />
        <TextInput source="adminAccount" isRequired helperText={help('adminAccount')} slotProps={ACCOUNT} />
        <TextInput source="adminName" isRequired helperText={false} slotProps={LABEL} />
      </CreatePage>
      {opened && <Secret opened={opened} close={() => redirect('list', 'tenants')} />}
    </>
  );
}

function Secret({ opened, close }: { opened: Opened; close: () => void }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.tenants.opened.${key}`, { name: opened.name });
  const secrets = [
    { label: word('account'), text: opened.account },
    { label: word('password'), text: opened.password },
  ];
  return <SecretDialog title={word('title')} lead={word('once')} secrets={secrets} onClose={close} />;
}

const CODE = { htmlInput: { inputMode: 'numeric', maxLength: 6, autoComplete: 'off' } } as const;
const LABEL = { htmlInput: { maxLength: 40, autoComplete: 'off' } } as const;
const ACCOUNT = {
  htmlInput: { maxLength: 30, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false },
} as const;
