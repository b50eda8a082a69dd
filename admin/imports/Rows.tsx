import { Box, Button, Stack, Typography } from '@mui/material';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { type Batch, countOf, type Outcome, type Row } from './batch.js';
import { CellInput, keepFocus } from './CellInput.js';
import { IMPORT_ROWS } from './imports.documents.js';
import { type Correct, useCorrect } from './useCorrect.js';

const AT_ONCE = 50;

/** The rows that come to an outcome: mistakes cell by cell, changes old beside new. */
export function Rows({ batch, outcome }: { batch: Batch; outcome: Outcome }) {
  const translate = useTranslate();
  const { data, error, isPending, isFetching, refetch, fetchNextPage } = useRows(batch, outcome);
  const correct = useCorrectHere(batch, data);
  const rows = data?.pages.flat() ?? [];
  const left = batch.state === 'CHECKED' || outcome === 'FAIL' ? countOf(batch, outcome) - rows.length : 0;
  const title = `${translate('resources.importBatches.rows')} · ${translate(`enums.ImportOutcome.${outcome}`)}`;
  return (
    <Section title={title}>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Loading rows={4} />
      ) : rows.length === 0 ? (
        <Typography>{translate('resources.importBatches.noRows')}</Typography>
      ) : (
        <>
          {batch.state === 'CHECKED' && outcome === 'FAIL' && (
            <Typography color="textSecondary">{translate('resources.importBatches.correctWhat')}</Typography>
          )}
          <Stack component="ol" spacing={0} sx={{ listStyle: 'none', p: 0, m: 0, maxWidth: 900 }}>
            {rows.map((row) => (
              <OneRow key={row.number} row={row} batch={batch} correct={correct} />
            ))}
          </Stack>
        </>
      )}
      {left > 0 && rows.length > 0 && (
        <Button
          variant="outlined"
          color="secondary"
          disabled={isFetching}
          onClick={() => void fetchNextPage()}
          sx={{ mt: 1 }}
        >
          {translate('resources.importBatches.more', { count: Math.min(left, AT_ONCE) })}
        </Button>
      )}
    </Section>
  );
}

function useRows(batch: Batch, outcome: Outcome) {
  return useInfiniteQuery({
    queryKey: ['importRows', batch.id, batch.version, outcome],
    queryFn: ({ signal, pageParam }) =>
      ask<{ importBatch: { rows: Row[] } }>(
        IMPORT_ROWS,
        { id: batch.id, outcome, first: AT_ONCE, offset: pageParam },
        { signal },
      ).then(({ importBatch }) => importBatch.rows),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => pages.length * AT_ONCE,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** A row that is right once corrected takes its inputs with it, and the focus goes to those that are left. */
function useCorrectHere(batch: Batch, shown: unknown): Correct {
  const correct = useCorrect(batch);
  const isCorrecting = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other rows are shown
  useEffect(() => {
    if (isCorrecting.current) keepFocus();
  }, [shown]);
  return (cell, value) => {
    isCorrecting.current = true;
    return correct(cell, value);
  };
}

function OneRow({ row, batch, correct }: { row: Row; batch: Batch; correct: Correct }) {
  const translate = useTranslate();
  const wrong = Map.groupBy(batch.state === 'CHECKED' ? row.faults.filter(isOfCell) : [], ({ column }) => column);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Typography color="textSecondary" sx={{ minWidth: 72 }}>
          {translate('resources.importBatches.row', { number: row.number })}
        </Typography>
        <Typography>{row.householdCode}</Typography>
        <Typography sx={{ fontWeight: 600 }}>{row.name}</Typography>
      </Stack>
      {row.faults.map((fault) => (
        <Fault key={`${fault.field} ${fault.message}`} fault={fault} batch={batch} />
      ))}
      {[...wrong].map(
        ([column, [fault]]) =>
          column !== null &&
          fault && (
            <CellInput
              key={column}
              cell={{ row: row.number, column }}
              heading={headingOf(batch, column)}
              value={fault.value}
              suggestion={fault.suggestion}
              correct={correct}
            />
          ),
      )}
      {row.changes.map((change) => (
        <Change key={change.field} change={change} />
      ))}
    </Box>
  );
}

/** A row that only waits for the one of its head has nothing of its own to correct. */
function isOfCell({ field, code }: Row['faults'][number]): boolean {
  return !(field === 'RELATION' && code === 'WRONG_STATE');
}

function headingOf(batch: Batch, column: number | null): string {
  return batch.columns.find(({ number }) => number === column)?.heading ?? '';
}

function Fault({ fault, batch }: { fault: Row['faults'][number]; batch: Batch }) {
  const translate = useTranslate();
  const { field, column, value, message, suggestion } = fault;
  const heading = headingOf(batch, column);
  const where = heading
    ? translate('resources.importBatches.cell', { column, heading })
    : translate(`enums.ImportField.${field}`);
  return (
    <Typography sx={{ pl: { sm: 11 } }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {where}
        {value && ` ${value}`}
        {' — '}
      </Box>
      {message}
      {suggestion && ` ${translate('resources.importBatches.suggestion', { word: suggestion })}`}
    </Typography>
  );
}

function Change({ change: { field, before, after } }: { change: Row['changes'][number] }) {
  const translate = useTranslate();
  const nothing = translate('resources.importBatches.nothing');
  return (
    <Typography sx={{ pl: { sm: 11 } }}>
      <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
        {translate(`enums.ImportField.${field}`)}
      </Box>
      <del>{before ?? nothing}</del>
      {' → '}
      <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{after ?? nothing}</ins>
    </Typography>
  );
}
