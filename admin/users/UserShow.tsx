import { Alert, Link } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { EditButton } from '../parts/actions.js';
import { Details, Labelled, MomentField, None } from '../parts/fields.js';
import { Section } from '../parts/Page.js';
import { ShowPage } from '../parts/RecordPages.js';
import { useMay, useMe } from '../provider/useMe.js';
import { Explain } from './Explain.js';
import { Grants } from './Grants.js';
import { UserActs } from './UserActs.js';
import { StateField } from './UserList.js';
import { placeName, type User } from './user.js';

/** One person: who they are, the roles they hold, held and will hold, and why they may or may not do something. */
export default function UserShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.name)}
      crumbs={() => [{ label: translate('resources.users.menu'), to: '/users' }]}
      actions={<Actions />}
    >
      <Own />
      <Facts />
      <Grants />
      <Section title={translate('resources.users.why.title')}>
        <Explain />
      </Section>
    </ShowPage>
  );
}

function Actions() {
  return (
    <>
      <EditButton permissions={['USER_EDIT']} />
      <UserActs />
    </>
  );
}

function Own() {
  const translate = useTranslate();
  const me = useMe();
  const record = useRecordContext<User>();
  if (!me || me.user.id !== record?.id) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {translate('resources.users.own')}{' '}
      <Link component={RouterLink} to="/account">
        {translate('lianxin.account.title')}
      </Link>
    </Alert>
  );
}

function Facts() {
  const translate = useTranslate();
  const record = useRecordContext<User>();
  const isAuditor = useMay('AUDIT_READ');
  if (!record) return null;
  const history = `/auditEntries?filter=${encodeURIComponent(JSON.stringify({ recordId: record.id }))}`;
  const label = (field: string) => translate(`resources.users.fields.${field}`);
  return (
    <Details>
      <Labelled label={label('account')}>{record.account}</Labelled>
      <Labelled label={label('station')}>
        {record.station ? (
          <Link component={RouterLink} to={`/stations/${record.station.id}/show`} color="inherit">
            {placeName(record.station)}
          </Link>
        ) : (
          <None />
        )}
      </Labelled>
      <Labelled label={label('isDisabled')}>
        <StateField />
      </Labelled>
      <Labelled label={label('lastSignInAt')}>
        <MomentField source="lastSignInAt" />
      </Labelled>
      <Labelled label={label('createdAt')}>
        <MomentField source="createdAt" />
      </Labelled>
      {isAuditor && (
        <Labelled label={translate('resources.auditEntries.menu')}>
          <Link component={RouterLink} to={history} color="inherit">
            {translate('resources.auditEntries.ofRecord')}
          </Link>
        </Labelled>
      )}
    </Details>
  );
}
