import { Box, Chip, Stack } from '@mui/material';
import { required, useInput, useTranslate } from 'react-admin';
import type { InputProps } from './inputs.js';
import { StationPicker, worded } from './StationPicker.js';
import { pathTo, useStationTree } from './stations.js';

/** Several stations as a form field, each with everything below it; its value is a list of ids. */
export function StationsInput({ source, label, isRequired, helperText, disabled }: InputProps) {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source, isRequired, validate: isRequired ? required() : undefined });
  const { data: root } = useStationTree();
  const ids = (field.value ?? []) as string[];
  const name = (id: string) =>
    pathTo(root, id)
      .slice(-2)
      .map((station) => station.name)
      .join(' / ') || '…';
  const text = label ?? translate('lianxin.station.label');
  const add = (id: string | null) => id && !ids.includes(id) && field.onChange([...ids, id]);
  return (
    <Box>
      <StationPicker
        label={text}
        value={null}
        disabled={disabled}
        onChange={add}
        isRequired={isRequired}
        error={worded(fieldState.error?.message, translate)}
        helperText={helperText}
      />
      {ids.length > 0 && (
        <Stack component="ul" direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', p: 0, m: 0, mb: 1 }}>
          {ids.map((id) => (
            <Box component="li" key={id} sx={{ listStyle: 'none' }}>
              <Chip
                label={name(id)}
                variant="outlined"
                aria-label={translate('lianxin.station.remove', { name: name(id) })}
                onClick={() => field.onChange(ids.filter((other) => other !== id))}
                onDelete={() => field.onChange(ids.filter((other) => other !== id))}
              />
            </Box>
          ))}
        </Stack>
      )}
    </Box>
  );
}
