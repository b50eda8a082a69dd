import { Alert, Link } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { ShowPage } from '../parts/RecordPages.js';
import type { Batch } from './batch.js';
import { Checked } from './Checked.js';
import { Columns } from './Columns.js';
import { Result } from './Result.js';
import { Steps } from './Steps.js';

/** One file, at the step that it has come to: what its columns mean, what the check found, what was written. */
export default function ImportShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={(record) => String(record.fileName)}
      crumbs={() => [{ label: translate('resources.importBatches.name'), to: '/importBatches' }]}
    >
      <Current />
    </ShowPage>
  );
}

function Current() {
  const batch = useRecordContext<Batch>();
  const [isMapping, setMapping] = useState(false);
  if (!batch) return null;
  const { state } = batch;
  if (state === 'COMMITTED' || state === 'UNDONE') {
    return (
      <>
        <Steps at="result" />
        <Result batch={batch} />
      </>
    );
  }
  const isAtColumns = state === 'UPLOADED' || isMapping;
  return (
    <>
      <Steps at={isAtColumns ? 'columns' : 'check'} />
      <SameFile batch={batch} />
      {isAtColumns ? (
        <Columns batch={batch} done={() => setMapping(false)} />
      ) : (
        <Checked batch={batch} changeColumns={() => setMapping(true)} />
      )}
    </>
  );
}

function SameFile({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  if (!batch.sameAs) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {translate('resources.importBatches.sameAs')}{' '}
      <Link component={RouterLink} to={`/importBatches/${batch.sameAs.id}/show`}>
        {translate('resources.importBatches.sameAsLink')}
      </Link>
    </Alert>
  );
}
