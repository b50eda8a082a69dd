import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import EventBusyIcon from '@mui/icons-material/EventBusyOutlined';
import ScheduleIcon from '@mui/icons-material/ScheduleOutlined';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { DayField, EnumField, MomentField } from '../parts/fields.js';
import { IconWord } from '../parts/IconWord.js';
import { ListPage } from '../parts/ListPage.js';
import { act } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { type ApiKey, stateOf } from './apiKey.js';
import { API_KEY_REVOKE } from './apiKeys.documents.js';

const ICONS = { inForce: CheckIcon, ending: ScheduleIcon, expired: EventBusyIcon, revoked: BlockIcon } as const;
const COLOURS = { inForce: 'success', ending: 'warning', expired: 'error', revoked: 'error' } as const;

const columns = [
  { source: 'name' },
  { source: 'prefix', field: <Prefix /> },
  { source: 'scopes', field: <EnumField source="scopes" type="ApiKeyScope" /> },
  { source: 'stations', field: <Stations /> },
  { source: 'expiresOn', field: <DayField source="expiresOn" /> },
  { source: 'budgetPerMinute', isFigure: true },
  { source: 'lastUsedAt', field: <MomentField source="lastUsedAt" /> },
  { source: 'state', field: <State /> },
  { source: 'act', field: <Revoke /> },
];

/** The county's partner keys: what each may read, until when, when it was last used, and the way to revoke it. */
export default function ApiKeyList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['API_KEY_EDIT']} label={translate('resources.apiKeys.create')} />;
  return (
    <ListPage columns={columns} to={null} isSearchable={false} actions={create} emptyAction={<FirstKey />}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate('resources.apiKeys.lead')}
      </Typography>
    </ListPage>
  );
}

function FirstKey() {
  const translate = useTranslate();
  return <Typography color="textSecondary">{translate('resources.apiKeys.first')}</Typography>;
}

function Prefix() {
  const key = useRecordContext<ApiKey>();
  return <code>{key?.prefix}…</code>;
}

function Stations() {
  const translate = useTranslate();
  const key = useRecordContext<ApiKey>();
  const names = (key?.stations ?? []).map(({ name }) => name);
  const [first = '—'] = names;
  const text =
    names.length > 3
      ? translate('resources.apiKeys.andMore', { first, count: names.length })
      : names.join(translate('lianxin.comma'));
  return <span title={names.join(translate('lianxin.comma'))}>{text}</span>;
}

function State() {
  const translate = useTranslate();
  const key = useRecordContext<ApiKey>();
  if (!key) return null;
  const state = stateOf(key);
  return (
    <IconWord
      icon={ICONS[state]}
      color={COLOURS[state]}
      text={translate(`resources.apiKeys.states.${state}`)}
      title={key.revokedReason ?? undefined}
    />
  );
}

function Revoke() {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const key = useRecordContext<ApiKey>();
  const isAllowed = useMay('API_KEY_EDIT');
  const [isOpen, setOpen] = useState(false);
  if (!key || key.revokedAt || !isAllowed) return null;
  const { id, version, name } = key;
  const revoke = async (reason: string) => {
    await act(API_KEY_REVOKE, 'apiKeyRevoke', { id, version, reason });
    notify('resources.apiKeys.revoked', { type: 'success', messageArgs: { name } });
    refresh();
  };
  const verb = translate('resources.apiKeys.revoke');
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="error"
        aria-label={`${verb}: ${name}`}
        onClick={() => setOpen(true)}
      >
        {verb}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        title={translate('resources.apiKeys.askRevoke', { name })}
        verb={verb}
        isDangerous
        onClose={() => setOpen(false)}
        onConfirm={revoke}
      >
        <Typography>{translate('resources.apiKeys.revokeEffect')}</Typography>
      </ReasonDialog>
    </>
  );
}
