import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { AskedPage, type Change, ControlGrid, DayControl, useAddress, useAnswer } from '../parts/AskedPage.js';
import { day, thisYear, today } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { StationPicker } from '../parts/StationPicker.js';
import { useMay } from '../provider/useMe.js';
import { COVERAGE } from './courses.documents.js';
import { type Gap, Gaps } from './Gaps.js';

const AUDIENCES = ['REGISTERED', 'CADRES', 'ALL'];
const PAGE = 50;

interface Answer {
  asOf: string;
  personTimes: number;
  personsCovered: number;
  personsTotal: number;
  personShare: string | null;
  householdsCovered: number;
  householdsTotal: number;
  householdShare: string | null;
  gaps?: { totalCount: number; nodes: Gap[] } | null;
}

interface Asked {
  audience: string;
  period: { from: string; to: string };
  asOf: string | null;
  within: string | null;
}

/** How far training has reached: times, people and households, and by name who has not come yet. */
export default function Coverage() {
  const translate = useTranslate();
  const { params, change } = useAddress();
  const asked = askedIn(params);
  const offset = Number(params.get('offset')) || 0;
  const areNamesWanted = useMay('HOUSEHOLD_READ');
  const answer = useAnswer<Answer>('trainingCoverage', COVERAGE, { ...asked, offset, areNamesWanted });
  const word = (name: string) => translate(`resources.trainingCoverage.${name}`);
  const controls = <Controls asked={asked} change={change} />;
  return (
    <AskedPage title={word('title')} lead={word('lead')} controls={controls} answer={answer}>
      {(found) => (
        <>
          <Figures answer={found} />
          {found.gaps ? (
            <Gaps gaps={found.gaps} offset={offset} size={PAGE} go={(to) => change({ offset: String(to) })} />
          ) : (
            <Typography sx={{ mt: 2 }}>{word('sumsOnly')}</Typography>
          )}
        </>
      )}
    </AskedPage>
  );
}

/** What is asked, which stands in the URL. */
function askedIn(params: URLSearchParams): Asked {
  const named = params.get('audience') ?? '';
  return {
    audience: AUDIENCES.includes(named) ? named : 'REGISTERED',
    period: { from: params.get('from') ?? `${thisYear()}-01-01`, to: params.get('to') ?? today() },
    asOf: params.get('asOf'),
    within: params.get('within'),
  };
}

function Controls({ asked, change }: { asked: Asked; change: Change }) {
  const translate = useTranslate();
  const audience = useEnumLabel('CoverageAudience');
  const label = (field: string) => translate(`resources.trainingCoverage.${field}`);
  return (
    <ControlGrid columns={5}>
      <TextField
        select
        label={label('audience')}
        value={asked.audience}
        onChange={(event) => change({ audience: event.target.value })}
      >
        {AUDIENCES.map((one) => (
          <MenuItem key={one} value={one}>
            {audience(one)}
          </MenuItem>
        ))}
      </TextField>
      <DayControl name="from" label={label('from')} value={asked.period.from} change={change} />
      <DayControl name="to" label={label('to')} value={asked.period.to} change={change} />
      <DayControl name="asOf" label={label('asOf')} value={asked.asOf} change={change} isNeeded={false} />
      <Box sx={{ mb: -1 }}>
        <StationPicker
          label={label('within')}
          value={asked.within}
          onChange={(within) => change({ within })}
          isClearable
        />
      </Box>
    </ControlGrid>
  );
}

function Figures({ answer }: { answer: Answer }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { personTimes, personsCovered, personsTotal, personShare } = answer;
  const { householdsCovered, householdsTotal, householdShare } = answer;
  const figures = [
    ['personTimes', String(personTimes), null],
    ['persons', `${personsCovered} / ${personsTotal}`, personShare],
    ['households', `${householdsCovered} / ${householdsTotal}`, householdShare],
  ] as const;
  return (
    <>
      <Box
        component="dl"
        sx={{ display: 'grid', gap: 2, m: 0, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}
      >
        {figures.map(([name, figure, share]) => (
          <Box key={name} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}>
            <Typography component="dt" color="textSecondary">
              {translate(`resources.trainingCoverage.${name}`)}
            </Typography>
            <Box component="dd" sx={{ m: 0, fontSize: 28, fontVariantNumeric: 'tabular-nums' }}>
              {figure}
              {share !== null && (
                <Box component="span" sx={{ fontSize: 16, ml: 1 }}>
                  {`${share}%`}
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {translate('resources.trainingCoverage.definition', { day: day(answer.asOf, locale) })}
      </Typography>
    </>
  );
}
