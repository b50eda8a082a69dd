import DoneIcon from '@mui/icons-material/Check';
import HereIcon from '@mui/icons-material/RadioButtonChecked';
import AheadIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { type Dividend, ROAD } from './dividend.js';

/** The road of a dividend from estimate to reconciled, each station with its day. */
export function DividendRoad({ plan }: { plan: Dividend }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const days: Partial<Record<string, string | null>> = {
    DECLARED: plan.declaredOn,
    PUBLISHED: plan.publishedOn,
    PAID: plan.paidOn,
    RECONCILED: plan.reconciledOn,
  };
  const at = ROAD.indexOf(plan.state as (typeof ROAD)[number]);
  const columns = { xs: '1fr 1fr', sm: 'repeat(5, 1fr)' };
  const approval = { name: plan.approvedBy ?? '', day: plan.approvedOn ? day(plan.approvedOn, locale) : '' };
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 1.5, md: 2 } }}>
      <Box
        component="ol"
        aria-label={translate('resources.dividendPlans.road')}
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, gridTemplateColumns: columns }}
      >
        {ROAD.map((state, index) => {
          const Icon = index < at ? DoneIcon : index === at ? HereIcon : AheadIcon;
          return (
            <Box key={state} component="li" aria-current={index === at ? 'step' : undefined}>
              <Box
                sx={{
                  display: 'flex',
                  gap: 0.5,
                  alignItems: 'center',
                  fontWeight: index === at ? 600 : 400,
                  color: index === at ? 'primary.main' : index < at ? 'text.primary' : 'text.secondary',
                }}
              >
                <Icon fontSize="small" aria-hidden />
                {translate(`enums.DividendState.${state}`)}
              </Box>
              <Typography variant="body2" color="textSecondary">
                {days[state] ? day(days[state] ?? '', locale) : ''}
              </Typography>
            </Box>
          );
        })}
      </Box>
      {plan.approvedOn && (
        <Typography sx={{ mt: 1 }}>{translate('resources.dividendPlans.approved', approval)}</Typography>
      )}
      {at < 0 && (
        <Typography sx={{ mt: 1, fontWeight: 600 }}>{translate(`enums.DividendState.${plan.state}`)}</Typography>
      )}
    </Box>
  );
}
