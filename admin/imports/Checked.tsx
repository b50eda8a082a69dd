import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { ReasonDialog, Refusal } from '../parts/dialogs.js';
import { act } from '../provider/graphql.js';
import { type Batch, countOf, OUTCOMES, type Outcome } from './batch.js';
import { Corrections } from './Corrections.js';
import { Counts } from './Counts.js';
import { IMPORT_BATCH_COMMIT } from './imports.documents.js';
import { Rows } from './Rows.js';
import { useCheck } from './useCheck.js';

/** The third step: what would come of the file, row by row, and the button that writes it. */
export function Checked({ batch, changeColumns }: { batch: Batch; changeColumns: () => void }) {
  const translate = useTranslate();
  const word = (key: string, args?: object) => translate(`resources.importBatches.${key}`, args);
  const first = OUTCOMES.find((outcome) => countOf(batch, outcome) > 0) ?? 'CREATE';
  const [outcome, setOutcome] = useState<Outcome>(first);
  const { check, error, isBusy } = useCheck(batch);
  return (
    <>
      {batch.isShifted && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {word('shifted', { column: batch.shiftedColumn })}
        </Alert>
      )}
      <Counts batch={batch} chosen={outcome} choose={setOutcome} />
      <Typography color="textSecondary">{word('householdCount', { count: batch.householdCount })}</Typography>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', my: 2 }}>
        <Commit batch={batch} />
        <Button variant="outlined" color="secondary" disabled={isBusy} onClick={() => void check(batch.columns)}>
          {word('checkAgain')}
        </Button>
        <Button variant="outlined" color="secondary" onClick={changeColumns}>
          {word('changeColumns')}
        </Button>
        {batch.failedCount > 0 && <FailedRows batch={batch} />}
      </Stack>
      {error !== undefined && <Refusal error={error} />}
      <Rows key={outcome} batch={batch} outcome={outcome} />
      <Corrections batch={batch} />
    </>
  );
}

/** The rows with mistakes as a file, each with its reason. */
export function FailedRows({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  return (
    <Button component="a" href={`/imports/${batch.id}/failed`} download variant="outlined" color="secondary">
      {translate('resources.importBatches.failedRows')}
    </Button>
  );
}

function Commit({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const { id, version, createdCount: created, updatedCount: updated, skippedCount: skipped } = batch;
  const word = (key: string, args?: object) => translate(`resources.importBatches.${key}`, args);
  const commit = async () => {
    await act(IMPORT_BATCH_COMMIT, 'importBatchCommit', { id, version });
    notify('resources.importBatches.committed', { type: 'success', messageArgs: { created, updated } });
    refresh();
  };
  return (
    <>
      <Button variant="contained" disabled={created + updated === 0} onClick={() => setOpen(true)}>
        {word('commit')}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        title={word('commitTitle')}
        verb={word('commit')}
        reason="none"
        onClose={() => setOpen(false)}
        onConfirm={commit}
      >
        <Typography>{word('commitWhat', { created, households: batch.householdCount, updated, skipped })}</Typography>
        {batch.failedCount > 0 && <Typography>{word('commitLeft', { failed: batch.failedCount })}</Typography>}
        <Typography color="textSecondary">{word('commitWhole')}</Typography>
      </ReasonDialog>
    </>
  );
}
