import type { ReactNode } from 'react';
import { Chosen, Figure, Typed } from './dialogFields.js';
import { useWords, WORKS } from './words.js';

const GRADES = ['general', 'technical'] as const;
type Grade = (typeof GRADES)[number];

/** What is typed of an opening, whether it is new or changed. */
export type OpeningValues = Record<'title' | 'headcount' | 'work' | 'monthlyPay' | 'skills' | Grade, string>;

/** The fields of a dialog: what stands in them, how they change, and what is wrong with them. */
export interface OpeningFieldsProps {
  values: OpeningValues;
  set: (more: Partial<OpeningValues>) => void;
  wrong: (field: string) => string | undefined;
}

/** What every opening has; what hangs on its kind stands in between. */
export function OpeningFields({ values, set, wrong, children }: OpeningFieldsProps & { children: ReactNode }) {
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
      {children}
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

/** What is done at a public-welfare post, and what it pays. */
export function PostFields({ values, set, wrong }: OpeningFieldsProps) {
  const { translate, say } = useWords();
  return (
    <>
      <Chosen
        label={translate('resources.openings.fields.work')}
        value={values.work}
        choices={WORKS.map((value) => ({ value, label: say('WelfareWork', value) }))}
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

/** The wage of each grade, one figure or from one to another. */
export function WageFields({ values, set, wrong }: OpeningFieldsProps) {
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

/** What is sent of the values; `basisOf` says on what ground a grade's band was stated. */
export function openingInput(values: OpeningValues, isPost: boolean, basisOf: (grade: string) => string): object {
  const skills = values.skills.split(/[\s,，、]+/).filter(Boolean);
  const headcount = /^\d+$/.test(values.headcount) ? Number(values.headcount) : 0;
  const shared = { title: values.title, headcount, skills };
  if (isPost) return { ...shared, work: values.work || null, monthlyPay: values.monthlyPay || null };
  const wageBands = GRADES.flatMap((name) => {
    const [wageFrom, wageTo] = values[name].split(/[-–~至]/);
    const grade = name.toUpperCase();
    return wageFrom ? [{ grade, wageFrom, wageTo: wageTo || wageFrom, basis: basisOf(grade) }] : [];
  });
  return { ...shared, wageBands };
}
