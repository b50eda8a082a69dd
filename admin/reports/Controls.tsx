import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { StationPicker } from '../parts/StationPicker.js';
import { type Asked, type Change, COMPARISONS, LEVELS } from './asked.js';
import { commonSplits, isComparable, type Metric } from './catalogue.js';
import { MetricPicker } from './MetricPicker.js';
import { PeriodControl } from './PeriodControl.js';
import { useLevelName } from './useLevelName.js';

export interface ControlsProps {
  asked: Asked;
  change: Change;
  catalogue: readonly Metric[];
  /** The metrics that are asked for, as far as the catalogue knows them. */
  metrics: readonly Metric[];
}

/** What the report is asked for: metrics, period, day, place, depth, split and comparison, each in the address at once. */
export function Controls(props: ControlsProps) {
  const translate = useTranslate();
  const { asked, change } = props;
  return (
    <Box sx={{ mb: 2 }}>
      <MetricPicker {...props} />
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          rowGap: 1.5,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            sm: 'repeat(2, minmax(0, 1fr))',
            md: 'repeat(4, minmax(0, 1fr))',
          },
          alignItems: 'start',
        }}
      >
        <Box sx={{ gridColumn: { sm: 'span 2' } }}>
          <PeriodControl period={asked.period} change={change} />
        </Box>
        <TextField
          type="date"
          label={translate('lianxin.report.asOf')}
          value={asked.asOf ?? today()}
          onChange={({ target: { value } }) => change({ asOf: value === today() ? null : value || null })}
          slotProps={{ htmlInput: { max: today() } }}
        />
        <CompareSelect {...props} />
        <Box sx={{ mb: -1 }}>
          <StationPicker
            emptyText={translate('lianxin.report.everywhere')}
            label={translate('lianxin.report.within')}
            value={asked.within}
            asOf={asked.asOf ?? undefined}
            onChange={(within) => change({ within })}
            isClearable
          />
        </Box>
        <DepthSelect {...props} />
        <SplitSelect {...props} />
      </Box>
    </Box>
  );
}

function DepthSelect({ asked, change }: ControlsProps) {
  const name = useLevelName();
  const choices = LEVELS.map((level) => [level, name(level)] as const);
  return <Select label="by" value={asked.by} choices={choices} onChange={(by) => change({ by })} />;
}

function SplitSelect({ asked, change, metrics }: ControlsProps) {
  const translate = useTranslate();
  const splits = commonSplits(metrics);
  const choices = ['', ...splits].map(
    (split) => [split, translate(split ? `enums.ReportSplit.${split}` : NONE)] as const,
  );
  const isKnown = !asked.split || splits.includes(asked.split);
  return (
    <Select
      label="split"
      value={isKnown ? (asked.split ?? '') : ''}
      choices={choices}
      onChange={(split) => change({ split })}
      isDisabled={!splits.length && isKnown}
      help={splits.length ? undefined : translate('lianxin.report.noSplit')}
    />
  );
}

const NONE = 'lianxin.report.none';

function CompareSelect({ asked, change, metrics }: ControlsProps) {
  const translate = useTranslate();
  const isUpTo = asked.period.unit === 'upTo';
  const choices = ['', ...COMPARISONS].map((one) => {
    const isOpen = !one || isComparable(metrics, one as (typeof COMPARISONS)[number], isUpTo);
    return [one, translate(one ? `lianxin.report.compareWith.${one}` : NONE), isOpen] as const;
  });
  return (
    <Select label="compare" value={asked.compare ?? ''} choices={choices} onChange={(compare) => change({ compare })} />
  );
}

interface SelectProps {
  /** The key of its label in the words. */
  label: string;
  value: string;
  /** Value, what it is called, and false where it cannot be chosen now. */
  choices: readonly (readonly [value: string, text: string, isOpen?: boolean])[];
  onChange: (value: string | null) => void;
  isDisabled?: boolean;
  help?: string;
}

function Select({ label, value, choices, onChange, isDisabled, help }: SelectProps) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate(`lianxin.report.${label}`)}
      value={value}
      disabled={isDisabled}
      helperText={help}
      onChange={(event) => onChange(event.target.value || null)}
      slotProps={{ select: { displayEmpty: true } }}
    >
      {choices.map(([code, text, isOpen = true]) => (
        <MenuItem key={code} value={code} disabled={!isOpen}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
