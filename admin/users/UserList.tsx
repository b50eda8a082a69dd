import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import { useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { MomentField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { IconWord } from '../parts/IconWord.js';
import { ListPage } from '../parts/ListPage.js';
import { ROLES } from './roles.js';
import type { User } from './user.js';

const columns = [
  { source: 'account', isSortable: true },
  { source: 'name', isSortable: true },
  { source: 'station', field: <StationName /> },
  { source: 'roles', field: <Roles /> },
  { source: 'lastSignInAt', field: <MomentField source="lastSignInAt" /> },
  { source: 'isDisabled', field: <StateField /> },
];

const filters: Filter[] = [
  { source: 'within', kind: 'station' },
  { source: 'role', kind: 'enum', type: 'Role', values: ROLES },
  { source: 'isDisabled', kind: 'flag' },
];

/** Everybody who works within one's stations, with what they are today. */
export default function UserList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['USER_EDIT']} label={translate('resources.users.create')} />;
  return <ListPage columns={columns} filters={filters} sort={{ field: 'account', order: 'ASC' }} actions={create} />;
}

/** Whether an account is in use or switched off, by icon and word. */
export function StateField() {
  const translate = useTranslate();
  const record = useRecordContext<User>();
  if (!record) return null;
  return (
    <IconWord
      icon={record.isDisabled ? BlockIcon : CheckIcon}
      color={record.isDisabled ? 'error' : 'success'}
      text={translate(`resources.users.state.${record.isDisabled ? 'off' : 'on'}`)}
    />
  );
}

function StationName() {
  const record = useRecordContext<User>();
  return record?.station ? <span>{record.station.name}</span> : <None />;
}

function Roles() {
  const translate = useTranslate();
  const record = useRecordContext<User>();
  const held = (record?.grants ?? []).filter(({ isInForce }) => isInForce);
  if (!held.length) return <span>{translate('resources.users.noRole')}</span>;
  const words = held.map(({ role, station }) => {
    const name = translate(`enums.Role.${role}`, { _: role });
    return station && station.id !== record?.station?.id ? `${name}（${station.name}）` : name;
  });
  return <span>{words.join(translate('lianxin.comma'))}</span>;
}
