import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refusal } from '../parts/dialogs.js';
import { type Batch, type Column, FIELDS } from './batch.js';
import { useCheck } from './useCheck.js';

/** The second step: what each column means. A field that one column has is not offered to another. */
export function Columns({ batch, done }: { batch: Batch; done: () => void }) {
  const translate = useTranslate();
  const [columns, setColumns] = useState(batch.columns);
  const { check, error, isBusy } = useCheck(batch, done);
  const set = (number: number, field: string | null) =>
    setColumns(columns.map((column) => (column.number === number ? { ...column, field } : column)));
  const taken = new Set(columns.flatMap(({ field }) => field ?? []));
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('resources.importBatches.columnsWhat')}
      </Typography>
      <Stack spacing={1.5}>
        {columns.map((column) => (
          <ColumnField key={column.number} column={column} taken={taken} set={(field) => set(column.number, field)} />
        ))}
        {error !== undefined && <Refusal error={error} />}
        <Box>
          <Button variant="contained" disabled={isBusy} onClick={() => void check(columns)}>
            {translate('resources.importBatches.check')}
          </Button>
        </Box>
      </Stack>
    </Box>
  );
}

/** A finger's breadth on phones. */
const TOUCHED = { '& select': { boxSizing: 'border-box', minHeight: { xs: 44, sm: 0 } } } as const;

interface ColumnFieldProps {
  column: Column;
  taken: ReadonlySet<string>;
  set: (field: string | null) => void;
}

function ColumnField({ column: { number, heading, field }, taken, set }: ColumnFieldProps) {
  const translate = useTranslate();
  const place = translate('resources.importBatches.column', { number });
  return (
    <TextField
      select
      label={heading ? `${heading} · ${place}` : place}
      value={field ?? ''}
      onChange={(event) => set(event.target.value || null)}
      slotProps={{ select: { native: true } }}
      sx={TOUCHED}
    >
      <option value="">{translate('resources.importBatches.passedOver')}</option>
      {FIELDS.filter((one) => one === field || !taken.has(one)).map((one) => (
        <option key={one} value={one}>
          {translate(`enums.ImportField.${one}`)}
        </option>
      ))}
    </TextField>
  );
}
