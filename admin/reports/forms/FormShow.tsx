import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { ShowPage } from '../../parts/RecordPages.js';
import { ErrorState } from '../../parts/refusals.js';
import { Loading, Refreshing } from '../../parts/states.js';
import { ask } from '../../provider/graphql.js';
import { RetireButton, RetiredNote } from '../Retiring.js';
import { WholeControls } from '../WholeControls.js';
import { useWhole } from '../whole.js';
import { Download } from './Download.js';
import { FilledTable } from './FilledTable.js';
import type { Filled, ReportForm } from './reportForm.js';
import { REPORT_FORM_FILLED, REPORT_FORM_REINSTATE, REPORT_FORM_RETIRE } from './reportForms.documents.js';

/** A form, filled in for a period, a day and a station, to be read and to be taken as a workbook. */
export default function FormShow() {
  const translate = useTranslate();
  return (
    <ShowPage
      title={({ title }) => String(title)}
      crumbs={() => [{ label: translate('resources.reportForms.menu'), to: '/reportForms' }]}
      actions={<Actions />}
    >
      <Body />
    </ShowPage>
  );
}

function Actions() {
  const form = useRecordContext<ReportForm>();
  if (!form) return null;
  const documents = { retire: REPORT_FORM_RETIRE, reinstate: REPORT_FORM_REINSTATE };
  return (
    <>
      <Download />
      <RetireButton noun="reportForm" documents={documents} permission="REPORT_FORM_EDIT" name={form.title} />
    </>
  );
}

function Body() {
  const form = useRecordContext<ReportForm>();
  const whole = useWhole(form);
  const { pathname, search } = useLocation();
  const { data, error, isFetching, isPending, refetch } = useFilled(form?.id, whole.asked);
  if (!form) return null;
  return (
    <>
      <RetiredNote />
      <WholeControls {...whole} kept={form} />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : data ? (
        <FilledTable filled={data} path={`${pathname}${search}`} />
      ) : (
        <Loading rows={8} />
      )}
    </>
  );
}

function useFilled(id: string | undefined, asked: object) {
  const [locale] = useLocaleState();
  return useQuery({
    queryKey: ['reportFormFilled', id, locale, asked],
    queryFn: ({ signal }) =>
      ask<{ reportFormFilled: Filled }>(REPORT_FORM_FILLED, { id, ...asked }, { signal }).then(
        (all) => all.reportFormFilled,
      ),
    enabled: Boolean(id),
    placeholderData: (before) => before,
    retry: false,
  });
}
