import { Box, FormHelperText, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { FormDialog } from '../parts/FormDialog.js';
import { useEnumLabel } from '../parts/fields.js';
import { DayText, ReasonText, useActForm, useHouseholdAct } from './ActForm.js';
import type { DialogProps } from './HouseholdActs.js';
import { isHead, type Membership, membersOf, RELATIONS } from './household.js';
import { HOUSEHOLD_HEAD_CHANGE, HOUSEHOLD_SPLIT } from './households.documents.js';

type Chosen = Readonly<Record<string, string>>;

interface RelationsProps {
  members: readonly Membership[];
  relations: readonly string[];
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  /** What an empty choice means. */
  none: string;
  error?: string;
}

/** A choice of relation for each member; an empty one leaves the member as they are. */
function Relations({ members, relations, chosen, choose, none, error }: RelationsProps) {
  const relation = useEnumLabel('Relation');
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {members.map(({ id, person }) => (
        <TextField
          key={id}
          select
          label={person?.name ?? '—'}
          value={chosen[person?.id ?? ''] ?? ''}
          onChange={(event) => choose({ ...chosen, [person?.id ?? '']: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{none}</MenuItem>
          {relations.map((value) => (
            <MenuItem key={value} value={value}>
              {relation(value)}
            </MenuItem>
          ))}
        </TextField>
      ))}
      {error && <FormHelperText error>{error}</FormHelperText>}
    </Box>
  );
}

function rowsOf(chosen: Chosen): { personId: string; relation: string }[] {
  const rows = Object.entries(chosen).map(([personId, relation]) => ({ personId, relation }));
  return rows.filter(({ relation }) => relation !== '');
}

/** Lets some members found a household of their own, and goes there. */
export function SplitDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { id, version } = household;
  const [chosen, choose] = useState<Chosen>({});
  const { values, bind } = useActForm({ address: '', from: today(), reason: '' });
  const send = useHouseholdAct();
  const members = rowsOf(chosen);
  const submit = async () => {
    const input = { ...values, address: values.address.trim() || null, members };
    const what = { document: HOUSEHOLD_SPLIT, root: 'householdSplit', says: 'split' };
    const { householdChange } = await send<{ householdChange: { other: { id: string } } }>(what, {
      id,
      version,
      input,
    });
    void navigate(`/households/${householdChange.other.id}/show`);
  };
  return (
    <FormDialog
      title={translate('resources.households.act.split')}
      verb={translate('resources.households.act.split')}
      fields={['members', 'address', 'from', 'reason']}
      isReady={Boolean(members.some(isHead) && values.from && values.reason.trim())}
      onClose={close}
      onSubmit={submit}
    >
      {(wrong) => (
        <>
          <Typography>{translate('resources.households.effect.split')}</Typography>
          <Relations
            members={membersOf(household)}
            relations={RELATIONS}
            chosen={chosen}
            choose={choose}
            none={translate('resources.households.stays')}
            error={wrong('members')}
          />
          <TextField {...bind('address', wrong('address'))} slotProps={{ htmlInput: { maxLength: 100 } }} />
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}

/** Makes another member the head, and says what the others are to the new one. */
export function HeadDialog({ household, close }: DialogProps) {
  const translate = useTranslate();
  const { id, version } = household;
  const members = membersOf(household);
  const [chosen, choose] = useState<Chosen>({});
  const { values, bind } = useActForm({ personId: '', from: today(), reason: '' });
  const send = useHouseholdAct();
  const others = members.filter(({ person }) => person?.id !== values.personId);
  const former = members.find(isHead)?.person?.id;
  const isSaid = !former || Boolean(chosen[former]);
  const relations = rowsOf(chosen).filter(({ personId }) => personId !== values.personId);
  const what = { document: HOUSEHOLD_HEAD_CHANGE, root: 'householdHeadChange', says: 'head' };
  return (
    <FormDialog
      title={translate('resources.households.act.head')}
      verb={translate('ra.action.save')}
      fields={['personId', 'relations', 'from', 'reason']}
      isReady={Boolean(values.personId && isSaid && values.from && values.reason.trim())}
      onClose={close}
      onSubmit={() => send(what, { id, version, input: { ...values, relations } })}
    >
      {(wrong) => (
        <>
          <TextField select {...bind('personId', wrong('personId'))} label={translate('resources.households.newHead')}>
            {members
              .filter((one) => !isHead(one))
              .map(({ person }) => (
                <MenuItem key={person?.id} value={person?.id ?? ''}>
                  {person?.name ?? '—'}
                </MenuItem>
              ))}
          </TextField>
          {values.personId && (
            <>
              <Typography>{translate('resources.households.effect.head')}</Typography>
              <Relations
                members={others}
                relations={RELATIONS.filter((one) => one !== 'HEAD')}
                chosen={chosen}
                choose={choose}
                none={translate('resources.households.unchanged')}
                error={wrong('relations')}
              />
            </>
          )}
          <DayText {...bind('from', wrong('from'))} />
          <ReasonText {...bind('reason', wrong('reason'))} />
        </>
      )}
    </FormDialog>
  );
}
