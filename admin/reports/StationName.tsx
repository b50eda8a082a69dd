import { useRecordContext } from 'react-admin';
import { None } from '../parts/fields.js';

/** The station of the record around, in words. */
export function StationName() {
  const name = useRecordContext<{ id: string; station: { name: string } | null }>()?.station?.name;
  return name ? <span>{name}</span> : <None />;
}
