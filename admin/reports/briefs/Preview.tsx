import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useLocation } from 'react-router-dom';
import { ErrorState } from '../../parts/refusals.js';
import { Framed } from '../../parts/states.js';
import type { UserError } from '../../provider/errors.js';
import { ask } from '../../provider/graphql.js';
import { inputOf, type Reading } from './brief.js';
import { BRIEF_PREVIEW } from './briefs.documents.js';
import { ReadingText } from './ReadingText.js';

interface PreviewAnswer {
  briefPreview: { reading: Reading | null; errors: UserError[] };
}

/** "Preview": what the brief of the form would say in the language of the page, or each thing that is wrong with it and where. */
export function Preview() {
  const translate = useTranslate();
  const { getValues } = useFormContext();
  const { pathname } = useLocation();
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () =>
      ask<PreviewAnswer>(BRIEF_PREVIEW, { input: inputOf(getValues()) }).then((all) => all.briefPreview),
  });
  return (
    <Box component="section" aria-label={translate('resources.briefs.preview')}>
      <Button variant="outlined" color="secondary" disabled={isPending} onClick={() => mutate()}>
        {translate('resources.briefs.preview')}
      </Button>
      <div role="status">
        {error && <ErrorState error={error} />}
        {data && data.errors.length > 0 && <Faults errors={data.errors} />}
        {data?.reading && (
          <Framed>
            <div>
              <ReadingText reading={data.reading} path={pathname} />
            </div>
          </Framed>
        )}
      </div>
    </Box>
  );
}

/** Each fault with the field in which it is; the server's sentence says line, character and near names. */
function Faults({ errors }: { errors: readonly UserError[] }) {
  const translate = useTranslate();
  const field = ({ path }: UserError) => translate(`resources.briefs.fields.${path?.at(-1)}`, { _: '' });
  return (
    <Framed>
      <Typography sx={{ fontWeight: 600 }}>{translate('resources.briefs.faults', { count: errors.length })}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {errors.map((one) => (
          <li key={`${one.path?.join('.')} ${one.message}`}>
            <strong>{field(one)}</strong> {one.message}
          </li>
        ))}
      </Box>
    </Framed>
  );
}
