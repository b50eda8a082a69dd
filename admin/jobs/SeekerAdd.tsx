import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { FormDialog } from '../parts/FormDialog.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { Chosen, Figure, Typed } from './dialogFields.js';
import { SEEKER_CREATE } from './openings.documents.js';
import type { Found } from './PersonSearch.js';
import { Who } from './PlacementAdd.js';
import { DISTANCES, useWords } from './words.js';

/** Registers that somebody looks for work. */
export function SeekerAdd({ close }: { close: () => void }) {
  const { translate } = useWords();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [person, setPerson] = useState<Found>();
  const [values, setValues] = useState({ skills: '', distance: 'TOWN', wageWished: '' });
  const submit = async () => {
    const skills = values.skills.split(/[\s,，、]+/).filter(Boolean);
    const input = { personId: person?.id, skills, distance: values.distance, wageWished: values.wageWished || null };
    type Made = { jobSeeker: { id: string } };
    const { jobSeeker } = await act<Made>(SEEKER_CREATE, 'jobSeekerCreate', { input, idempotencyKey: key });
    void navigate(`/jobSeekers/${jobSeeker.id}/show`);
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.seekerAdd')}
      verb={translate('ra.action.save')}
      fields={['personId', 'skills', 'distance', 'wageWished']}
      isReady={person !== undefined}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Who chosen={person} choose={setPerson} isFixed={false} wrong={wrong('personId')} />
          <Fields values={values} set={(more) => setValues({ ...values, ...more })} wrong={wrong} />
        </>
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  values: { skills: string; distance: string; wageWished: string };
  set: (more: Partial<FieldsProps['values']>) => void;
  wrong: (field: string) => string | undefined;
}

function Fields({ values, set, wrong }: FieldsProps) {
  const { translate, say } = useWords();
  const label = (field: string) => translate(`resources.jobSeekers.fields.${field}`);
  return (
    <>
      <Typed
        label={label('skills')}
        value={values.skills}
        onChange={(skills) => set({ skills })}
        wrong={wrong('skills')}
        help={translate('lianxin.jobs.skillsHelp')}
      />
      <Chosen
        label={label('distance')}
        value={values.distance}
        choices={DISTANCES.map((value) => ({ value, label: say('Distance', value) }))}
        onChange={(distance) => set({ distance })}
      />
      <Figure
        label={label('wageWished')}
        value={values.wageWished}
        onChange={(wageWished) => set({ wageWished })}
        wrong={wrong('wageWished')}
      />
    </>
  );
}
