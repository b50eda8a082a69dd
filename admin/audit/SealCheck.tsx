import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import ScheduleIcon from '@mui/icons-material/ScheduleOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { CopyButton } from '../parts/CopyButton.js';
import { moment } from '../parts/dates.js';
import { Details, Labelled } from '../parts/fields.js';
import { grouped } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Framed, Loading, Refreshing } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { AuditTabs } from './AuditTabs.js';
import { AUDIT_CHECK } from './audit.documents.js';

const ICONS = { intact: CheckIcon, broken: ErrorIcon, none: ScheduleIcon } as const;
const COLOURS = { intact: 'success', broken: 'error', none: 'inherit' } as const;

interface Check {
  isIntact: boolean;
  entries: number;
  seals: number;
  unsealed: number;
  brokenAt: string | null;
  head: string | null;
}

/** Whether the record of changes is whole: the server recomputes every seal when the page opens and when asked again. */
export default function SealCheck() {
  const translate = useTranslate();
  const { data, error, isPending, isFetching, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['auditCheck'],
    queryFn: ({ signal }) =>
      ask<{ auditCheck: Check }>(AUDIT_CHECK, {}, { signal }).then(({ auditCheck }) => auditCheck),
    retry: false,
    gcTime: 0,
  });
  const again = () => void refetch();
  return (
    <Page title={translate('resources.auditEntries.name', { smart_count: 2 })}>
      <AuditTabs />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={again} />
      ) : isPending ? (
        <Loading rows={3} />
      ) : (
        <Found check={data} at={dataUpdatedAt} again={again} />
      )}
    </Page>
  );
}

function Found({ check, at, again }: { check: Check; at: number; again: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const result = !check.isIntact ? 'broken' : check.seals ? 'intact' : 'none';
  const Icon = ICONS[result];
  return (
    <Box aria-live="polite" sx={{ maxWidth: 720 }}>
      <Framed>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Icon color={COLOURS[result]} aria-hidden />
          <Typography variant="h2">{translate(`resources.auditSeals.${result}`)}</Typography>
        </Stack>
        {check.brokenAt && <Typography>{check.brokenAt}</Typography>}
        <Typography color="textSecondary">
          {translate('resources.auditSeals.checkedAt', { at: moment(new Date(at).toISOString(), locale) })}
        </Typography>
        <Button variant="outlined" color="secondary" onClick={again}>
          {translate('resources.auditSeals.again')}
        </Button>
      </Framed>
      <Typography sx={{ my: 2 }}>{translate('resources.auditSeals.what')}</Typography>
      <Details>
        {(['entries', 'seals', 'unsealed'] as const).map((figure) => (
          <Labelled key={figure} label={translate(`resources.auditSeals.${figure}`)}>
            {grouped(check[figure])}
          </Labelled>
        ))}
        {check.head && (
          <Labelled label={translate('resources.auditSeals.head')} isWide>
            <Stack direction="row" spacing={1} component="span" sx={{ alignItems: 'center' }}>
              <code style={{ overflowWrap: 'anywhere' }}>{check.head}</code>
              <CopyButton text={check.head} size="small" />
            </Stack>
          </Labelled>
        )}
      </Details>
    </Box>
  );
}
