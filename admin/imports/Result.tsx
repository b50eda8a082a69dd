import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { moment } from '../parts/dates.js';
import { ReasonDialog } from '../parts/dialogs.js';
import { act } from '../provider/graphql.js';
import type { Batch } from './batch.js';
import { FailedRows } from './Checked.js';
import { Corrections } from './Corrections.js';
import { Counts } from './Counts.js';
import { IMPORT_BATCH_UNDO } from './imports.documents.js';
import { Rows } from './Rows.js';

/** The last step: what was written, the rows that were left out, and the way to take all of it back. */
export function Result({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { state, committedAt, undoneAt, undoReason } = batch;
  const word = (key: string, args?: object) => translate(`resources.importBatches.${key}`, args);
  const isUndone = state === 'UNDONE';
  const hasFailed = batch.failedCount > 0 && !isUndone;
  return (
    <>
      {committedAt && <Typography sx={{ mb: 1 }}>{word('done', { at: moment(committedAt, locale) })}</Typography>}
      {undoneAt && (
        <Typography sx={{ mb: 1 }}>
          {word('undoneAt', { at: moment(undoneAt, locale), reason: undoReason ?? '' })}
        </Typography>
      )}
      <Counts batch={batch} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', my: 2 }}>
        <Button component={RouterLink} to="/importBatches/create" variant="outlined" color="secondary">
          {word('another')}
        </Button>
        {hasFailed && <FailedRows batch={batch} />}
        {!isUndone && <Undo batch={batch} />}
      </Stack>
      {hasFailed && <Rows batch={batch} outcome="FAIL" />}
      <Corrections batch={batch} />
    </>
  );
}

function Undo({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const { id, version, createdCount: created, householdCount: households, updatedCount: updated } = batch;
  const word = (key: string, args?: object) => translate(`resources.importBatches.${key}`, args);
  const undo = async (reason: string) => {
    await act(IMPORT_BATCH_UNDO, 'importBatchUndo', { id, version, reason });
    notify('resources.importBatches.undone', { type: 'success' });
    refresh();
  };
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {word('undo')}
      </Button>
      <ReasonDialog
        isOpen={isOpen}
        title={word('undoTitle')}
        verb={word('undo')}
        reasonLabel={word('reason')}
        isDangerous
        onClose={() => setOpen(false)}
        onConfirm={undo}
      >
        <Typography>{word('undoWhat', { created, households, updated })}</Typography>
      </ReasonDialog>
    </>
  );
}
