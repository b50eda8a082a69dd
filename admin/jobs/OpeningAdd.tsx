import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../parts/FormDialog.js';
import { act, ask, newIdempotencyKey } from '../provider/graphql.js';
import { Chosen, Figure, Typed } from './dialogFields.js';
import { EMPLOYER_CREATE, EMPLOYERS, OPENING_CREATE } from './openings.documents.js';
import { useWords, WORKS } from './words.js';

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
  const submit = async () => {
    const employerId = isPost ? null : await employerOf(values, programmeStationId, kind === 'LABOUR_DISPATCH', key);
    await act(OPENING_CREATE, 'openingCreate', {
      input: { programmeId, ...(isPost ? {} : { employerId }), ...inputOf(values, isPost) },
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
      {(wrong) => <Fields values={values} set={set} wrong={wrong} isPost={isPost} />}
    </FormDialog>
  );
}

interface FieldsProps {
  values: Values;
  set: (more: Partial<Values>) => void;
  wrong: (field: string) => string | undefined;
}

function Fields({ values, set, wrong, isPost }: FieldsProps & { isPost: boolean }) {
  const { translate } = useWords();
  const label = (field: string) => translate(`resources.openings.fields.${field}`);
  const Own = isPost ? PostFields : EmployerFields;
  return (
    <>
      <Typed
        label={label('title')}
        value={values.title}
        onChange={(title) => set({ title })}
        wrong={wrong('title')}
        isRequired
      />
      <Own values={values} set={set} wrong={wrong} />
      <Figure
        label={label('headcount')}
        value={values.headcount}
        onChange={(headcount) => set({ headcount })}
        wrong={wrong('headcount')}
        isRequired
      />
      <Typed
        label={label('skills')}
        value={values.skills}
        onChange={(skills) => set({ skills })}
        help={translate('lianxin.jobs.skillsHelp')}
      />
    </>
  );
}

function PostFields({ values, set, wrong }: FieldsProps) {
  const { translate, say } = useWords();
  const choices = WORKS.map((value) => ({ value, label: say('WelfareWork', value) }));
  return (
    <>
      <Chosen
        label={translate('resources.openings.fields.work')}
        value={values.work}
        choices={choices}
        onChange={(work) => set({ work })}
        wrong={wrong('work')}
        isRequired
      />
      <Figure
        label={translate('resources.openings.fields.monthlyPay')}
        value={values.monthlyPay}
        onChange={(monthlyPay) => set({ monthlyPay })}
        wrong={wrong('monthlyPay')}
        isRequired
      />
    </>
  );
}

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
      {(['general', 'technical'] as const).map((grade) => (
        <Figure
          key={grade}
          label={translate(`lianxin.jobs.wage.${grade}`)}
          value={values[grade]}
          onChange={(wage) => set({ [grade]: wage })}
          help={translate('lianxin.jobs.wageHelp')}
        />
      ))}
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

function inputOf(values: Values, isPost: boolean): object {
  const skills = values.skills.split(/[\s,，、]+/).filter(Boolean);
  const shared = {
    title: values.title,
    headcount: /^\d+$/.test(values.headcount) ? Number(values.headcount) : 0,
    skills,
  };
  if (isPost) return { ...shared, work: values.work || null, monthlyPay: values.monthlyPay || null };
  const wageBands = (['general', 'technical'] as const).flatMap((grade) => {
    const [wageFrom, wageTo] = values[grade].split(/[-–~至]/);
    return wageFrom ? [{ grade: grade.toUpperCase(), wageFrom, wageTo: wageTo || wageFrom, basis: 'AGREED' }] : [];
  });
  return { ...shared, wageBands };
}
