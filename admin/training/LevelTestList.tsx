import { useLocaleState, useRecordContext } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { EnumField, None } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { monthText } from './month.js';

/** Level tests, the latest month first. */
export default function LevelTestList() {
  const create = <CreateButton permissions={['TRAINING_EDIT']} />;
  return (
    <ListPage
      resource="levelTests"
      columns={[
        { source: 'course', field: <Course /> },
        { source: 'month', field: <MonthField />, isSortable: true },
        { source: 'station', field: <StationName /> },
        { source: 'state', field: <EnumField source="state" type="LevelTestState" /> },
        { source: 'maxScore', isFigure: true, isOnCard: false },
        { source: 'scored', field: <Scored />, isFigure: true },
      ]}
      filters={[{ source: 'within', kind: 'station' }]}
      isSearchable={false}
      sort={{ field: 'month', order: 'DESC' }}
      actions={create}
      emptyAction={create}
    />
  );
}

function Course() {
  const course = useRecordContext()?.course as { title: string } | null | undefined;
  return course ? <span>{course.title}</span> : <None />;
}

function StationName() {
  const station = useRecordContext()?.station as { name: string } | null | undefined;
  return station ? <span>{station.name}</span> : <None />;
}

function MonthField() {
  const record = useRecordContext();
  const [locale] = useLocaleState();
  return record ? <span>{monthText(String(record.month), locale)}</span> : null;
}

function Scored() {
  const results = useRecordContext()?.results as { totalCount: number } | null | undefined;
  return <span>{results?.totalCount ?? 0}</span>;
}
