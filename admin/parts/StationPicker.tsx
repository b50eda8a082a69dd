import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormHelperText,
  InputLabel,
} from '@mui/material';
import { useId, useState } from 'react';
import { required, useInput, useTranslate } from 'react-admin';
import type { InputProps } from './inputs.js';
import { StationTree } from './StationTree.js';
import { pathTo, type TreeStation, useStationTree } from './stations.js';

interface PickerProps {
  value: string | null;
  onChange: (id: string | null, station?: TreeStation) => void;
  label: string;
  asOf?: string;
  isBarred?: (station: TreeStation) => boolean;
  isClearable?: boolean;
  disabled?: boolean;
  error?: string;
  helperText?: string;
  /** What stands there while nothing is chosen. */
  emptyText?: string;
  /** Says beside the label that something must be chosen. */
  isRequired?: boolean;
}

/** A field that opens the station tree in a dialog; shows the chosen station with its path. */
export function StationPicker(props: PickerProps) {
  const { value, onChange, label, error, helperText, disabled } = props;
  const translate = useTranslate();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: root } = useStationTree(props.asOf);
  const names = value ? pathTo(root, value).map(({ name }) => name) : [];
  const text =
    names.length > 1
      ? names.slice(1).join(' / ')
      : (names[0] ?? props.emptyText ?? translate('lianxin.station.choose'));
  const choose = (next: string | null, station?: TreeStation) => {
    setOpen(false);
    onChange(next, station);
  };
  return (
    <Box sx={{ width: '100%', mb: 1 }}>
      <InputLabel id={`${id}-label`} error={Boolean(error)}>
        {label}
        {props.isRequired && translate('lianxin.required')}
      </InputLabel>
      <Button
        id={id}
        variant="outlined"
        color="secondary"
        fullWidth
        disabled={disabled}
        onClick={() => setOpen(true)}
        aria-labelledby={`${id}-label ${id}`}
        aria-haspopup="dialog"
        sx={{
          justifyContent: 'flex-start',
          fontWeight: 400,
          minHeight: 40,
          borderColor: error ? 'error.main' : undefined,
        }}
      >
        {text}
      </Button>
      {(error ?? helperText) && <FormHelperText error={Boolean(error)}>{error ?? helperText}</FormHelperText>}
      <PickerDialog {...props} isOpen={isOpen} close={() => setOpen(false)} choose={choose} />
    </Box>
  );
}

/** The picker as a form field; its value is the station's id. */
export function StationInput({
  source,
  label,
  isRequired,
  ...rest
}: InputProps & Pick<PickerProps, 'isBarred' | 'asOf'>) {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source, isRequired, validate: isRequired ? required() : undefined });
  return (
    <StationPicker
      {...rest}
      label={label ?? translate('lianxin.station.label')}
      isRequired={isRequired}
      value={field.value || null}
      onChange={field.onChange}
      isClearable={!isRequired}
      error={worded(fieldState.error?.message, translate)}
    />
  );
}

interface PickerDialogProps extends PickerProps {
  isOpen: boolean;
  close: () => void;
  choose: (id: string | null, station?: TreeStation) => void;
}

function PickerDialog({ isOpen, close, choose, value, label, asOf, isBarred, isClearable }: PickerDialogProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open={isOpen} onClose={close} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{label}</DialogTitle>
      <DialogContent sx={{ minHeight: 360 }}>
        <StationTree
          selected={value}
          asOf={asOf}
          isBarred={isBarred}
          autoFocus
          onSelect={(station) => choose(station.id, station)}
        />
      </DialogContent>
      <DialogActions>
        {isClearable && (
          <Button color="secondary" onClick={() => choose(null)}>
            {translate('ra.action.clear_input_value')}
          </Button>
        )}
        <Button color="secondary" onClick={close}>
          {translate('ra.action.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The sentence of a field's error: the server's own, or the translation of a rule that the form checked itself. */
export function worded(
  message: string | undefined,
  translate: (key: string, options?: object) => string,
): string | undefined {
  const key = message?.replace(/^@@react-admin@@/, '').replace(/^"|"$/g, '');
  return key && translate(key, { _: key });
}
