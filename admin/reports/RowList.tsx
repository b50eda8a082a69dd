import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { type Area, useAreas } from '../parts/area.js';
import { day } from '../parts/dates.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import type { Metric } from './catalogue.js';
import { figureText } from './figures.js';
import type { Row } from './useRows.js';

interface RowListProps {
  rows: readonly Row[];
  metric: Metric;
  /** What the way back from a record is called. */
  from: { label: string };
}

/** The records behind a figure: a table on a desk, cards on a phone; each leads to its own page, and from there back. */
export function RowList(props: RowListProps) {
  const isPhone = useIsPhone();
  if (!props.rows.length) return null;
  return isPhone ? <Cards {...props} /> : <Rows {...props} />;
}

/** Whether rows add different amounts, so that the amount is worth a column. */
function hasAmounts({ counts, isAdditive }: Metric): boolean {
  return counts === 'QUANTITY' || counts === 'MONEY' || (!isAdditive && counts === 'SHARE');
}

function Rows({ rows, metric, from }: RowListProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const columns = ['title', 'station', 'day', ...(hasAmounts(metric) ? ['amount'] : [])];
  return (
    <Box sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column} align={column === 'amount' ? 'right' : undefined}>
                {translate(`lianxin.report.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.id} ${row.day} ${row.amount}`} hover>
              <TableCell>
                <Title row={row} from={from} />
              </TableCell>
              <TableCell>{row.station?.name ?? '—'}</TableCell>
              <TableCell>{day(row.day, locale)}</TableCell>
              {hasAmounts(metric) && <TableCell align="right">{figureText(row.amount, metric)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards({ rows, metric, from }: RowListProps) {
  const [locale] = useLocaleState();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {rows.map((row) => (
        <Box
          component="li"
          key={`${row.id} ${row.day} ${row.amount}`}
          sx={{ px: 1.5, py: 1, '& + li': { borderTop: 1, borderColor: 'divider' } }}
        >
          <Box sx={{ minHeight: 32, display: 'flex', alignItems: 'center', fontWeight: 600 }}>
            <Box sx={{ flexGrow: 1 }}>
              <Title row={row} from={from} />
            </Box>
            {hasAmounts(metric) && figureText(row.amount, metric)}
          </Box>
          <Typography color="textSecondary">
            {[row.station?.name, day(row.day, locale)].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Title({ row, from }: { row: Row; from: { label: string } }) {
  const translate = useTranslate();
  const areas = useAreas();
  const { pathname, search } = useLocation();
  const state = { cameFrom: { label: from.label, to: `${pathname}${search}` } };
  return (
    <Link
      component={RouterLink}
      to={pageOf(row.link, areas)}
      state={state}
      color="inherit"
      sx={{ '@media (pointer: coarse)': { py: 1 } }}
    >
      {row.title ?? translate('lianxin.report.unnamed')}
    </Link>
  );
}

/** Where the console has the record: its page, the place in the tree of a station, or the list of records that have no page. */
function pageOf(link: string, areas: readonly Area[]): string {
  const [, resource = '', id = ''] = link.split('/');
  if (resource === 'stations') return `/stations/${id}`;
  return areas.find(({ name }) => name === resource)?.show ? link : `/${resource}`;
}
