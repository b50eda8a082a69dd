import { Box, Button, Chip, InputLabel, Stack } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ControlsProps } from './Controls.js';
import { commonSplits, isComparable, named, useBilingual } from './catalogue.js';
import { MetricDialog } from './MetricDialog.js';

/** The metrics of the report, each a chip that takes it out, and the button that opens the catalogue. */
export function MetricPicker({ asked, change, catalogue, metrics }: ControlsProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const set = (keys: readonly string[]) => {
    const chosen = named(catalogue, keys);
    const { split, compare, period } = asked;
    change({
      metrics: keys.join(','),
      split: split && commonSplits(chosen).includes(split) ? split : null,
      compare: isComparable(chosen, compare, period.unit === 'upTo') ? compare : null,
    });
    setOpen(false);
  };
  return (
    <Box role="group" aria-labelledby={id} sx={{ mb: 1.5 }}>
      <InputLabel id={id}>{translate('lianxin.report.metrics')}</InputLabel>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        {metrics.map(({ key, name }) => (
          <Chip
            key={key}
            variant="outlined"
            label={read(name)}
            aria-label={metrics.length > 1 ? translate('lianxin.report.without', { name: read(name) }) : undefined}
            {...(metrics.length > 1 && {
              onClick: () => set(metrics.map((one) => one.key).filter((one) => one !== key)),
              onDelete: () => set(metrics.map((one) => one.key).filter((one) => one !== key)),
            })}
          />
        ))}
        <Button variant="outlined" color="secondary" size="small" onClick={() => setOpen(true)} aria-haspopup="dialog">
          {translate('lianxin.report.choose')}
        </Button>
      </Stack>
      {isOpen && (
        <MetricDialog
          catalogue={catalogue}
          chosen={metrics.map(({ key }) => key)}
          onClose={() => setOpen(false)}
          onChoose={set}
        />
      )}
    </Box>
  );
}
