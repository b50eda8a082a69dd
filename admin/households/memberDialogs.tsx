import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { DayText, EnumText, ReasonText, useActForm, useHouseholdAct } from './ActForm.js';
import { PersonPicker } from './HouseholdPicker.js';
import { type Household, type Membership, membersOf, RELATIONS } from './household.js';
import { MEMBERSHIP_END, MEMBERSHIP_MOVE } from './households.documents.js';

/** Lets somebody of the register join, who leaves another household for it if need be. */
export function JoinDialog({ household, close }: { household: Household; close: () => void }) {
  const translate = useTranslate();
  const [personId, setPerson] = useState('');
  const { values, bind } = useActForm({ relation: '', from: today(), reason: '' });
  const send = useHouseholdAct();
  const what = { document: MEMBERSHIP_MOVE, root: 'membershipMove', says: 'join' };
  return (
    <FormDialog
      title={translate('resources.households.act.join')}
      verb={translate('ra.action.save')}
      fields={['personId', 'relation', 'from', 'reason']}
      isReady={Boolean(personId && values.relation && values.from && values.reason.trim())}
      onClose={close}
      onSubmit={() => send(what, { input: { ...values, personId, householdId: household.id } })}
    >
      {(wrong) => (
        <>
          <PersonPicker
            label={translate('resources.households.fields.personId')}
            onChange={setPerson}
            error={wrong('personId')}
            except={membersOf(household).flatMap(({ person }) => person?.id ?? [])}
          />
          <EnumText type="Relation" values={RELATIONS} {...bind('relation', wrong('relation'))} />
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}

/** Lets a member leave. */
export function LeaveDialog(props: { household: Household; membership: Membership; close: () => void }) {
  const { membership, close } = props;
  const translate = useTranslate();
  const { values, bind } = useActForm({ on: today(), reason: '' });
  const send = useHouseholdAct();
  const what = { document: MEMBERSHIP_END, root: 'membershipEnd', says: 'leave' };
  return (
    <FormDialog
      title={translate('resources.households.ask.leave', { name: membership.person?.name })}
      verb={translate('resources.households.act.leave')}
      fields={['on', 'reason']}
      isReady={Boolean(values.on && values.reason.trim())}
      isDangerous
      onClose={close}
      onSubmit={() => send(what, { id: membership.id, input: values })}
    >
      {(wrong) => (
        <>
          <DayText {...bind('on', wrong('on'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}
