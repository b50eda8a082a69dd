import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CopyButton } from '../parts/CopyButton.js';
import { thisYear } from '../parts/dates.js';
import { SAMPLE_PROGRAMMES, SAMPLE_REPORT, SAMPLE_STATIONS } from './apiKeys.documents.js';

const PROGRAMME_SCOPES = ['TRAINING', 'JOBS', 'INDUSTRY'];

/** A first request with the new key, to be pasted into a terminal. */
export function Sample({ secret, scopes }: { secret: string; scopes: string[] }) {
  const translate = useTranslate();
  const query = sampleFor(scopes);
  const request = [
    `curl ${location.origin}/graphql`,
    `-H 'Authorization: Bearer ${secret}'`,
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify({ query })}'`,
  ].join(' \\\n  ');
  return (
    <div>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 0.5 }}>
        <Typography sx={{ flexGrow: 1 }}>{translate('resources.apiKeys.sample')}</Typography>
        <CopyButton text={request} size="small" />
      </Stack>
      <Box
        component="pre"
        tabIndex={0}
        aria-label={translate('resources.apiKeys.sample')}
        role="region"
        sx={{ m: 0, p: 1, border: 1, borderColor: 'divider', borderRadius: 1, overflowX: 'auto', fontSize: 13 }}
      >
        {request}
      </Box>
    </div>
  );
}

/** A question that the scopes allow. */
function sampleFor(scopes: string[]): string {
  if (scopes.some((scope) => PROGRAMME_SCOPES.includes(scope))) return SAMPLE_PROGRAMMES;
  if (scopes.includes('STATIONS')) return SAMPLE_STATIONS;
  return SAMPLE_REPORT.replaceAll('2026', String(thisYear()));
}
