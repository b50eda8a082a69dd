import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** The name of a station. */
export function NameField({
  value,
  onChange,
  error,
  label,
  isFirst,
}: FieldProps & { label: string; isFirst?: boolean }) {
  return (
    <TextField
      label={useRequired(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error}
      autoFocus={isFirst}
      slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
    />
  );
}

/** The day from which an act holds, through the browser's own picker; empty until a whole day stands there. */
export function DayField({ value, onChange, error, label, max }: FieldProps & { label: string; max?: string }) {
  const translate = useTranslate();
  return (
    <TextField
      type="date"
      label={useRequired(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error ?? translate(`resources.stations.acts.${max ? 'notAhead' : 'ahead'}`)}
      slotProps={{ htmlInput: { max } }}
    />
  );
}

/** Why it is done; such as the number of the document that orders it. */
export function ReasonField({ value, onChange, error }: FieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      label={useRequired(translate('lianxin.reason.label'))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error ?? translate('resources.stations.acts.reasonHelp')}
      multiline
      minRows={2}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
}

function useRequired(label: string): string {
  return `${label} · ${useTranslate()('ra.validation.required')}`;
}
