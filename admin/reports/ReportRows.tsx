import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { useAsked } from './useReport.js';
import { type Row, useRows } from './useRows.js';

/** The programmes behind one figure of the report; the crumb leads back to the report as it was. */
export default function ReportRows() {
  const translate = useTranslate();
  const { asked, params } = useAsked();
  const line = params.get('line') ?? 'total';
  const state = params.get('state');
  const { data, error, isPending, refetch } = useRows(asked, line, state);
  const back = new URLSearchParams(params);
  for (const name of ['line', 'label', 'state']) back.delete(name);
  const stateWord = state ? translate(`enums.ProgrammeState.${state}`) : translate('lianxin.report.allStates');
  const title = `${params.get('label') ?? translate('lianxin.report.all')} · ${stateWord}`;
  return (
    <Page
      title={title}
      crumbs={[{ label: translate('lianxin.report.title'), to: `/reports?${back}` }, { label: title }]}
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading />
      ) : (
        <Found rows={data.rows} count={data.count} seen={data.seen} />
      )}
    </Page>
  );
}

function Found({ rows, count, seen }: { rows: Row[]; count: number; seen: number }) {
  const translate = useTranslate();
  const isPhone = useIsPhone();
  const hidden = count - seen;
  const cut = seen - rows.length;
  return (
    <>
      <Typography sx={{ mb: 1 }}>{translate('lianxin.report.rowsCount', { count })}</Typography>
      {hidden > 0 && (
        <Typography sx={{ mb: 1 }}>{translate('lianxin.report.rowsHidden', { count: hidden })}</Typography>
      )}
      {cut > 0 && <Typography sx={{ mb: 1 }}>{translate('lianxin.report.rowsCut', { count: rows.length })}</Typography>}
      {!rows.length && !hidden && <EmptyNothing why={translate('resources.reports.empty')} />}
      {rows.length > 0 && (isPhone ? <RowCards rows={rows} /> : <RowTable rows={rows} />)}
    </>
  );
}

function RowTable({ rows }: { rows: Row[] }) {
  const translate = useTranslate();
  const columns = ['title', 'kind', 'station', 'state', 'period', 'budget'];
  return (
    <Box sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column} align={column === 'budget' ? 'right' : undefined}>
                {translate(`lianxin.report.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover>
              <TableCell>
                <Title row={row} />
              </TableCell>
              <TableCell>{translate(`enums.ProgrammeKind.${row.kind}`)}</TableCell>
              <TableCell>{row.station?.name ?? '—'}</TableCell>
              <TableCell>{translate(`enums.ProgrammeState.${row.state}`)}</TableCell>
              <TableCell>
                <Period row={row} />
              </TableCell>
              <TableCell align="right">{row.budget ? yuan(row.budget) : '—'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function RowCards({ rows }: { rows: Row[] }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {rows.map((row) => (
        <Box component="li" key={row.id} sx={{ p: 1.5, '& + li': { borderTop: 1, borderColor: 'divider' } }}>
          <Box sx={{ minHeight: 32, fontWeight: 600 }}>
            <Title row={row} />
          </Box>
          <Typography>
            {[
              row.station?.name,
              translate(`enums.ProgrammeKind.${row.kind}`),
              translate(`enums.ProgrammeState.${row.state}`),
              row.budget && `${yuan(row.budget)} ${translate('lianxin.yuan')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Typography color="textSecondary">
            <Period row={row} />
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Title({ row }: { row: Row }) {
  return (
    <Link component={RouterLink} to={`/${row.kind.toLowerCase()}Programmes/${row.id}/show`} color="inherit">
      {row.title}
    </Link>
  );
}

function Period({ row }: { row: Row }) {
  const [locale] = useLocaleState();
  return (
    <>
      {day(row.startsOn, locale)} – {day(row.endsOn, locale)}
    </>
  );
}
