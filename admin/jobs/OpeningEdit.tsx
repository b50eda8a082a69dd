import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import type { Opening } from './OpeningShow.js';
import { OpeningFields, type OpeningValues, openingInput, PostFields, WageFields } from './openingFields.js';
import { OPENING_UPDATE } from './openings.documents.js';
import { useWords } from './words.js';

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

function EditDialog({ opening, close }: { opening: Opening; close: () => void }) {
  const { translate } = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const [values, setValues] = useState(() => valuesOf(opening));
  const set = (more: Partial<OpeningValues>) => setValues({ ...values, ...more });
  const isPost = opening.kind === 'PUBLIC_WELFARE';
  const Own = isPost ? PostFields : WageFields;
  const basisOf = (grade: string) => opening.wageBands.find((one) => one.grade === grade)?.basis ?? 'AGREED';
  const submit = async () => {
    const { id, version } = opening;
    // Left out means as it was; what was cleared is sent as it stands, and refused.
    const cleared = isPost ? { work: values.work, monthlyPay: values.monthlyPay } : {};
    const input = { ...openingInput(values, isPost, basisOf), ...cleared };
    await act(OPENING_UPDATE, 'openingUpdate', { id, version, input });
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
      {(wrong) => (
        <OpeningFields values={values} set={set} wrong={wrong}>
          <Own values={values} set={set} wrong={wrong} />
        </OpeningFields>
      )}
    </FormDialog>
  );
}

function valuesOf(opening: Opening): OpeningValues {
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
