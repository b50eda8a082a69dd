import { useRecordContext } from 'react-admin';
import { EnumField, None } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { KINDS } from './words.js';

const columns = [
  { source: 'title' },
  { source: 'kind', field: <EnumField source="kind" type="JobKind" /> },
  { source: 'employer', field: <Named of="employer" /> },
  { source: 'station', field: <Named of="station" /> },
  { source: 'taken', field: <Taken />, isFigure: true },
];

/** Openings of all job programmes; new ones are added on the page of their programme. */
export default function OpeningList() {
  return (
    <ListPage
      columns={columns}
      isSearchable={false}
      filters={[
        { source: 'kind', kind: 'enum', type: 'JobKind', values: KINDS },
        { source: 'within', kind: 'station' },
      ]}
    />
  );
}

/** The name of a record that the row mentions. */
export function Named({ of }: { of: string }) {
  const named = useRecordContext()?.[of] as { name?: string; title?: string } | null | undefined;
  return named ? <span>{named.name ?? named.title}</span> : <None />;
}

function Taken() {
  const record = useRecordContext();
  return record ? (
    <span>
      {record.taken} / {record.headcount}
    </span>
  ) : null;
}
