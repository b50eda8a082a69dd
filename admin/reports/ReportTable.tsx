import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { yuan } from '../parts/figures.js';
import { STATES } from '../programmes/index.js';
import { type Line, type ReportAnswer, type Sum, sumOf } from './figures.js';

interface TableProps {
  report: ReportAnswer;
  /** False where the asker sees sums only: the figures then lead nowhere. */
  hasRows: boolean;
}

/** Towns by states: how many programmes, and beneath it their budget in yuan. */
export function ReportTable({ report, hasRows }: TableProps) {
  const translate = useTranslate();
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('lianxin.report.table')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table sx={{ '& td, & th': { px: 1, verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={STICKY}>{translate('lianxin.report.town')}</TableCell>
            {STATES.map((state) => (
              <Head key={state} label={translate(`enums.ProgrammeState.${state}`)} />
            ))}
            <Head label={translate('lianxin.report.all')} />
          </TableRow>
        </TableHead>
        <TableBody>
          {report.towns.map((line) => (
            <LineRow key={line.station?.id} line={line} hasRows={hasRows} />
          ))}
          <LineRow line={report.total} hasRows={hasRows} isTotal />
        </TableBody>
      </Table>
    </Box>
  );
}

const STICKY = { position: 'sticky', left: 0, bgcolor: 'background.default', zIndex: 1 } as const;

function Head({ label }: { label: string }) {
  const translate = useTranslate();
  return (
    <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
      {label}
      <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
        {translate('lianxin.report.units')}
      </Typography>
    </TableCell>
  );
}

function LineRow({ line, hasRows, isTotal }: { line: Line; hasRows: boolean; isTotal?: boolean }) {
  const cells = [...STATES.map((state) => [state] as string[]), undefined];
  return (
    <TableRow sx={isTotal ? { '& > *': { fontWeight: 600, borderTop: 1, borderColor: 'divider' } } : undefined}>
      <TableCell component="th" scope="row" sx={{ ...STICKY, whiteSpace: 'nowrap' }}>
        {line.label}
      </TableCell>
      {cells.map((states) => (
        <TableCell key={states?.[0] ?? 'all'} align="right">
          <Figure sum={sumOf(line, states)} line={line} state={states?.[0]} hasRows={hasRows} />
        </TableCell>
      ))}
    </TableRow>
  );
}

interface FigureProps {
  sum: Sum;
  line: Line;
  /** All states when left out. */
  state?: string;
  hasRows: boolean;
}

/** A figure: the count opens the rows behind it, the budget stands beneath. */
export function Figure({ sum, line, state, hasRows }: FigureProps) {
  const to = useRowsPath()(line, state);
  if (!sum.count)
    return (
      <Typography component="span" color="textSecondary">
        0
      </Typography>
    );
  return (
    <>
      {hasRows ? (
        <Link component={RouterLink} to={to} color="inherit" sx={{ fontWeight: 600 }}>
          {sum.count}
        </Link>
      ) : (
        sum.count
      )}
      <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12, whiteSpace: 'nowrap' }}>
        {yuan(sum.budget)}
      </Typography>
    </>
  );
}

/** Where the rows behind a figure stand, with the report's own parameters. */
function useRowsPath(): (line: Line, state?: string) => string {
  const { search } = useLocation();
  return (line, state) => {
    const params = new URLSearchParams(search);
    params.set('line', line.station?.id ?? 'total');
    params.set('label', line.label);
    if (state) params.set('state', state);
    return `/reports/rows?${params}`;
  };
}
