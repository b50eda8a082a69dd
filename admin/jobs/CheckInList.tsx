import { Chip, Stack } from '@mui/material';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { DayField } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { type CheckIn, CheckInButton } from './CheckInButton.js';

interface Row extends CheckIn {
  member: {
    batchNumber: number;
    employerName: string;
    person: { name: string } | null;
    station: { name: string } | null;
  } | null;
}

const columns = [
  { source: 'person', field: <Who of="person" /> },
  { source: 'station', field: <Who of="station" /> },
  { source: 'batch', field: <FromBatch /> },
  { source: 'dueOn', field: <DayField source="dueOn" />, isSortable: true },
  { source: 'found', field: <Found /> },
];

/** Check-ins over all batches, what is due first; the clerk of a town asks their own people. */
export default function CheckInList() {
  return (
    <ListPage
      columns={columns}
      isSearchable={false}
      filters={[{ source: 'within', kind: 'station' }]}
      sort={{ field: 'dueOn', order: 'ASC' }}
      to={null}
    >
      <Due />
    </ListPage>
  );
}

/** What is due by today, all that is still to be asked, or everything. */
function Due() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { within } = filterValues;
  const base = within ? { within } : {};
  const choices = [
    { word: 'dueNow', filter: { ...base, isDone: false, dueBy: today() } },
    { word: 'notAsked', filter: { ...base, isDone: false } },
    { word: 'everything', filter: base },
  ];
  const isChosen = (filter: object) => JSON.stringify(sorted(filter)) === JSON.stringify(sorted(filterValues));
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1.5 }}>
      {choices.map(({ word, filter }) => (
        <Chip
          key={word}
          label={translate(`lianxin.jobs.due.${word}`)}
          aria-pressed={isChosen(filter)}
          variant={isChosen(filter) ? 'filled' : 'outlined'}
          onClick={() => setFilters(filter)}
          sx={{ height: { xs: 44, sm: 32 } }}
        />
      ))}
    </Stack>
  );
}

function sorted(filter: object): [string, unknown][] {
  return Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
}

function Who({ of }: { of: 'person' | 'station' }) {
  const record = useRecordContext() as unknown as Row | undefined;
  return <span>{record?.member?.[of]?.name ?? '—'}</span>;
}

function FromBatch() {
  const translate = useTranslate();
  const member = (useRecordContext() as unknown as Row | undefined)?.member;
  if (!member) return <span>—</span>;
  return (
    <span>
      {member.employerName} {translate('lianxin.jobs.batchNo', { number: member.batchNumber })}
    </span>
  );
}

function Found() {
  const record = useRecordContext() as unknown as Row | undefined;
  return record ? <CheckInButton checkIn={record} name={record.member?.person?.name ?? ''} /> : null;
}
