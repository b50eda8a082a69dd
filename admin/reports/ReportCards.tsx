import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { yuan } from '../parts/figures.js';
import { STATES } from '../programmes/index.js';
import { type Line, type ReportAnswer, sumOf } from './figures.js';
import { Figure } from './ReportTable.js';

/** The report on a phone: a card a town, the total on top, with the states that have something to show. */
export function ReportCards({ report, hasRows }: { report: ReportAnswer; hasRows: boolean }) {
  return (
    <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {[report.total, ...report.towns].map((line) => (
        <Card key={line.station?.id ?? 'total'} line={line} hasRows={hasRows} />
      ))}
    </Stack>
  );
}

function Card({ line, hasRows }: { line: Line; hasRows: boolean }) {
  const translate = useTranslate();
  const all = sumOf(line);
  const states = STATES.filter((state) => sumOf(line, [state]).count);
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600, flexGrow: 1 }}>{line.label}</Typography>
        <Typography color={all.count ? undefined : 'textSecondary'}>
          {translate('lianxin.report.cardSum', { count: all.count, budget: yuan(all.budget) })}
        </Typography>
      </Box>
      {states.length > 0 && (
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            alignItems: 'center',
            m: 0,
            mt: 0.5,
            '& > div > *': { minHeight: 36, display: 'flex', alignItems: 'center' },
          }}
        >
          {states.map((state) => (
            <Box key={state} sx={{ display: 'contents' }}>
              <Typography component="dt">{translate(`enums.ProgrammeState.${state}`)}</Typography>
              <Typography
                component="dd"
                sx={{ m: 0, display: 'flex', flexDirection: 'row-reverse', justifyContent: 'end', gap: 2 }}
              >
                <Figure sum={sumOf(line, [state])} line={line} state={state} hasRows={hasRows} />
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
