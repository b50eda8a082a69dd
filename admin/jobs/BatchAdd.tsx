import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { Chosen, Dated } from './dialogFields.js';
import { BATCH_CREATE } from './dispatch.documents.js';
import { TRANSPORTS, useWords } from './words.js';

interface AddProps {
  opening: { id: string; employer: { agreements: { id: string; title: string }[] } | null };
  close: () => void;
}

/** A new batch of an opening; it is given the next number. */
export function BatchAdd({ opening, close }: AddProps) {
  const { translate } = useWords();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [values, setValues] = useState({ day: today(), transport: 'FREE', agreementId: '' });
  const agreements = opening.employer?.agreements ?? [];
  const submit = async () => {
    const input = { openingId: opening.id, ...values, agreementId: values.agreementId || null };
    type Made = { dispatchBatch: { id: string } };
    const made = await act<Made>(BATCH_CREATE, 'dispatchBatchCreate', { input, idempotencyKey: key });
    void navigate(`/dispatchBatches/${made.dispatchBatch.id}/show`);
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.batchAdd')}
      verb={translate('ra.action.save')}
      fields={['day', 'transport', 'agreementId']}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <Fields
          values={values}
          put={(more) => setValues({ ...values, ...more })}
          agreements={agreements}
          wrong={wrong}
        />
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  values: { day: string; transport: string; agreementId: string };
  put: (more: Partial<FieldsProps['values']>) => void;
  agreements: readonly { id: string; title: string }[];
  wrong: (field: string) => string | undefined;
}

function Fields({ values, put, agreements, wrong }: FieldsProps) {
  const { translate, say } = useWords();
  const label = (field: string) => translate(`resources.dispatchBatches.fields.${field}`);
  return (
    <>
      <Dated label={label('day')} value={values.day} onChange={(day) => put({ day })} wrong={wrong('day')} isRequired />
      <Chosen
        label={label('transport')}
        value={values.transport}
        choices={TRANSPORTS.map((value) => ({ value, label: say('Transport', value) }))}
        onChange={(transport) => put({ transport })}
        wrong={wrong('transport')}
      />
      {agreements.length > 0 && (
        <Chosen
          label={label('agreement')}
          value={values.agreementId}
          choices={agreements.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(agreementId) => put({ agreementId })}
          wrong={wrong('agreementId')}
        />
      )}
    </>
  );
}
