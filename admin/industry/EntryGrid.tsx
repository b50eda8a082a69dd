import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { plain } from '../parts/figures.js';
import type { EntryRow } from './entry.js';
import type { useEntry } from './useEntry.js';

const CELL = 'data-entry-row';

/** The rows of a village: a figure each, with Enter and the arrows up and down the column; a paste fills from where it lands. */
export function EntryGrid({ entry }: { entry: ReturnType<typeof useEntry> }) {
  const translate = useTranslate();
  const { rows, putRows, paste, reasons } = entry;
  const word = (field: string) => translate(`lianxin.distribution.${field}`);
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {word('gridHelp')}
      </Typography>
      <Table
        size="small"
        aria-label={word('grid')}
        sx={{ tableLayout: 'fixed', '& td, & th': { px: { xs: 0.5, sm: 2 } } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{word('household')}</TableCell>
            <TableCell align="right" sx={{ width: { xs: 120, sm: 200 } }}>
              {word('amount')}
            </TableCell>
            <TableCell align="center" sx={{ width: { xs: 64, sm: 100 } }}>
              {word('isSigned')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              index={index}
              reason={reasons[row.id]}
              put={(one) => putRows([one])}
              paste={paste}
            />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

interface RowProps {
  row: EntryRow;
  index: number;
  reason?: string;
  put: (row: EntryRow) => void;
  paste: (text: string, from: number) => void;
}

function Row({ row, index, reason, put, paste }: RowProps) {
  const translate = useTranslate();
  const name = row.headName || row.code;
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    paste(text, index);
  };
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        {row.headName || '—'}
        <Typography component="span" color="textSecondary" sx={{ display: 'block', fontSize: 12 }}>
          {row.code}
        </Typography>
        {reason && (
          <Typography component="span" role="alert" color="error" sx={{ display: 'block', fontSize: 13 }}>
            {reason}
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">
        <TextField
          value={row.amount}
          onChange={(event) => put({ ...row, amount: plain(event.target.value) })}
          onKeyDown={(event) => go(event, index)}
          onPaste={onPaste}
          error={Boolean(reason)}
          slotProps={{
            htmlInput: {
              [CELL]: index,
              inputMode: 'decimal',
              autoComplete: 'off',
              style: { textAlign: 'right' },
              'aria-label': translate('lianxin.distribution.amountOf', { name }),
            },
          }}
        />
      </TableCell>
      <TableCell align="center">
        <Box sx={{ '@media (pointer: coarse)': { minHeight: 44 } }}>
          <Checkbox
            checked={row.isSigned}
            onChange={(_, isSigned) => put({ ...row, isSigned })}
            slotProps={{ input: { 'aria-label': translate('lianxin.distribution.signedBy', { name }) } }}
          />
        </Box>
      </TableCell>
    </TableRow>
  );
}

/** Enter and the arrows lead to the next household, or the one before. */
function go(event: KeyboardEvent, index: number): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = document.querySelector<HTMLInputElement>(`[${CELL}="${index + step}"]`);
  next?.focus();
  next?.select();
}
