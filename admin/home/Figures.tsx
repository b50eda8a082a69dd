import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { thisYear, today } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import type { Permission } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { FIGURES } from './home.documents.js';

interface Cell {
  kind: string;
  state: string;
  count: number;
  budget: string | null;
}

interface Answer {
  now: { total: { cells: Cell[] } };
  before: { total: { cells: Cell[] } };
}

const READ: Record<string, Permission> = { TRAINING: 'TRAINING_READ', JOB: 'JOBS_READ', INDUSTRY: 'INDUSTRY_READ' };
const STATES = ['SUBMITTED', 'APPROVED', 'RUNNING', 'FINISHED', 'ACCEPTED', 'STOPPED'];

/** This year's programmes by kind and state with the change since the end of last month; each figure opens what is behind it. */
export function Figures() {
  const translate = useTranslate();
  const variables = { period: wholeYear(), before: endOfLastMonth() };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures', variables],
    queryFn: ({ signal }) => ask<Answer>(FIGURES, variables, { signal }),
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading rows={4} />;
  return (
    <>
      <Box
        role="region"
        tabIndex={0}
        aria-label={translate('lianxin.home.figures', { year: thisYear() })}
        sx={{
          overflowX: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          '& th, & td': { px: { xs: 0.5, sm: 2 } },
        }}
      >
        <Table>
          <Heads />
          <TableBody>
            {Object.keys(READ).map((kind) => (
              <KindRow key={kind} kind={kind} now={data.now.total.cells} before={data.before.total.cells} />
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography color="textSecondary" sx={{ mt: 0.5 }}>
        {translate('lianxin.home.change')}
      </Typography>
    </>
  );
}

function Heads() {
  const translate = useTranslate();
  return (
    <TableHead>
      <TableRow>
        <TableCell component="th">{translate('lianxin.home.kind')}</TableCell>
        {STATES.map((state) => (
          <TableCell key={state} align="right" sx={{ whiteSpace: 'nowrap' }}>
            {translate(`enums.ProgrammeState.${state}`)}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}

function KindRow({ kind, now, before }: { kind: string; now: Cell[]; before: Cell[] }) {
  const translate = useTranslate();
  const label = translate(`enums.ProgrammeKind.${kind}`);
  const hasRows = useMay(READ[kind] as Permission);
  const of = (cells: Cell[], state: string) => cells.find((cell) => cell.kind === kind && cell.state === state);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {label}
      </TableCell>
      {STATES.map((state) => (
        <Figure
          key={state}
          cell={of(now, state)}
          before={of(before, state)?.count ?? 0}
          to={hasRows ? `/reports/rows?${new URLSearchParams({ kind, state, label })}` : `/reports?kind=${kind}`}
        />
      ))}
    </TableRow>
  );
}

function Figure({ cell, before, to }: { cell: Cell | undefined; before: number; to: string }) {
  const translate = useTranslate();
  const count = cell?.count ?? 0;
  const change = count - before;
  const budget = cell?.count && cell.budget ? `${yuan(cell.budget)} ${translate('lianxin.yuan')}` : undefined;
  return (
    <TableCell align="right" title={budget} sx={{ whiteSpace: 'nowrap' }}>
      {change !== 0 && (
        <Typography component="span" color="textSecondary" sx={{ mr: { xs: 0.5, sm: 1 }, fontSize: 12 }}>
          {change > 0 ? `+${change}` : `−${-change}`}
        </Typography>
      )}
      {count ? (
        <Link component={RouterLink} to={to} color="inherit">
          {count}
        </Link>
      ) : (
        '0'
      )}
    </TableCell>
  );
}

function wholeYear(): { from: string; to: string } {
  const year = thisYear();
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function endOfLastMonth(): string {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
}
