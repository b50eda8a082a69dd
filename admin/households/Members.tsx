import { Box, Button, Link, Stack } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day, today } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { reachPath } from '../provider/me.js';
import { useMay } from '../provider/useMe.js';
import { type Household, type Membership, membersOf } from './household.js';
import { JoinDialog, LeaveDialog } from './memberDialogs.js';
import { Spans } from './Spans.js';

/** The members of today and, folded, those who left; whoever keeps the register adds and takes out from here. */
export function Members({ household }: { household: Household }) {
  const translate = useTranslate();
  const relation = useEnumLabel('Relation');
  const isKeeper = useMay('HOUSEHOLD_EDIT', reachPath(household)) && !household.isClosed;
  const isMover = useMay('HOUSEHOLD_MOVE', reachPath(household)) && !household.isClosed;
  const [isJoining, setJoining] = useState(false);
  const former = household.memberships.filter(({ validTo }) => validTo !== null);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {membersOf(household).map((one) => (
          <MemberLine key={one.id} one={one} household={household} isKeeper={isKeeper} />
        ))}
      </Box>
      {(isKeeper || isMover) && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mt: 1 }}>
          {isKeeper && (
            <Button
              component={RouterLink}
              to={`/persons/create?householdId=${household.id}`}
              variant="outlined"
              color="secondary"
            >
              {translate('resources.households.act.newMember')}
            </Button>
          )}
          {isMover && (
            <Button variant="outlined" color="secondary" onClick={() => setJoining(true)}>
              {translate('resources.households.act.join')}
            </Button>
          )}
        </Stack>
      )}
      {former.length > 0 && (
        <Box component="details" sx={{ mt: 1.5 }}>
          <Box component="summary" sx={{ py: 1.25, cursor: 'pointer' }}>
            {translate('resources.households.former')}
          </Box>
          <Spans
            rows={former.map((one) => ({ ...one, text: `${one.person?.name ?? '—'} · ${relation(one.relation)}` }))}
          />
        </Box>
      )}
      {isJoining && <JoinDialog household={household} close={() => setJoining(false)} />}
    </>
  );
}

function MemberLine({ one, household, isKeeper }: { one: Membership; household: Household; isKeeper: boolean }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const relation = useEnumLabel('Relation');
  const sex = useEnumLabel('Sex');
  const [isLeaving, setLeaving] = useState(false);
  const { person } = one;
  if (!person) return null;
  const facts = [
    relation(one.relation),
    person.sex && sex(person.sex),
    person.birthDay && translate('resources.persons.age', { age: ageOf(person.birthDay) }),
    person.birthDay && day(person.birthDay, locale),
    person.idNumberMasked,
    person.phoneMasked,
    person.canWork && translate('resources.persons.fields.canWork'),
    person.isStudent && translate('resources.persons.fields.isStudent'),
  ].filter(Boolean);
  return (
    <Stack
      component="li"
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ py: 1, borderTop: 1, borderColor: 'divider', alignItems: 'center', flexWrap: 'wrap' }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={`/persons/${person.id}/show`}
          color="inherit"
          sx={{ fontWeight: 600, mr: 1, display: 'inline-block', py: 0.75 }}
        >
          {person.name}
        </Link>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {facts.join(' · ')}
        </Box>
      </Box>
      {isKeeper && (
        <Button
          color="secondary"
          onClick={() => setLeaving(true)}
          aria-label={`${translate('resources.households.act.leave')}: ${person.name}`}
        >
          {translate('resources.households.act.leave')}
        </Button>
      )}
      {isLeaving && <LeaveDialog household={household} membership={one} close={() => setLeaving(false)} />}
    </Stack>
  );
}

/** Whole years since a day of birth. */
export function ageOf(birthDay: string): number {
  const [now, born] = [today(), birthDay];
  const years = Number(now.slice(0, 4)) - Number(born.slice(0, 4));
  return now.slice(5) < born.slice(5) ? years - 1 : years;
}
