import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRedirect, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { thisYear, today } from '../parts/dates.js';
import { plain } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { FieldErrors } from '../provider/errors.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { DividendFields, type Values } from './DividendFields.js';
import { DividendPreview, type Preview } from './DividendPreview.js';
import { DIVIDEND_CREATE, DIVIDEND_PREVIEW } from './dividends.documents.js';

const start: Values = {
  ...{ programmeId: '', title: '', year: String(thisYear()), mode: 'total', amount: '', withinId: '', weights: '' },
  ...{ rule: 'REGISTERED_NOT_EXITED', unit: 'PERSON', split: 'EQUAL', snapshotOn: today(), dueOn: today() },
};

/** A new dividend: first what it would be, and only then, as it was worked out, it is saved. */
export default function DividendCreate() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const [values, setValues] = useState<Values>({ ...start, programmeId: search.get('programme') ?? '' });
  const { preview, error, isBusy, workOut, save, forget } = useDividend(values);
  const change = (next: Partial<Values>) => {
    setValues({ ...values, ...next });
    forget();
  };
  const wrong = (field: string) => mistakeOf(error, field);
  const words = (key: string) => translate(`resources.dividendPlans.${key}`);
  const isReady = Boolean(values.programmeId && values.withinId && values.title.trim() && values.amount.trim());
  return (
    <Page title={words('create')} crumbs={[{ label: words('menu'), to: '/dividendPlans' }]}>
      <DividendFields values={values} change={change} wrong={wrong} />
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        {words('previewLead')}
      </Typography>
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        <Button variant={preview ? 'outlined' : 'contained'} disabled={!isReady || isBusy} onClick={workOut}>
          {words('preview')}
        </Button>
        {preview && (
          <Button variant="contained" disabled={isBusy} onClick={save}>
            {words('save')}
          </Button>
        )}
      </Stack>
      <Box aria-live="polite">
        {preview && <DividendPreview preview={preview} />}
        {error !== undefined && <Refused error={error} />}
      </Box>
    </Page>
  );
}

function Refused({ error }: { error: unknown }) {
  if (!(error instanceof FieldErrors)) return <ErrorState error={error} />;
  return (
    <Box role="alert" sx={{ mt: 1, color: 'error.main' }}>
      {error.errors.map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
    </Box>
  );
}

function mistakeOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof FieldErrors)) return undefined;
  return error.errors.find(({ path }) => path?.[1] === field)?.message;
}

/** Works a dividend out and saves it; a change of the form forgets what was worked out. */
function useDividend(values: Values) {
  const notify = useNotify();
  const redirect = useRedirect();
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  };
  const input = inputOf(values);
  const workOut = () =>
    run(async () =>
      setPreview((await act<{ preview: Preview }>(DIVIDEND_PREVIEW, 'dividendPreview', { input })).preview),
    );
  const save = () =>
    run(async () => {
      const variables = { input, idempotencyKey: key };
      const { dividendPlan } = await act<{ dividendPlan: { id: string } }>(
        DIVIDEND_CREATE,
        'dividendPlanCreate',
        variables,
      );
      notify('lianxin.project.saved', { type: 'success' });
      redirect('show', 'dividendPlans', dividendPlan.id);
    });
  const forget = () => {
    setPreview(undefined);
    setError(undefined);
    setKey(newIdempotencyKey());
  };
  return { preview, error, isBusy, workOut, save, forget };
}

function inputOf({ mode, amount, weights, year, ...rest }: Values): object {
  const lines = weights.split('\n').map((line) => line.trim().split(/[\s,，]+/));
  const given = lines
    .filter(([code]) => code)
    .map(([householdCode, weight]) => ({ householdCode, weight: weight ?? '' }));
  const money = plain(amount);
  return {
    ...rest,
    year: Number(plain(year)),
    ...(mode === 'total' ? { total: money } : { perHead: money }),
    ...(rest.split === 'WEIGHTED' && { weights: given }),
  };
}
