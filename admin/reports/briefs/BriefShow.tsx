import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { EditButton } from '../../parts/actions.js';
import { ShowPage } from '../../parts/RecordPages.js';
import { ErrorState } from '../../parts/refusals.js';
import { Loading, Refreshing } from '../../parts/states.js';
import { ask } from '../../provider/graphql.js';
import { RetireButton, RetiredNote } from '../Retiring.js';
import { WholeControls } from '../WholeControls.js';
import { useWhole } from '../whole.js';
import { type Brief, type Reading, useTitle } from './brief.js';
import { BRIEF_READING, BRIEF_REINSTATE, BRIEF_RETIRE } from './briefs.documents.js';
import { ReadingText } from './ReadingText.js';

/** A brief to be read, in the language of the page, for its usual period and day or for others. */
export default function BriefShow() {
  const translate = useTranslate();
  const title = useTitle();
  return (
    <ShowPage
      title={(record) => title(record as unknown as Brief)}
      crumbs={() => [{ label: translate('resources.briefs.menu'), to: '/briefs' }]}
      actions={<Actions />}
    >
      <Body />
    </ShowPage>
  );
}

function Actions() {
  const title = useTitle();
  const brief = useRecordContext<Brief>();
  if (!brief) return null;
  const documents = { retire: BRIEF_RETIRE, reinstate: BRIEF_REINSTATE };
  return (
    <>
      <EditButton permissions={['BRIEF_EDIT']} isOpen={!brief.retiredOn} />
      <RetireButton noun="brief" documents={documents} permission="BRIEF_EDIT" name={title(brief)} />
    </>
  );
}

function Body() {
  const translate = useTranslate();
  const title = useTitle();
  const brief = useRecordContext<Brief>();
  const whole = useWhole(brief);
  const { pathname, search } = useLocation();
  const { data, error, isFetching, isPending, refetch } = useReading(brief?.id, whole.asked);
  if (!brief) return null;
  const hasOutside = data?.parts.some(({ figure }) => figure?.isOutside);
  return (
    <>
      <RetiredNote />
      <WholeControls {...whole} kept={brief} />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : data ? (
        <>
          {hasOutside && (
            <Alert severity="info" sx={{ mb: 1 }}>
              {translate('resources.briefs.outside')}
            </Alert>
          )}
          <ReadingText reading={data} path={`${pathname}${search}`} heading={title(brief)} />
        </>
      ) : (
        <Loading rows={4} />
      )}
    </>
  );
}

function useReading(id: string | undefined, asked: object) {
  const [locale] = useLocaleState();
  return useQuery({
    queryKey: ['briefReading', id, locale, asked],
    queryFn: ({ signal }) =>
      ask<{ briefReading: Reading }>(BRIEF_READING, { id, ...asked }, { signal }).then((all) => all.briefReading),
    enabled: Boolean(id),
    placeholderData: (before) => before,
    retry: false,
  });
}
