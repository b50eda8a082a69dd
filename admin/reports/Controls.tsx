import BackIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import { Box, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { StationPicker } from '../parts/StationPicker.js';
import { type PeriodUnit, periodAround, periodName, UNITS } from './period.js';
import type { Asked } from './useReport.js';

const KINDS = ['TRAINING', 'JOB', 'INDUSTRY'];

interface ControlsProps {
  asked: Asked;
  change: (values: Partial<Record<string, string | null>>) => void;
}

/** What the report is asked for: period, day, kind and scope, each in the URL at once. */
export function Controls({ asked, change }: ControlsProps) {
  const translate = useTranslate();
  return (
    <Box
      className="not-printed"
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'auto 1fr 1fr 1fr' },
        alignItems: 'end',
        mb: 2,
      }}
    >
      <PeriodControl asked={asked} change={change} />
      <TextField
        type="date"
        label={translate('lianxin.report.asOf')}
        value={asked.asOf ?? ''}
        onChange={(event) => change({ asOf: event.target.value || null })}
        slotProps={{ htmlInput: { max: today() } }}
      />
      <TextField
        select
        label={translate('lianxin.report.kind')}
        value={asked.kind ?? ''}
        onChange={(event) => change({ kind: event.target.value || null })}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{translate('lianxin.report.allKinds')}</MenuItem>
        {KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`enums.ProgrammeKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ mb: -1 }}>
        <StationPicker
          label={translate('lianxin.report.scope')}
          value={asked.within}
          onChange={(within) => change({ within })}
          isClearable
        />
      </Box>
    </Box>
  );
}

function PeriodControl({ asked, change }: ControlsProps) {
  const translate = useTranslate();
  const { unit, period } = asked;
  const choose = (next: PeriodUnit) =>
    change({
      unit: next,
      ...(next === 'free' ? period : periodAround(period.to < today() ? period.from : today(), next)),
    });
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'end', flexWrap: 'wrap' }}>
      <TextField
        select
        label={translate('lianxin.report.period')}
        value={unit}
        onChange={(event) => choose(event.target.value as PeriodUnit)}
        sx={{ width: 96 }}
      >
        {UNITS.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`lianxin.report.unit.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {unit === 'free' ? <TwoDays asked={asked} change={change} /> : <Steps asked={asked} change={change} />}
    </Stack>
  );
}

function Steps({ asked, change }: ControlsProps) {
  const translate = useTranslate();
  const { unit, period } = asked;
  if (unit === 'free') return null;
  const go = (shift: number) => change({ unit, ...periodAround(period.from, unit, shift) });
  return (
    <Stack direction="row" sx={{ alignItems: 'center' }}>
      <IconButton onClick={() => go(-1)} aria-label={translate('lianxin.report.earlier')}>
        <BackIcon />
      </IconButton>
      <Typography sx={{ minWidth: 104, textAlign: 'center' }} aria-live="polite">
        {periodName(period, unit, translate)}
      </Typography>
      <IconButton onClick={() => go(1)} aria-label={translate('lianxin.report.later')}>
        <NextIcon />
      </IconButton>
    </Stack>
  );
}

function TwoDays({ asked, change }: ControlsProps) {
  const translate = useTranslate();
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          label={translate(`lianxin.period.${end}`)}
          value={asked.period[end]}
          onChange={(event) => event.target.value && change({ unit: 'free', [end]: event.target.value })}
          sx={{ width: 150 }}
        />
      ))}
    </>
  );
}
