import { Box, Button, GlobalStyles, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { Page, Section } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading, Refreshing } from '../parts/states.js';
import type { Permission } from '../provider/me.js';
import { useMay, useMe } from '../provider/useMe.js';
import { Conclusions } from './Conclusions.js';
import { Controls } from './Controls.js';
import { type ReportAnswer, sumOf } from './figures.js';
import { periodName } from './period.js';
import { ReportCards } from './ReportCards.js';
import { ReportTable } from './ReportTable.js';
import { type Asked, useAsked, useReport } from './useReport.js';

const Chart = lazy(() => import('./Chart.js'));
const READ: Record<string, Permission> = { TRAINING: 'TRAINING_READ', JOB: 'JOBS_READ', INDUSTRY: 'INDUSTRY_READ' };
const PRINTED = {
  '@page': { size: 'A4 landscape', margin: '12mm' },
  '@media print': {
    'header, nav, .not-printed': { display: 'none !important' },
    thead: { display: 'table-header-group' },
    tr: { breakInside: 'avoid' },
  },
  '@media screen': { '.only-printed': { display: 'none' } },
};

/** The cross-town report: what it says in words, a chart, and the table whose every figure opens the rows behind it. */
export default function Report() {
  const translate = useTranslate();
  const { asked, change } = useAsked();
  const { data, error, isPending, isFetching, refetch } = useReport(asked);
  const print = (
    <Button className="not-printed" variant="outlined" color="secondary" onClick={() => window.print()}>
      {translate('lianxin.report.print')}
    </Button>
  );
  return (
    <Page title={translate('lianxin.report.title')} actions={print}>
      <GlobalStyles styles={PRINTED} />
      <Controls asked={asked} change={change} />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={8} />
      ) : (
        <Answer asked={asked} report={data} />
      )}
    </Page>
  );
}

function Answer({ asked, report }: { asked: Asked; report: ReportAnswer }) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const hasRows = useMay(asked.kind ? [READ[asked.kind] as Permission] : Object.values(READ));
  const isEmpty = sumOf(report.total).count === 0;
  const Figures = isPhone ? ReportCards : ReportTable;
  return (
    <>
      <AsOf asked={asked} report={report} />
      {!hasRows && <Typography sx={{ mb: 1 }}>{translate('lianxin.report.sumsOnly')}</Typography>}
      {isEmpty ? (
        <EmptyNothing why={translate('resources.reports.empty')} />
      ) : (
        <>
          <Conclusions report={report} />
          <Section title={translate('lianxin.report.chart')}>
            <Suspense fallback={<Loading rows={1} shape="cards" />}>
              <Chart lines={report.towns.filter((line) => sumOf(line).count > 0)} />
            </Suspense>
          </Section>
        </>
      )}
      <Section title={translate('lianxin.report.table')}>
        <Figures report={report} hasRows={hasRows} />
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {translate('lianxin.report.definition')}
        </Typography>
      </Section>
      <Typography className="only-printed" sx={{ mt: 4 }}>
        {translate('lianxin.report.signatures')}
      </Typography>
    </>
  );
}

function AsOf({ asked, report }: { asked: Asked; report: ReportAnswer }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const me = useMe();
  const kind = asked.kind ? translate(`enums.ProgrammeKind.${asked.kind}`) : translate('lianxin.report.allKinds');
  const { from, to } = asked.period;
  const words = { from: day(from, locale), to: day(to, locale) };
  const period =
    asked.unit === 'free' ? `${words.from} – ${words.to}` : periodName(asked.period, asked.unit, translate);
  return (
    <Box component="p" sx={{ mt: 0, mb: 1, color: 'text.secondary' }}>
      {[me?.tenant?.name, period, kind, translate('lianxin.report.asOfDay', { day: day(report.asOf, locale) })]
        .filter(Boolean)
        .join(' · ')}
    </Box>
  );
}
