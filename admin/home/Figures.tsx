import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { yuan } from '../parts/figures.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { FIGURES } from './home.documents.js';

interface Cell {
  kind: string;
  state: string;
  count: number;
  budget: string | null;
}

const KINDS = ['TRAINING', 'JOB', 'INDUSTRY'];
const STATES = ['SUBMITTED', 'APPROVED', 'RUNNING', 'FINISHED', 'ACCEPTED', 'STOPPED'];

/** This year's programmes by kind and state, as the server counts them; each figure opens the report behind it. */
export function Figures() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['figures', thisYear()],
    queryFn: ({ signal }) =>
      ask<{ crossTownReport: { total: { cells: Cell[] } } }>(FIGURES, { period: thisYear() }, { signal }),
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading rows={4} />;
  const { cells } = data.crossTownReport.total;
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('lianxin.home.figures', { year: new Date().getFullYear() })}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table>
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
        <TableBody>
          {KINDS.map((kind) => (
            <KindRow key={kind} kind={kind} cells={cells.filter((cell) => cell.kind === kind)} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function KindRow({ kind, cells }: { kind: string; cells: Cell[] }) {
  const translate = useTranslate();
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {translate(`enums.ProgrammeKind.${kind}`)}
      </TableCell>
      {STATES.map((state) => {
        const cell = cells.find((one) => one.state === state);
        return (
          <TableCell
            key={state}
            align="right"
            title={cell?.budget ? `${yuan(cell.budget)} ${translate('lianxin.yuan')}` : undefined}
          >
            {cell?.count ? (
              <Link component={RouterLink} to={`/reports?kind=${kind}`} color="inherit">
                {cell.count}
              </Link>
            ) : (
              '0'
            )}
          </TableCell>
        );
      })}
    </TableRow>
  );
}

function thisYear(): { from: string; to: string } {
  const year = new Date().getFullYear();
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
