import { Button } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { EnumField, MoneyField, None } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { useMay } from '../provider/useMe.js';
import { Named } from './OpeningList.js';
import { SeekerAdd } from './SeekerAdd.js';

const STATES = ['SEEKING', 'PLACED', 'WITHDRAWN'];

const columns = [
  { source: 'person', field: <Named of="person" /> },
  { source: 'station', field: <Named of="station" /> },
  { source: 'skills', field: <Skills /> },
  { source: 'distance', field: <EnumField source="distance" type="Distance" /> },
  { source: 'wageWished', field: <MoneyField source="wageWished" />, isFigure: true },
  { source: 'state', field: <EnumField source="state" type="JobSeekerState" /> },
];

/** People who look for work, in the order in which they came; they are never ranked. */
export default function SeekerList() {
  const translate = useTranslate();
  const isEnroller = useMay('JOBS_ENROL');
  const [isAdding, setAdding] = useState(false);
  const add = isEnroller && (
    <Button variant="contained" onClick={() => setAdding(true)}>
      {translate('lianxin.jobs.seekerAdd')}
    </Button>
  );
  return (
    <>
      <ListPage
        columns={columns}
        isSearchable={false}
        filters={[
          { source: 'state', kind: 'enum', type: 'JobSeekerState', values: STATES },
          { source: 'within', kind: 'station' },
        ]}
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={add}
        emptyAction={add}
      />
      {isAdding && <SeekerAdd close={() => setAdding(false)} />}
    </>
  );
}

function Skills() {
  const skills = (useRecordContext()?.skills ?? []) as string[];
  return skills.length ? <span>{skills.join('、')}</span> : <None />;
}
