import { useRecordContext, useTranslate } from 'react-admin';
import { MomentField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import { AuditTabs } from './AuditTabs.js';
import { ACTS, RECORDS } from './audited.js';
import { EntryDetails } from './EntryDetails.js';
import { type AuditEntry, subjectOf } from './entry.js';
import { OpenedRow, useOpening } from './opened.js';

const columns = [
  { source: 'at', field: <MomentField source="at" /> },
  { source: 'by' },
  { source: 'act', field: <ActName /> },
  { source: 'record', field: <RecordName /> },
  { source: 'station', field: <StationName /> },
  { source: 'reason', field: <Reason /> },
];

const filters: Filter[] = [
  { source: 'at', kind: 'period' },
  { source: 'within', kind: 'station' },
  { source: 'act', kind: 'enum', type: 'AuditAct', values: ACTS, isLong: true },
  { source: 'record', kind: 'enum', type: 'AuditRecord', values: RECORDS, isLong: true },
  { source: 'recordId', kind: 'text' },
];

/** Every change, newest first; a row opens with its fields before and after. */
export default function AuditList() {
  const translate = useTranslate();
  const to = useOpening();
  return (
    <ListPage
      columns={columns}
      filters={filters}
      searchLabel={translate('resources.auditEntries.searchBy')}
      above={<AuditTabs />}
      to={to}
    >
      <OpenedRow title={translate('resources.auditEntries.one')}>
        <EntryDetails />
      </OpenedRow>
    </ListPage>
  );
}

function ActName() {
  const translate = useTranslate();
  const { act = '' } = useRecordContext<AuditEntry>() ?? {};
  return <span>{translate(`enums.AuditAct.${act}`, { _: act })}</span>;
}

function RecordName() {
  const translate = useTranslate();
  const entry = useRecordContext<AuditEntry>();
  if (!entry) return null;
  const type = translate(`enums.AuditRecord.${entry.record}`, { _: entry.record });
  const role = entry.changes.find(({ field }) => field === 'role');
  const held = role?.after ?? role?.before;
  const subject = held ? translate(`enums.Role.${held}`, { _: held }) : subjectOf(entry);
  return <span>{subject ? `${type} · ${subject}` : type}</span>;
}

function StationName() {
  const entry = useRecordContext<AuditEntry>();
  return entry?.station ? <span>{entry.station.name}</span> : <None />;
}

function Reason() {
  const entry = useRecordContext<AuditEntry>();
  return entry?.reason ? <span>{entry.reason}</span> : <None />;
}
