import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Answer, Group, Line } from './answer.js';
import { below, type Comparison, changed } from './asked.js';
import { useBilingual } from './catalogue.js';
import { ChangeOf, Compared, Figure } from './Figure.js';
import { useReportParams } from './frozen.js';
import { type Head, headsOf, keyOf } from './heads.js';
import { MetricInfo } from './MetricInfo.js';

export interface TableProps {
  answer: Answer;
  groups: readonly Group[];
  compare: Comparison | null;
}

/** The report in figures: the total first, then a line for each station, with a head that says metric, value and unit. */
export function ReportTable({ answer, groups, compare }: TableProps) {
  const translate = useTranslate();
  const heads = useHeads(groups, compare);
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('lianxin.report.table')}
      sx={{
        overflow: 'auto',
        maxHeight: answer.lines.length > LONG ? '80vh' : undefined,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Table
        sx={{ '& td, & th': { px: 1, verticalAlign: 'baseline' }, '& thead th': { height: 'auto', borderBottom: 0 } }}
      >
        <TableHead sx={{ position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.default' }}>
          {heads.map((row, i) => (
            <TableRow key={row[0]?.key ?? i}>
              {i === 0 && (
                <TableCell component="th" scope="col" rowSpan={heads.length} sx={STICKY}>
                  {translate('lianxin.report.place')}
                </TableCell>
              )}
              {row.map((head) => (
                <HeadCell key={head.key} head={head} asOf={answer.asOf} />
              ))}
            </TableRow>
          ))}
        </TableHead>
        <TableBody sx={{ '& tr:first-of-type > *': { borderTop: 1, borderColor: 'divider' } }}>
          <LineRow line={answer.total} groups={groups} compare={compare} isTotal />
          {answer.lines.map((line) => (
            <LineRow key={line.station?.id ?? line.label} line={line} groups={groups} compare={compare} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** From how many lines on the table scrolls by itself, under its own head. */
const LONG = 40;

const STICKY = { position: 'sticky', left: 0, bgcolor: 'background.default', zIndex: 1, minWidth: 104 } as const;

/** The head of a table of these metrics, in the language of the page. */
export function useHeads(groups: readonly Group[], compare: Comparison | null): Head[][] {
  const translate = useTranslate();
  const read = useBilingual();
  return headsOf(groups, compare !== null, {
    metric: ({ name }) => read(name),
    side: (side) => translate(`lianxin.report.side.${side === 'now' ? side : `${side}_${compare}`}`),
  });
}

function HeadCell({ head, asOf }: { head: Head; asOf: string }) {
  const { text, unit, columns, rows, metric } = head;
  const isAlone = columns === 1;
  return (
    <TableCell
      component="th"
      scope={isAlone ? 'col' : 'colgroup'}
      colSpan={columns}
      rowSpan={rows}
      align={isAlone ? 'right' : 'center'}
      sx={{ minWidth: 72, borderLeft: metric ? 1 : 0, borderColor: 'divider' }}
    >
      {text}
      {metric && <MetricInfo metric={metric} asOf={asOf} />}
      {unit && (
        <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
          {unit}
        </Typography>
      )}
    </TableCell>
  );
}

interface RowProps extends Omit<TableProps, 'answer'> {
  line: Line;
  isTotal?: boolean;
}

function LineRow({ line, groups, compare, isTotal = false }: RowProps) {
  const isPlan = compare === 'PLAN';
  return (
    <TableRow hover={!isTotal} sx={isTotal ? { '& > *': { fontWeight: 600 } } : undefined}>
      <TableCell component="th" scope="row" sx={{ ...STICKY, fontWeight: isTotal ? 600 : 400 }}>
        <LineName line={line} />
      </TableCell>
      {groups.flatMap(({ columns }) =>
        columns.flatMap((column) => {
          const of = { line, column, isTotal };
          const key = keyOf(column);
          const cells = [<Figure key="now" {...of} />];
          if (compare)
            cells.push(<Compared key="compared" {...of} />, <ChangeOf key="change" {...of} isPlan={isPlan} />);
          return cells.map((cell) => (
            <TableCell key={`${key} ${cell.key}`} align="right">
              {cell}
            </TableCell>
          ));
        }),
      )}
    </TableRow>
  );
}

/** A line's name; it opens the level below, with the same figures, which of a frozen report there are none. */
export function LineName({ line }: { line: Line }) {
  const { params, isFrozen } = useReportParams();
  const next = line.station && !line.isOwn && !isFrozen ? below(line.station.level) : undefined;
  if (!next || !line.station) return <>{line.label}</>;
  return (
    <Link
      component={RouterLink}
      to={`/reports?${changed(params, { within: line.station.id, by: next })}`}
      color="inherit"
    >
      {line.label}
    </Link>
  );
}
