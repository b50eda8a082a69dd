import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { isReal, type Span } from './household.js';

/** Dated facts in the order of their days, each with its reason; what was undone is left out. */
export function Spans({ rows, empty }: { rows: readonly (Span & { text: string })[]; empty?: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const real = rows.filter(isReal);
  if (real.length === 0) return <Typography>{empty ?? translate('lianxin.none')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {real.map(({ id, text, validFrom, validTo, reason }) => (
        <Box component="li" key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
          <Box component="span" sx={{ fontWeight: validTo ? 400 : 600 }}>
            {text}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
            {translate(validTo ? 'resources.households.span' : 'resources.households.since', {
              from: day(validFrom, locale),
              to: validTo ? day(validTo, locale) : '',
            })}
            {reason && ` · ${reason}`}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
