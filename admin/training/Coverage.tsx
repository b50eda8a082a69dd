import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { day, thisYear, today } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { Loading, Refreshing } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
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

/** How far training has reached: times, people and households, and by name who has not come yet. */
export default function Coverage() {
  const translate = useTranslate();
  const { asked, offset, change } = useAsked();
  const areNamesWanted = useMay('HOUSEHOLD_READ');
  const variables = { ...asked, offset, areNamesWanted };
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['trainingCoverage', variables],
    queryFn: ({ signal }) =>
      ask<{ trainingCoverage: Answer }>(COVERAGE, variables, { signal }).then((answer) => answer.trainingCoverage),
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <Page title={translate('resources.trainingCoverage.title')} lead={translate('resources.trainingCoverage.lead')}>
      <Controls asked={asked} change={change} />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={4} />
      ) : (
        <>
          <Figures answer={data} />
          {data.gaps ? (
            <Gaps gaps={data.gaps} offset={offset} size={PAGE} go={(to) => change({ offset: String(to) })} />
          ) : (
            <Typography sx={{ mt: 2 }}>{translate('resources.trainingCoverage.sumsOnly')}</Typography>
          )}
        </>
      )}
    </Page>
  );
}

type Asked = ReturnType<typeof useAsked>['asked'];
type Change = (values: Record<string, string | null>) => void;

/** What is asked, which stands in the URL. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const change: Change = (values) =>
    setParams(
      (before) => {
        if (!('offset' in values)) before.delete('offset');
        for (const [name, value] of Object.entries(values)) value ? before.set(name, value) : before.delete(name);
        return before;
      },
      { replace: true },
    );
  const named = params.get('audience') ?? '';
  const asked = {
    audience: AUDIENCES.includes(named) ? named : 'REGISTERED',
    period: { from: params.get('from') ?? `${thisYear()}-01-01`, to: params.get('to') ?? today() },
    asOf: params.get('asOf'),
    within: params.get('within'),
  };
  return { asked, offset: Number(params.get('offset')) || 0, change };
}

function Controls({ asked, change }: { asked: Asked; change: Change }) {
  const translate = useTranslate();
  const audience = useEnumLabel('CoverageAudience');
  const label = (field: string) => translate(`resources.trainingCoverage.${field}`);
  const date = (name: string, value: string | null, isNeeded = true) => (
    <TextField
      type="date"
      label={label(name)}
      value={value ?? ''}
      onChange={(event) => (event.target.value || !isNeeded) && change({ [name]: event.target.value || null })}
    />
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(5, 1fr)' },
        alignItems: 'end',
        mb: 2,
      }}
    >
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
      {date('from', asked.period.from)}
      {date('to', asked.period.to)}
      {date('asOf', asked.asOf, false)}
      <Box sx={{ mb: -1 }}>
        <StationPicker
          label={label('within')}
          value={asked.within}
          onChange={(within) => change({ within })}
          isClearable
        />
      </Box>
    </Box>
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
