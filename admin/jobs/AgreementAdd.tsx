import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { Dated, Typed } from './dialogFields.js';
import { AGREEMENT_CREATE } from './openings.documents.js';
import { useWords } from './words.js';

/** An agreement with the employer of an opening, which its batches may name. */
export function AgreementAdd({ employerId, close }: { employerId: string; close: () => void }) {
  const { translate } = useWords();
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState({ title: '', signedOn: today(), validTo: '' });
  const refresh = useRefresh();
  const notify = useNotify();
  const label = (field: string) => translate(`lianxin.jobs.agreement.${field}`);
  const submit = async () => {
    const input = { employerId, ...values, validTo: values.validTo || null };
    await act(AGREEMENT_CREATE, 'agreementCreate', { input, idempotencyKey: key });
    notify('lianxin.jobs.done.ended', { type: 'info' });
    refresh();
  };
  const put = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value });
  return (
    <FormDialog
      title={label('add')}
      verb={translate('ra.action.save')}
      fields={['title', 'signedOn', 'validTo']}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typed
            label={label('title')}
            value={values.title}
            onChange={put('title')}
            wrong={wrong('title')}
            isRequired
          />
          <Dated
            label={label('signedOn')}
            value={values.signedOn}
            onChange={put('signedOn')}
            wrong={wrong('signedOn')}
            isRequired
          />
          <Dated label={label('validTo')} value={values.validTo} onChange={put('validTo')} wrong={wrong('validTo')} />
        </>
      )}
    </FormDialog>
  );
}
