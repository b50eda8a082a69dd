import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Column, partName } from './answer.js';
import { useBilingual } from './catalogue.js';
import { figureText } from './figures.js';
import { keyOf } from './heads.js';
import type { Point } from './useReport.js';

interface CourseProps {
  points: readonly Point[];
  /** What the periods are called. */
  names: readonly string[];
  columns: readonly Column[];
}

/** The course of a metric in figures, for those who do not see its line or want to copy it. */
export function CourseTable({ points, names, columns }: CourseProps) {
  const translate = useTranslate();
  const read = useBilingual();
  const figure = ({ cells }: Point, { split, unit, metric }: Column) => {
    const value = cells.find((cell) => cell.split === split && cell.unit === unit)?.value ?? null;
    return value === null ? (split === null ? '—' : '0') : figureText(value, metric);
  };
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('lianxin.report.courseTable')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, mb: 1 }}
    >
      <Table sx={{ '& td, & th': { px: 1, whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell />
            {names.map((name) => (
              <TableCell key={name} align="right">
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {columns.map((column) => (
            <TableRow key={keyOf(column)}>
              <TableCell component="th" scope="row">
                {column.name === null ? read(column.metric.name) : partName(column)}
              </TableCell>
              {points.map((point) => (
                <TableCell key={point.period.from} align="right">
                  {figure(point, column)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
