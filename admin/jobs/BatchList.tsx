import { Button } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DayField, EnumField } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { Named } from './OpeningList.js';

const columns = [
  { source: 'number', field: <Title /> },
  { source: 'day', field: <DayField source="day" />, isSortable: true },
  { source: 'transport', field: <EnumField source="transport" type="Transport" /> },
  { source: 'state', field: <EnumField source="state" type="DispatchState" /> },
  { source: 'station', field: <Named of="station" /> },
];

/** Batches, latest first; new ones are begun on the page of their opening. */
export default function BatchList() {
  const translate = useTranslate();
  return (
    <ListPage
      columns={columns}
      isSearchable={false}
      filters={[{ source: 'within', kind: 'station' }]}
      sort={{ field: 'day', order: 'DESC' }}
      actions={
        <Button component={Link} to="/dispatchBatches/retention" variant="outlined" color="secondary">
          {translate('lianxin.jobs.retention.title')}
        </Button>
      }
    />
  );
}

function Title() {
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record) return null;
  return (
    <span>
      {(record.employer as { name: string } | null)?.name}{' '}
      {translate('lianxin.jobs.batchNo', { number: record.number })}
    </span>
  );
}
