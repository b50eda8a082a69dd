import { Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../../parts/dates.js';
import { isZero } from '../decimals.js';
import { FigureLink } from '../FigureLink.js';
import { periodName } from '../period.js';
import { periodOfDays } from '../periodText.js';
import { type Filled, type FilledCell, rowOf } from './reportForm.js';

interface TableProps {
  filled: Filled;
  /** Where the way back from a figure leads. */
  path: string;
}

/** The sheet as it is laid out, each figure a link to what makes it where it counts anything. */
export function FilledTable({ filled, path }: TableProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const named = (one: string) => day(one, locale);
  const { title, from, to, asOf, station, rowCount, widths } = filled;
  const rows = Array.from({ length: rowCount }, (_, i) => i + 1);
  const about = [
    station.name,
    periodName(periodOfDays(from, to), translate, named),
    translate('lianxin.report.asOfDay', { day: named(asOf) }),
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {about.join(' · ')}
      </Typography>
      <Box role="region" tabIndex={0} aria-label={title} sx={{ overflowX: 'auto' }}>
        <Table sx={{ width: 'auto', '& td, & th': { border: 1, borderColor: 'divider', px: 1 } }}>
          <colgroup>
            {widths.map((width, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <col key={i} style={{ minWidth: `${width}ch`, width: `${width}ch` }} />
            ))}
          </colgroup>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row}>
                {rowOf(filled, row).map((cell, i) => (
                  <Cell key={cell?.at ?? i} cell={cell} from={{ label: title, to: path }} />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  );
}

/** What a line is called stays in sight while its figures are moved sideways. */
const STICKY = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.default' } as const;

interface CellProps {
  cell: FilledCell | null;
  from: { label: string; to: string };
}

function Cell({ cell, from }: CellProps) {
  if (!cell) return <TableCell />;
  const { column, rowSpan, columnSpan, text, isHead, figure } = cell;
  const isName = column === 1 && columnSpan === 1;
  return (
    <TableCell
      component={isHead ? 'th' : 'td'}
      rowSpan={rowSpan}
      colSpan={columnSpan}
      align={isHead ? 'center' : figure ? 'right' : 'left'}
      sx={{ fontWeight: isHead ? 600 : 400, ...(isName && STICKY) }}
    >
      {figure && !isZero(figure.cell?.value ?? '0') ? <FigureLink text={text} figure={figure} from={from} /> : text}
    </TableCell>
  );
}
