import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Page, Section } from '../parts/Page.js';
import { useMe } from '../provider/useMe.js';
import { PasswordForm } from './PasswordForm.js';
import { Sessions } from './Sessions.js';

/** One's own account: the password and the open sessions. */
export default function Account() {
  const translate = useTranslate();
  const me = useMe();
  return (
    <Page title={translate('lianxin.account.title')} lead={me?.user.account}>
      {me?.mustChangePassword && <Alert severity="warning">{translate('lianxin.account.mustChange')}</Alert>}
      <Section title={translate('lianxin.account.password')}>
        <PasswordForm />
      </Section>
      <Section title={translate('lianxin.account.sessions')}>
        <Sessions />
      </Section>
    </Page>
  );
}
