import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { StationPicker } from '../parts/StationPicker.js';
import type { Change } from './asked.js';
import { PeriodControl } from './PeriodControl.js';
import { isWhole, type PeriodUnit, periodAround } from './period.js';
import { periodText } from './periodText.js';
import type { useWhole, WholeKept } from './whole.js';

type ControlsProps = ReturnType<typeof useWhole> & { kept: WholeKept };

/** For which period, day and station a brief or a form is read; each goes into the address at once. */
export function WholeControls({ kept, asked, change, shown, asOf }: ControlsProps) {
  const translate = useTranslate();
  const changePeriod: Change = (values) => {
    const unit = values.unit as PeriodUnit;
    const [from, to] = [values.from ?? shown.from, values.to ?? shown.to];
    change({ period: periodText(isWhole(unit) ? periodAround(from, unit) : { unit, from, to }) });
  };
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 1.5,
        mb: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <PeriodControl period={shown} change={changePeriod} />
      <TextField
        type="date"
        label={translate('lianxin.report.asOf')}
        value={asOf}
        onChange={({ target: { value } }) => change({ asOf: value || null })}
        slotProps={{ htmlInput: { max: today() } }}
      />
      <StationPicker
        label={translate('lianxin.report.within')}
        value={asked.within ?? kept.station?.id ?? null}
        onChange={(within) => change({ within })}
      />
    </Box>
  );
}
