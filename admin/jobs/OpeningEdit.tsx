import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import { Chosen, Figure, Typed } from './dialogFields.js';
import type { Opening } from './OpeningShow.js';
import { OPENING_UPDATE } from './openings.documents.js';
import { useWords, WORKS } from './words.js';

/** The way to change an opening that still takes people. */
export function OpeningEdit({ opening }: { opening: Opening }) {
  const { translate } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" color="secondary" onClick={() => setOpen(true)} sx={{ mt: 1.5 }}>
        {translate('lianxin.jobs.openingEdit')}
      </Button>
      {isOpen && <EditDialog opening={opening} close={() => setOpen(false)} />}
    </>
  );
}

const GRADES = ['general', 'technical'] as const;

type Values = Record<'title' | 'headcount' | 'work' | 'monthlyPay' | 'skills' | (typeof GRADES)[number], string>;

function EditDialog({ opening, close }: { opening: Opening; close: () => void }) {
  const { translate } = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const [values, setValues] = useState(() => valuesOf(opening));
  const set = (more: Partial<Values>) => setValues({ ...values, ...more });
  const submit = async () => {
    const { id, version } = opening;
    await act(OPENING_UPDATE, 'openingUpdate', { id, version, input: inputOf(values, opening) });
    notify('lianxin.jobs.done.changed', { type: 'success' });
    refresh();
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.openingEdit')}
      verb={translate('ra.action.save')}
      fields={['title', 'headcount', 'work', 'monthlyPay', 'wageTo']}
      isReady={values.title.trim() !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => <Fields values={values} set={set} wrong={wrong} isPost={opening.kind === 'PUBLIC_WELFARE'} />}
    </FormDialog>
  );
}

interface FieldsProps {
  values: Values;
  set: (more: Partial<Values>) => void;
  wrong: (field: string) => string | undefined;
  isPost: boolean;
}

function Fields(props: FieldsProps) {
  const { values, set, wrong, isPost } = props;
  const { translate } = useWords();
  const label = (field: string) => translate(`resources.openings.fields.${field}`);
  return (
    <>
      <Typed
        label={label('title')}
        value={values.title}
        onChange={(title) => set({ title })}
        wrong={wrong('title')}
        isRequired
      />
      {isPost ? <Post {...props} /> : <Wages {...props} />}
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

function Post({ values, set, wrong }: FieldsProps) {
  const { translate, say } = useWords();
  const label = (field: string) => translate(`resources.openings.fields.${field}`);
  return (
    <>
      <Chosen
        label={label('work')}
        value={values.work}
        choices={WORKS.map((value) => ({ value, label: say('WelfareWork', value) }))}
        onChange={(work) => set({ work })}
        wrong={wrong('work')}
        isRequired
      />
      <Figure
        label={label('monthlyPay')}
        value={values.monthlyPay}
        onChange={(monthlyPay) => set({ monthlyPay })}
        wrong={wrong('monthlyPay')}
        isRequired
      />
    </>
  );
}

function Wages({ values, set, wrong }: FieldsProps) {
  const { translate } = useWords();
  return GRADES.map((grade) => (
    <Figure
      key={grade}
      label={translate(`lianxin.jobs.wage.${grade}`)}
      value={values[grade]}
      onChange={(wage) => set({ [grade]: wage })}
      help={translate('lianxin.jobs.wageHelp')}
      wrong={wrong('wageTo')}
    />
  ));
}

function valuesOf(opening: Opening): Values {
  const wage = (grade: string) => {
    const band = opening.wageBands.find((one) => one.grade === grade.toUpperCase());
    return band ? (band.wageFrom === band.wageTo ? band.wageFrom : `${band.wageFrom}-${band.wageTo}`) : '';
  };
  return {
    title: opening.title,
    headcount: String(opening.headcount),
    work: opening.work ?? '',
    monthlyPay: opening.monthlyPay ?? '',
    skills: opening.skills.join(' '),
    general: wage('general'),
    technical: wage('technical'),
  };
}

/** What is sent; a grade's band keeps the ground on which it was stated. */
function inputOf(values: Values, { kind, wageBands }: Opening): object {
  const skills = values.skills.split(/[\s,，、]+/).filter(Boolean);
  const headcount = /^\d+$/.test(values.headcount) ? Number(values.headcount) : 0;
  const shared = { title: values.title, headcount, skills };
  if (kind === 'PUBLIC_WELFARE') return { ...shared, work: values.work, monthlyPay: values.monthlyPay };
  const bands = GRADES.flatMap((name) => {
    const [wageFrom, wageTo] = values[name].split(/[-–~至]/);
    const grade = name.toUpperCase();
    const basis = wageBands.find((one) => one.grade === grade)?.basis ?? 'AGREED';
    return wageFrom ? [{ grade, wageFrom, wageTo: wageTo || wageFrom, basis }] : [];
  });
  return { ...shared, wageBands: bands };
}
