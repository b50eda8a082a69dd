import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { plain } from '../parts/figures.js';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The server's sentence, or help. */
  wrong?: string | undefined;
  help?: string;
  isRequired?: boolean;
}

/** A text of a dialog. */
export function Typed({ label, value, onChange, wrong, help, isRequired, rows }: FieldProps & { rows?: number }) {
  return (
    <TextField
      label={useLabel(label, isRequired)}
      value={value}
      error={Boolean(wrong)}
      helperText={wrong ?? help}
      onChange={(event) => onChange(event.target.value)}
      multiline={rows !== undefined}
      minRows={rows}
      autoComplete="off"
    />
  );
}

/** A number of a dialog, typed with or without separators; with `isWhole` without a fraction. */
export function Figure({ label, value, onChange, wrong, help, isRequired }: FieldProps) {
  return (
    <TextField
      label={useLabel(label, isRequired)}
      value={value}
      error={Boolean(wrong)}
      helperText={wrong ?? help}
      onChange={(event) => onChange(plain(event.target.value))}
      slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
    />
  );
}

/** A day of a dialog. */
export function Dated({ label, value, onChange, wrong, help, isRequired }: FieldProps) {
  return (
    <TextField
      type="date"
      label={useLabel(label, isRequired)}
      value={value}
      error={Boolean(wrong)}
      helperText={wrong ?? help}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** One of several, by its words. */
export function Chosen(props: FieldProps & { choices: readonly { value: string; label: string }[] }) {
  const { label, value, onChange, wrong, help, isRequired, choices } = props;
  return (
    <TextField
      select
      label={useLabel(label, isRequired)}
      value={choices.some((choice) => choice.value === value) ? value : ''}
      error={Boolean(wrong)}
      helperText={wrong ?? help}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value} sx={{ minHeight: 44 }}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function useLabel(label: string, isRequired = false): string {
  const translate = useTranslate();
  return isRequired ? `${label}${translate('lianxin.required')}` : label;
}
