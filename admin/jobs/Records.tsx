import { Box, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useIsPhone } from '../parts/ResponsiveList.js';

/** One column of a short list: a cell on a desk, a line of the card on a phone. */
export interface RecordColumn<T> {
  label: string;
  cell: (row: T) => ReactNode;
  isFigure?: boolean;
}

interface RecordsProps<T> {
  name: string;
  rows: readonly T[];
  /** The first column names the record. */
  columns: readonly RecordColumn<T>[];
  keyOf: (row: T) => string;
}

/** A short list of records on a page: a table that scrolls within itself from 600 px, cards below. */
export function Records<T>(props: RecordsProps<T>) {
  const isPhone = useIsPhone();
  return isPhone ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<T>({ name, rows, columns, keyOf }: RecordsProps<T>) {
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={name}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(({ label, isFigure }) => (
              <TableCell key={label} align={isFigure ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} hover>
              {columns.map(({ label, cell, isFigure }) => (
                <TableCell key={label} align={isFigure ? 'right' : 'left'}>
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards<T>({ name, rows, columns, keyOf }: RecordsProps<T>) {
  const [title, ...others] = columns;
  return (
    <Stack component="ul" aria-label={name} spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={keyOf(row)} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
          <Box sx={{ fontWeight: 600 }}>{title?.cell(row)}</Box>
          {others.map(({ label, cell }) => (
            <Stack key={label} direction="row" spacing={2} sx={{ justifyContent: 'space-between', py: 0.25 }}>
              <Typography color="textSecondary" sx={{ flexShrink: 0 }}>
                {label}
              </Typography>
              <Box sx={{ textAlign: 'right', minWidth: 0 }}>{cell(row)}</Box>
            </Stack>
          ))}
        </Box>
      ))}
    </Stack>
  );
}
