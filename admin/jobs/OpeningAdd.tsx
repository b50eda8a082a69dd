import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog.js';
import { act, ask, newIdempotencyKey } from '../provider/graphql.js';
import { Chosen, Typed } from './dialogFields.js';
import { OpeningFields, type OpeningFieldsProps, openingInput, PostFields, WageFields } from './openingFields.js';
import { EMPLOYER_CREATE, EMPLOYERS, OPENING_CREATE } from './openings.documents.js';
import { useWords } from './words.js';

interface AddProps {
  programmeId: string;
  programmeStationId: string;
  kind: string;
  close: () => void;
  done: () => void;
}

const NEW = 'new';
const nothing = {
  title: '',
  headcount: '',
  work: '',
  monthlyPay: '',
  employerId: '',
  employerName: '',
  place: '',
  skills: '',
  general: '',
  technical: '',
};
type Values = typeof nothing;

/** A new opening: a post says what is done and pays; others name the employer, who may be entered here as well. */
export function OpeningAdd({ programmeId, programmeStationId, kind, close, done }: AddProps) {
  const { translate } = useWords();
  const [values, setValues] = useState(nothing);
  const [key] = useState(newIdempotencyKey);
  const set = (more: Partial<Values>) => setValues({ ...values, ...more });
  const isPost = kind === 'PUBLIC_WELFARE';
  const Own = isPost ? PostFields : EmployerFields;
  const submit = async () => {
    const employerId = isPost ? null : await employerOf(values, programmeStationId, kind === 'LABOUR_DISPATCH', key);
    await act(OPENING_CREATE, 'openingCreate', {
      input: { programmeId, ...(isPost ? {} : { employerId }), ...openingInput(values, isPost, () => 'AGREED') },
      idempotencyKey: key,
    });
    done();
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.openingAdd')}
      verb={translate('ra.action.save')}
      fields={['title', 'headcount', 'work', 'monthlyPay', 'employerId', 'name', 'wageTo']}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <OpeningFields values={values} set={set} wrong={wrong}>
          <Own values={values} set={set} wrong={wrong} />
        </OpeningFields>
      )}
    </FormDialog>
  );
}

type FieldsProps = Omit<OpeningFieldsProps, 'values' | 'set'> & {
  values: Values;
  set: (more: Partial<Values>) => void;
};

function EmployerFields({ values, set, wrong }: FieldsProps) {
  const { translate } = useWords();
  const { data } = useQuery({
    queryKey: ['employers'],
    queryFn: () => ask<{ employers: { nodes: { id: string; name: string }[] } }>(EMPLOYERS),
  });
  const known = (data?.employers.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choices = [...known, { value: NEW, label: translate('lianxin.jobs.newEmployer') }];
  return (
    <>
      <Chosen
        label={translate('resources.openings.fields.employer')}
        value={values.employerId}
        choices={choices}
        onChange={(employerId) => set({ employerId })}
        wrong={wrong('employerId')}
        isRequired
      />
      {values.employerId === NEW && (
        <>
          <Typed
            label={translate('lianxin.jobs.employerName')}
            value={values.employerName}
            onChange={(employerName) => set({ employerName })}
            wrong={wrong('name')}
            isRequired
          />
          <Typed label={translate('lianxin.jobs.place')} value={values.place} onChange={(place) => set({ place })} />
        </>
      )}
      <WageFields values={values} set={set} wrong={wrong} />
    </>
  );
}

async function employerOf(values: Values, stationId: string, isOutside: boolean, key: string): Promise<string | null> {
  if (values.employerId !== NEW) return values.employerId || null;
  const input = { stationId, name: values.employerName, place: values.place || null, isOutside };
  const made = await act<{ employer: { id: string } }>(EMPLOYER_CREATE, 'employerCreate', {
    input,
    idempotencyKey: `${key}e`,
  });
  return made.employer.id;
}
