import { useRef } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { act } from '../provider/graphql.js';
import type { Batch } from './batch.js';
import { IMPORT_BATCH_CORRECT } from './imports.documents.js';

/** A cell of the file, as row and column number. */
export interface CellPlace {
  row: number;
  column: number;
}

export type Correct = (cell: CellPlace, value: string) => Promise<void>;

/** Corrects cells one after the other, however fast they are typed: each from the version that the one before it made. */
export function useCorrect(batch: Batch): Correct {
  const refresh = useRefresh();
  const notify = useNotify();
  const version = useRef(batch.version);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  version.current = Math.max(version.current, batch.version);
  const send = async ({ row, column }: CellPlace, value: string) => {
    const input = { row, column, value };
    try {
      const given = { id: batch.id, version: version.current, input };
      const { importBatch } = await act<{ importBatch: Batch }>(IMPORT_BATCH_CORRECT, 'importBatchCorrect', given);
      version.current = importBatch.version;
      const count = importBatch.failedCount;
      notify(`resources.importBatches.${count > 0 ? 'corrected' : 'correctedAll'}`, { messageArgs: { count } });
    } finally {
      refresh();
    }
  };
  return (cell, value) => {
    const sent = line.current.then(() => send(cell, value));
    line.current = sent.catch(() => undefined);
    return sent;
  };
}
