import BlockIcon from '@mui/icons-material/Block';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import { Stack } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Details, Labelled, MomentField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { IconWord } from '../parts/IconWord.js';
import { ListPage } from '../parts/ListPage.js';
import { AuditTabs } from './AuditTabs.js';
import { Origin } from './EntryDetails.js';
import { EVENTS, type SecurityEvent } from './entry.js';
import { OpenedRow, useOpening } from './opened.js';

const REFUSALS = ['SIGN_IN_REFUSED', 'SIGN_IN_LOCKED', 'PASSWORD_REFUSED', 'FORBIDDEN', 'KEY_REFUSED', 'RATE_LIMITED'];

const columns = [
  { source: 'at', field: <MomentField source="at" /> },
  { source: 'kind', field: <Kind /> },
  { source: 'account', field: <Text source="account" /> },
  { source: 'station', field: <StationName /> },
  { source: 'detail', field: <Text source="detail" /> },
];

const filters: Filter[] = [
  { source: 'at', kind: 'period' },
  { source: 'within', kind: 'station' },
  { source: 'kind', kind: 'enum', type: 'SecurityEventKind', values: EVENTS, isLong: true },
];

/** Sign-ins, their refusals, and acts refused, newest first. */
export default function SecurityList() {
  const translate = useTranslate();
  const to = useOpening();
  return (
    <ListPage
      columns={columns}
      filters={filters}
      searchLabel={translate('resources.securityEvents.searchBy')}
      above={<AuditTabs />}
      title={translate('resources.auditEntries.name', { smart_count: 2 })}
      to={to}
    >
      <OpenedRow title={translate('resources.securityEvents.one')}>
        <EventDetails />
      </OpenedRow>
    </ListPage>
  );
}

function EventDetails() {
  const translate = useTranslate();
  const event = useRecordContext<SecurityEvent>();
  if (!event) return null;
  const label = (field: string) => translate(`resources.securityEvents.fields.${field}`);
  return (
    <Stack spacing={2}>
      <Details>
        <Labelled label={label('at')}>
          <MomentField source="at" />
        </Labelled>
        <Labelled label={label('kind')}>
          <Kind />
        </Labelled>
        <Labelled label={label('account')}>{event.account ?? <None />}</Labelled>
        <Labelled label={label('station')}>{event.station?.name ?? <None />}</Labelled>
        <Labelled label={label('detail')} isWide>
          {event.detail ?? <None />}
        </Labelled>
      </Details>
      <Origin requestId={event.requestId} client={event.client} />
    </Stack>
  );
}

function Kind() {
  const translate = useTranslate();
  const { kind = '' } = useRecordContext<SecurityEvent>() ?? {};
  const isRefusal = REFUSALS.includes(kind);
  return (
    <IconWord
      icon={isRefusal ? BlockIcon : CheckIcon}
      color={isRefusal ? 'error' : 'success'}
      text={translate(`enums.SecurityEventKind.${kind}`, { _: kind })}
    />
  );
}

function Text({ source }: { source: 'account' | 'detail' }) {
  const event = useRecordContext<SecurityEvent>();
  return event?.[source] ? <span>{event[source]}</span> : <None />;
}

function StationName() {
  const event = useRecordContext<SecurityEvent>();
  return event?.station ? <span>{event.station.name}</span> : <None />;
}
