import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from '../parts/dates.js';
import type { Step } from './programme.js';
import { StateMark } from './StateMark.js';

/** The steps of the past, the latest on top: what, where it led, who, when, and what they said. */
export function StepsTaken({ steps }: { steps: Step[] }) {
  return (
    <Box component="ol" reversed sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {steps.toReversed().map((step) => (
        <Line key={step.id} step={step} />
      ))}
    </Box>
  );
}

function Line({ step }: { step: Step }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { act, from, to, on, at, by, comment } = step;
  const isLater = at.slice(0, 10) !== on;
  return (
    <Box component="li" sx={{ py: 1, '& + li': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {translate(`enums.ProgrammeAct.${act}`)}
        </Typography>
        {from !== to && <StateMark state={to} />}
        <Typography component="span" color="textSecondary">
          {[by, isLater ? day(on, locale) : moment(at, locale)].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {comment && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{comment}</Typography>}
    </Box>
  );
}
