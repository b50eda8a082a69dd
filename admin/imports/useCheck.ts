import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefresh } from 'react-admin';
import { act } from '../provider/graphql.js';
import type { Batch, Column } from './batch.js';
import { IMPORT_BATCH_CHECK } from './imports.documents.js';

/** Has the server check a file by what its columns mean, and then reads it anew. */
export function useCheck(batch: Batch, done: () => void = () => undefined) {
  const refresh = useRefresh();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const check = async (columns: readonly Column[]) => {
    setBusy(true);
    setError(undefined);
    const named = columns.flatMap(({ number, field }) => (field ? [{ number, field }] : []));
    try {
      const { id, version } = batch;
      await act(IMPORT_BATCH_CHECK, 'importBatchCheck', { id, version, input: { columns: named } });
      client.removeQueries({ queryKey: ['importRows', id] });
      refresh();
      done();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { check, error, isBusy };
}
