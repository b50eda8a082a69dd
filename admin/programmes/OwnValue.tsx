import { useFieldValue, useTranslate } from 'react-admin';
import { EnumField, MoneyField, None, QuantityField } from '../parts/fields.js';
import type { OwnField } from './kind.js';

/** The value of one of a kind's own fields, as its nature asks. */
export function OwnValue({ field }: { field: OwnField }) {
  const { source, is, type = '' } = field;
  if (is === 'enum') return <EnumField source={source} type={type} />;
  if (is === 'money') return <MoneyField source={source} />;
  if (is === 'quantity') return <QuantityField source={source} />;
  if (is === 'flag') return <FlagValue source={source} />;
  return <PlainValue source={source} />;
}

function FlagValue({ source }: { source: string }) {
  const value = useFieldValue({ source }) as boolean | undefined;
  return <span>{useTranslate()(`ra.boolean.${value === true}`)}</span>;
}

/** Text or a number as it is, a dash where there is none. */
export function PlainValue({ source }: { source: string }) {
  const value = useFieldValue({ source }) as string | number | null | undefined;
  return value === null || value === undefined || value === '' ? <None /> : <span>{value}</span>;
}
