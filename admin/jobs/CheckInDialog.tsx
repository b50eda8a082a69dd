import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act } from '../provider/graphql.js';
import type { CheckIn } from './CheckInButton.js';
import { Chosen, Dated, Figure, Typed } from './dialogFields.js';
import { CHECK_IN_ENTER } from './dispatch.documents.js';
import { LEAVING, useWords } from './words.js';

interface Values {
  on: string;
  is: string;
  reason: string;
  wage: string;
  note: string;
}

interface FieldsProps {
  values: Values;
  set: (more: Partial<Values>) => void;
  wrong: (field: string) => string | undefined;
}

/** Asks whether somebody is still in the job, and why not. */
export function CheckInDialog({ checkIn, name, close }: { checkIn: CheckIn; name: string; close: () => void }) {
  const { translate, day } = useWords();
  const [{ id, version }] = useState(checkIn);
  const [values, setValues] = useState(() => valuesOf(checkIn));
  const refresh = useRefresh();
  const notify = useNotify();
  const submit = async () => {
    await act(CHECK_IN_ENTER, 'checkInEnter', { id, version, input: inputOf(values) });
    notify('lianxin.jobs.done.checked', { type: 'info' });
    refresh();
  };
  const months = translate('lianxin.jobs.months', { months: checkIn.months });
  return (
    <FormDialog
      title={`${name}：${months}（${translate('lianxin.jobs.dueOn', { day: day(checkIn.dueOn) })}）`}
      verb={translate('ra.action.save')}
      fields={['on', 'reason', 'wage', 'note']}
      isReady={values.is !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => <Fields values={values} set={(more) => setValues({ ...values, ...more })} wrong={wrong} />}
    </FormDialog>
  );
}

function valuesOf({ doneOn, isEmployed, reason, wage, note }: CheckIn): Values {
  const is = isEmployed === null ? '' : isEmployed ? 'yes' : 'no';
  return { on: doneOn ?? today(), is, reason: reason ?? '', wage: wage ?? '', note: note ?? '' };
}

function inputOf({ on, is, reason, wage, note }: Values): object {
  const isEmployed = is === 'yes';
  return { on, isEmployed, note: note || null, ...(isEmployed ? { wage: wage || null } : { reason: reason || null }) };
}

function Fields({ values, set, wrong }: FieldsProps) {
  const { translate } = useWords();
  const label = (field: string) => translate(`lianxin.jobs.${field}`);
  return (
    <>
      <RadioGroup row aria-label={label('isEmployed')} value={values.is} onChange={(_event, is) => set({ is })}>
        {['yes', 'no'].map((is) => (
          <FormControlLabel
            key={is}
            value={is}
            control={<Radio />}
            label={label(`found.${is === 'yes' ? 'employed' : 'left'}`)}
            sx={{ minHeight: 44 }}
          />
        ))}
      </RadioGroup>
      {values.is === 'no' && <Reason values={values} set={set} wrong={wrong} />}
      {values.is === 'yes' && (
        <Figure label={label('newWage')} value={values.wage} onChange={(wage) => set({ wage })} wrong={wrong('wage')} />
      )}
      <Dated label={label('asked')} value={values.on} onChange={(on) => set({ on })} wrong={wrong('on')} isRequired />
      <Typed label={label('note')} value={values.note} onChange={(note) => set({ note })} wrong={wrong('note')} />
    </>
  );
}

function Reason({ values, set, wrong }: FieldsProps) {
  const { translate, say } = useWords();
  return (
    <Chosen
      label={translate('lianxin.jobs.why')}
      value={values.reason}
      choices={LEAVING.map((value) => ({ value, label: say('LeavingReason', value) }))}
      onChange={(reason) => set({ reason })}
      wrong={wrong('reason')}
      isRequired
    />
  );
}
