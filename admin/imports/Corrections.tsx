import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { moment } from '../parts/dates.js';
import type { Batch, Correction } from './batch.js';
import { CellInput } from './CellInput.js';
import { useCorrect } from './useCorrect.js';

/** The cells that were corrected here: who did, what they said before; while nothing is written they can be corrected again. */
export function Corrections({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const count = batch.corrections.length;
  if (count === 0) return null;
  return (
    <Box component="details" sx={{ my: 2, maxWidth: 900 }}>
      <Box component="summary" sx={{ py: 1.25, cursor: 'pointer' }}>
        {translate('resources.importBatches.corrections', { count })}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {batch.corrections.map((one) => (
          <Line key={one.id} one={one} batch={batch} />
        ))}
      </Box>
    </Box>
  );
}

function Line({ one, batch }: { one: Correction; batch: Batch }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const correct = useCorrect(batch);
  const [isOpen, setOpen] = useState(false);
  const again = translate('resources.importBatches.correctAgain');
  const { row, column, before, after, enteredBy, createdAt } = one;
  const heading = batch.columns.find(({ number }) => number === column)?.heading ?? '';
  const nothing = translate('resources.importBatches.nothing');
  const isLast = batch.corrections.findLast((other) => other.row === row && other.column === column) === one;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
          {translate('resources.importBatches.row', { number: row })} · {heading}
        </Box>
        {before !== null && (
          <>
            <del>{before || nothing}</del>
            {' → '}
            <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{after || nothing}</ins>
          </>
        )}
        <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          {enteredBy} · {moment(createdAt, locale)}
        </Box>
      </Typography>
      {batch.state === 'CHECKED' && isLast && !isOpen && (
        <Button
          color="secondary"
          sx={{ minHeight: { xs: 44, sm: 36 } }}
          onClick={() => setOpen(true)}
          aria-label={`${again} ${row} · ${heading}`}
        >
          {again}
        </Button>
      )}
      {batch.state === 'CHECKED' && isLast && isOpen && (
        <CellInput cell={{ row, column }} heading={heading} value={after} correct={correct} />
      )}
    </Box>
  );
}
