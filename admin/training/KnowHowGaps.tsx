import { useRecordContext } from 'react-admin';
import { None } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';

/** Registered households that have no confirmed know-how holder yet, by name. */
export default function KnowHowGaps() {
  return (
    <ListPage
      resource="knowHowGaps"
      columns={[
        { source: 'code' },
        { source: 'name', field: <Head />, isSortable: true },
        { source: 'station', field: <StationName /> },
      ]}
      filters={[{ source: 'within', kind: 'station' }]}
      isSearchable={false}
      sort={{ field: 'name', order: 'ASC' }}
      to={null}
    />
  );
}

function Head() {
  return <span>{String(useRecordContext()?.headName ?? '')}</span>;
}

function StationName() {
  const station = useRecordContext()?.station as { name: string } | null | undefined;
  return station ? <span>{station.name}</span> : <None />;
}
