import { Box, Typography } from '@mui/material';
import { useFieldValue, useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from './dates.js';
import { amountText, yuan } from './figures.js';

interface FieldProps {
  source: string;
  label?: string | false;
  className?: string;
}

/** The value of a field of the record in context. */
function useValue<T>(source: string): T | undefined {
  return useFieldValue({ source }) as T | undefined;
}

/** A dash where a record has no value, named for screen readers. */
export function None() {
  const translate = useTranslate();
  return (
    <Typography component="span" color="textSecondary" aria-label={translate('lianxin.none')} role="img">
      —
    </Typography>
  );
}

/** Money in yuan with thousands separators; the unit stands in the column's head or the label. */
export function MoneyField({ source }: FieldProps) {
  const value = useValue<string | null>(source);
  if (value === null || value === undefined || value === '') return <None />;
  return <span>{yuan(value)}</span>;
}

/** A calendar day as the language writes it. */
export function DayField({ source }: FieldProps) {
  const value = useValue<string | null>(source);
  const [locale] = useLocaleState();
  return value ? <time dateTime={value}>{day(value, locale)}</time> : <None />;
}

/** An instant with day and clock time. */
export function MomentField({ source }: FieldProps) {
  const value = useValue<string | null>(source);
  const [locale] = useLocaleState();
  return value ? <time dateTime={value}>{moment(value, locale)}</time> : <None />;
}

/** The label of an enum value; `type` is the enum's name in the schema. */
export function EnumField({ source, type }: FieldProps & { type: string }) {
  const value = useValue<string | string[] | null>(source);
  const label = useEnumLabel(type);
  const translate = useTranslate();
  if (!value?.length) return <None />;
  return <span>{Array.isArray(value) ? value.map(label).join(translate('lianxin.comma')) : label(value)}</span>;
}

/** Answers the label of any value of an enum in the current language. */
export function useEnumLabel(type: string): (value: string) => string {
  const translate = useTranslate();
  return (value) => translate(`enums.${type}.${value}`, { _: value });
}

/** An amount with its unit: 300 只. */
export function QuantityField({ source }: FieldProps) {
  const value = useValue<{ amount: string; unit: string } | null>(source);
  const label = useEnumLabel('Unit');
  if (!value) return <None />;
  return (
    <span>
      {amountText(value.amount)} {label(value.unit)}
    </span>
  );
}

/** A label with its value beneath, as detail pages set them; `isWide` takes the whole row. */
export function Labelled({ label, isWide, children }: { label: string; isWide?: boolean; children: React.ReactNode }) {
  return (
    <Box sx={{ gridColumn: isWide ? '1 / -1' : undefined, minWidth: 0 }}>
      <Typography component="dt" color="textSecondary">
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** The two-column list of labelled values of a detail page; one column below 600 px. */
export function Details({ children }: { children: React.ReactNode }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 2, m: 0, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      {children}
    </Box>
  );
}
