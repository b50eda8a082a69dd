import BackIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import { IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { thisYear, today } from '../parts/dates.js';
import type { Change } from './asked.js';
import { isWhole, type Period, type PeriodUnit, periodAround, quarterOf, UNITS } from './period.js';

interface PeriodProps {
  period: Period;
  change: Change;
}

const FIRST_YEAR = 2010;

/** The period: its unit, and then year, month or quarter with a step before and after, or days. */
export function PeriodControl({ period, change }: PeriodProps) {
  const translate = useTranslate();
  const set = ({ unit, from, to }: Period) =>
    change({ unit, from: unit === 'upTo' ? null : from, to: isWhole(unit) ? null : to });
  const choose = (unit: PeriodUnit) => {
    const day = period.to < today() ? period.to : today();
    set(isWhole(unit) ? periodAround(day, unit) : { unit, from: period.from, to: unit === 'upTo' ? day : period.to });
  };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'end', flexWrap: 'wrap' }}>
      <TextField
        select
        label={translate('lianxin.report.period')}
        value={period.unit}
        onChange={(event) => choose(event.target.value as PeriodUnit)}
        sx={{ width: 96 }}
      >
        {UNITS.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`lianxin.report.unit.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {isWhole(period.unit) ? <WholePeriod period={period} set={set} /> : <Days period={period} set={set} />}
    </Stack>
  );
}

interface SetProps {
  period: Period;
  set: (period: Period) => void;
}

function WholePeriod({ period, set }: SetProps) {
  const translate = useTranslate();
  const { unit, from } = period;
  if (!isWhole(unit)) return null;
  const go = (shift: number) => set(periodAround(from, unit, shift));
  const at = (year: string, month: string) => set(periodAround(`${year}-${month.padStart(2, '0')}-01`, unit));
  const [year = '', month = ''] = from.split('-');
  return (
    <Stack direction="row" sx={{ alignItems: 'end' }}>
      <IconButton onClick={() => go(-1)} aria-label={translate('lianxin.report.earlier')}>
        <BackIcon />
      </IconButton>
      <Pick label="year" value={year} all={yearsWith(Number(year))} onPick={(next) => at(next, month)} />
      {unit === 'month' && (
        <Pick label="month" value={String(Number(month))} all={upTo(12)} onPick={(next) => at(year, next)} />
      )}
      {unit === 'quarter' && (
        <Pick
          label="quarter"
          value={String(quarterOf(from))}
          all={upTo(4)}
          onPick={(next) => at(year, String(Number(next) * 3))}
        />
      )}
      <IconButton onClick={() => go(1)} aria-label={translate('lianxin.report.later')}>
        <NextIcon />
      </IconButton>
    </Stack>
  );
}

interface PickProps {
  label: string;
  value: string;
  all: readonly number[];
  onPick: (value: string) => void;
}

function Pick({ label, value, all, onPick }: PickProps) {
  const translate = useTranslate();
  return (
    <TextField
      select
      value={value}
      onChange={(event) => onPick(event.target.value)}
      slotProps={{ htmlInput: { 'aria-label': translate(`lianxin.report.pick.${label}`) } }}
      sx={{ width: 'auto', minWidth: 84, mr: 0.5 }}
    >
      {all.map((one) => (
        <MenuItem key={one} value={String(one)}>
          {translate(label === 'month' ? `lianxin.report.monthName.${one}` : `lianxin.report.picked.${label}`, {
            value: one,
          })}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Days({ period, set }: SetProps) {
  const translate = useTranslate();
  const ends = period.unit === 'upTo' ? (['to'] as const) : (['from', 'to'] as const);
  return (
    <>
      {ends.map((end) => (
        <TextField
          key={end}
          type="date"
          label={translate(`lianxin.period.${end}`)}
          value={period[end]}
          onChange={(event) => event.target.value && set({ ...period, [end]: event.target.value })}
          sx={{ width: 150 }}
        />
      ))}
    </>
  );
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

/** Every year that may be asked for, the latest first, and the one that is. */
function yearsWith(year: number): number[] {
  const [first, last] = [Math.min(FIRST_YEAR, year), Math.max(thisYear() + 1, year)];
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}
