import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { CopyButton } from '../parts/CopyButton.js';
import { ExportButton } from '../parts/ExportButton.js';
import { type Asked, variablesOf } from './asked.js';
import { FreezeButton } from './editions/Freeze.js';
import { Favourites } from './Favourites.js';
import { PrintButton } from './PrintButton.js';

interface ActionsProps {
  asked: Asked;
  params: URLSearchParams;
}

/** What can be done with the report as it stands on the page: the one place for its buttons, those of freezing and export among them. */
export function ReportActions({ asked, params }: ActionsProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <FreezeButton asked={asked} />
      <Favourites params={params} />
      <ExportButton asked={{ report: variablesOf(asked) }} name={translate('lianxin.report.title')} />
      <CopyButton text={window.location.href} label={translate('lianxin.report.copyLink')} />
      <PrintButton to={`/print/report?${params}`} />
    </Stack>
  );
}
