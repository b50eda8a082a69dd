import { Box, Button, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { grouped } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { type Asked, useAsked } from './asked.js';
import { type Metric, named, useBilingual, useCatalogue } from './catalogue.js';
import { figureText } from './figures.js';
import { MetricInfo } from './MetricInfo.js';
import { periodName } from './period.js';
import { RowList } from './RowList.js';
import { useCrumbs, withoutFigure } from './useCrumbs.js';
import { type CellWithRows, type Row, useRows } from './useRows.js';

/** The records behind one figure of the report; the crumbs lead back to the report as it was. */
export default function ReportRows() {
  const translate = useTranslate();
  const read = useBilingual();
  const { asked } = useAsked();
  const [params] = useSearchParams();
  const [key, unit] = [params.get('of') ?? '', params.get('in')];
  const place = { metric: key, line: params.get('line') ?? 'total', value: params.get('value'), unit };
  const catalogue = useCatalogue();
  const [metric] = named(catalogue.data ?? [], [key]);
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useRows(asked, place);
  const crumbs = useCrumbs(asked, params);
  const first = data?.pages[0];
  const names = [first?.label, metric && read(metric.name), first?.cell?.splitName];
  const title = names.filter(Boolean).join(' · ') || translate('lianxin.report.rows');
  const rows = data?.pages.flatMap(({ cell }) => cell?.rows?.nodes ?? []) ?? [];
  const up = { label: crumbs.at(-1)?.label ?? '', to: `/reports?${withoutFigure(params)}` };
  return (
    <Page title={title} crumbs={[...crumbs.slice(0, -1), up, { label: title }]}>
      {(error ?? catalogue.error) ? (
        <ErrorState error={error ?? catalogue.error} retry={error ? refetch : catalogue.refetch} />
      ) : catalogue.data && !metric ? (
        <EmptyNothing why={translate('lianxin.report.unknown', { names: key })} />
      ) : isPending || !metric ? (
        <Loading />
      ) : (
        <>
          <Behind asked={asked} metric={metric} cell={first?.cell} asOf={first?.asOf ?? ''} />
          <RowList rows={rows} metric={metric} from={{ label: title }} />
          {hasNextPage && (
            <Button
              variant="outlined"
              color="secondary"
              disabled={isFetchingNextPage}
              onClick={() => fetchNextPage()}
              sx={{ mt: 1 }}
            >
              {translate('lianxin.report.more', { count: grouped(left(first?.cell, rows)) })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function left(cell: CellWithRows | undefined, rows: readonly Row[]): number {
  return (cell?.rows?.totalCount ?? 0) - rows.length;
}

interface BehindProps {
  asked: Asked;
  metric: Metric;
  cell: CellWithRows | undefined;
  asOf: string;
}

/** The figure itself, how many rows make it, and how many of them the person may not open. */
function Behind({ asked, metric, cell, asOf }: BehindProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const named = (one: string) => day(one, locale);
  if (!cell) return <EmptyNothing why={translate('lianxin.report.noFigure')} />;
  if (cell.isHidden) return <EmptyNothing why={translate('lianxin.report.hiddenNote')} />;
  const { totalCount = 0, outside = 0 } = cell.rows ?? {};
  const figure = cell.value === null ? '—' : figureText(cell.value, metric);
  const sentences = [
    translate('lianxin.report.rowsCount', { count: grouped(totalCount) }),
    outside > 0 && translate('lianxin.report.rowsOutside', { count: grouped(outside) }),
    cell.isRecounted && translate(`lianxin.report.${metric.counts === 'SHARE' ? 'rowsMean' : 'rowsOnce'}`),
  ];
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography sx={{ fontSize: 20, fontWeight: 600 }}>
        {figure} {cell.unit}
        <MetricInfo metric={metric} asOf={asOf} />
      </Typography>
      <Typography color="textSecondary">
        {[periodName(asked.period, translate, named), translate('lianxin.report.asOfDay', { day: named(asOf) })].join(
          ' · ',
        )}
      </Typography>
      <Typography>{sentences.filter(Boolean).join('')}</Typography>
    </Box>
  );
}
