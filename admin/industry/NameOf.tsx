import { useFieldValue } from 'react-admin';
import { None } from '../parts/fields.js';

/** The name of a record that the row names, a dash where the person may not see it. */
export function NameOf({ source }: { source: string }) {
  const name = useFieldValue({ source: `${source}.name` }) as string | undefined;
  return name ? <span>{name}</span> : <None />;
}
