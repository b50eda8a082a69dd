import { Box, FormHelperText, InputAdornment, MenuItem, TextField } from '@mui/material';
import { required, SelectInput, TextInput, type TextInputProps, useInput, useTranslate } from 'react-admin';
import { plain } from './figures.js';

/** What all our inputs take: the field, its label (else `resources.<resource>.fields.<source>`), help under it. */
export interface InputProps {
  source: string;
  label?: string;
  helperText?: string;
  isRequired?: boolean;
  disabled?: boolean;
}

/** Money in yuan as decimal text, never a float. */
export function MoneyInput({ source, isRequired, ...rest }: InputProps) {
  const translate = useTranslate();
  const unit = <InputAdornment position="end">{translate('lianxin.yuan')}</InputAdornment>;
  return (
    <DecimalInput source={source} isRequired={isRequired} {...rest} slotProps={{ input: { endAdornment: unit } }} />
  );
}

/** A decimal number as text, typed with or without separators, also in full-width digits. */
export function DecimalInput({ isRequired, ...rest }: InputProps & Partial<TextInputProps>) {
  return (
    <TextInput
      {...rest}
      isRequired={isRequired}
      format={(value: string | null) => value ?? ''}
      parse={(value: string) => plain(value) || null}
      slotProps={{ ...rest.slotProps, htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  );
}

/** A whole number, kept as a number. */
export function WholeInput({ isRequired, ...rest }: InputProps) {
  return (
    <TextInput
      {...rest}
      validate={isRequired ? required() : undefined}
      format={(value: number | null) => (value === null || value === undefined ? '' : String(value))}
      parse={(value: string) =>
        plain(value) === '' ? null : /^\d+$/.test(plain(value)) ? Number(plain(value)) : plain(value)
      }
      slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
    />
  );
}

/** A calendar day through the browser's own picker; its value is `2026-11-22`. */
export function DayInput({ isRequired, ...rest }: InputProps) {
  return (
    <TextInput
      {...rest}
      type="date"
      validate={isRequired ? required() : undefined}
      format={(value: string | null) => value ?? ''}
      parse={(value: string) => value || null}
    />
  );
}

/** A choice of the values of one enum; `values` in the order to show. */
export function EnumInput({
  type,
  values,
  isRequired,
  ...rest
}: InputProps & { type: string; values: readonly string[] }) {
  const choices = values.map((value) => ({ id: value, name: `enums.${type}.${value}` }));
  return <SelectInput {...rest} choices={choices} isRequired={isRequired} emptyText="—" />;
}

/** An amount and its unit (`{ amount, unit }`); null while both are empty. */
export function QuantityInput({
  source,
  label,
  helperText,
  isRequired,
  units,
}: InputProps & { units: readonly string[] }) {
  const translate = useTranslate();
  const { field, fieldState, id } = useInput({ source, isRequired });
  const value = (field.value || {}) as { amount?: string; unit?: string };
  const put = (next: { amount?: string; unit?: string }) =>
    field.onChange(next.amount ? { amount: next.amount, unit: next.unit ?? units[0] } : null);
  const error = messageOf(fieldState.error);
  return (
    <Box sx={{ width: '100%', mb: 1 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 1 }}>
        <TextField
          id={id}
          label={label}
          value={value.amount ?? ''}
          error={Boolean(error)}
          onBlur={field.onBlur}
          onChange={(event) => put({ ...value, amount: plain(event.target.value) })}
          slotProps={{ htmlInput: { inputMode: 'decimal', ref: field.ref } }}
        />
        <TextField
          select
          label={translate('lianxin.unit')}
          value={value.unit ?? units[0] ?? ''}
          onChange={(event) => put({ ...value, unit: event.target.value })}
        >
          {units.map((unit) => (
            <MenuItem key={unit} value={unit}>
              {translate(`enums.Unit.${unit}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <FormHelperText error={Boolean(error)}>{error ?? helperText}</FormHelperText>
    </Box>
  );
}

/** The message on an input or on one of its two halves. */
function messageOf(error: object | undefined): string | undefined {
  const { message, amount, unit } = (error ?? {}) as Record<string, unknown>;
  if (typeof message === 'string') return message;
  return amount || unit ? messageOf((amount ?? unit) as object) : undefined;
}
