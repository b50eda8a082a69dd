import { Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { act, newIdempotencyKey } from '../provider/graphql.js';
import { Dated, Figure } from './dialogFields.js';
import { PLACEMENT_CREATE } from './openings.documents.js';
import { type Found, PersonSearch } from './PersonSearch.js';
import { useWords } from './words.js';

interface AddProps {
  opening: { id: string; title: string; kind: string; monthlyPay?: string | null };
  /** Somebody who is chosen already. */
  person?: Found;
  close: () => void;
  done: () => void;
}

/** Somebody takes up a post or work in a workshop; whether they may is the server's to say. */
export function PlacementAdd({ opening, person, close, done }: AddProps) {
  const { translate } = useWords();
  const [key] = useState(newIdempotencyKey);
  const [chosen, setChosen] = useState(person);
  const [values, setValues] = useState({ validFrom: today(), validTo: '', wage: '' });
  const notify = useNotify();
  const isPost = opening.kind === 'PUBLIC_WELFARE';
  const submit = async () => {
    const { validFrom, validTo, wage } = values;
    const input = { openingId: opening.id, personId: chosen?.id, validFrom, validTo: validTo || null };
    const variables = { input: isPost ? input : { ...input, wage: wage || null }, idempotencyKey: key };
    await act(PLACEMENT_CREATE, 'placementCreate', variables);
    notify('lianxin.jobs.done.placed', { type: 'info' });
    done();
  };
  return (
    <FormDialog
      title={translate('lianxin.jobs.placeIn', { title: opening.title })}
      verb={translate('lianxin.jobs.placementAdd')}
      fields={['personId', 'validFrom', 'validTo', 'wage']}
      isReady={chosen !== undefined && values.validFrom !== ''}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Who chosen={chosen} choose={setChosen} isFixed={Boolean(person)} wrong={wrong('personId')} />
          <Fields values={values} set={(more) => setValues({ ...values, ...more })} wrong={wrong} opening={opening} />
        </>
      )}
    </FormDialog>
  );
}

interface WhoProps {
  chosen: Found | undefined;
  choose: (person: Found | undefined) => void;
  isFixed: boolean;
  wrong: string | undefined;
}

/** Who was chosen, or the search for them. */
export function Who({ chosen, choose, isFixed, wrong }: WhoProps) {
  if (!chosen) return <PersonSearch chosen={[]} onChoose={choose} wrong={wrong} />;
  return (
    <>
      <Chip
        label={chosen.name}
        variant="outlined"
        onDelete={isFixed ? undefined : () => choose(undefined)}
        sx={{ alignSelf: 'flex-start' }}
      />
      {wrong && <Typography color="error">{wrong}</Typography>}
    </>
  );
}

interface FieldsProps {
  values: { validFrom: string; validTo: string; wage: string };
  set: (more: Partial<FieldsProps['values']>) => void;
  wrong: (field: string) => string | undefined;
  opening: AddProps['opening'];
}

function Fields({ values, set, wrong, opening }: FieldsProps) {
  const { translate, wage: paid } = useWords();
  const label = (field: string) => translate(`resources.placements.fields.${field}`);
  return (
    <>
      <Dated
        label={label('validFrom')}
        value={values.validFrom}
        onChange={(validFrom) => set({ validFrom })}
        wrong={wrong('validFrom')}
        isRequired
      />
      <Dated
        label={label('validTo')}
        value={values.validTo}
        onChange={(validTo) => set({ validTo })}
        wrong={wrong('validTo')}
        help={translate('lianxin.jobs.endHelp')}
      />
      {opening.kind === 'PUBLIC_WELFARE' ? (
        opening.monthlyPay && (
          <Typography>{translate('lianxin.jobs.postPays', { pay: paid(opening.monthlyPay) })}</Typography>
        )
      ) : (
        <Figure label={label('wage')} value={values.wage} onChange={(wage) => set({ wage })} wrong={wrong('wage')} />
      )}
    </>
  );
}
