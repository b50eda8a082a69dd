import { Stack, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import type { HouseholdEvent, HouseholdSection, HouseholdSectionProps, Translate } from '../parts/householdSection.js';
import { EmptyNothing } from '../parts/states.js';

interface Holder {
  id: string;
  topic: string;
  state: string;
  trainedOn: string;
  confirmedOn: string | null;
  person: { name: string } | null;
}

function holdersOf(household: HouseholdSectionProps['household']): Holder[] {
  return (household.knowHowHolders ?? []) as Holder[];
}

function Section({ household }: HouseholdSectionProps) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const holders = holdersOf(household);
  if (!holders.length) return <EmptyNothing why={translate('resources.knowHowHolders.noneHere')} />;
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {holders.map(({ id, person, topic, state, trainedOn, confirmedOn }) => (
        <Typography component="li" key={id}>
          {person?.name ?? '—'} · {topic} · {translate(`enums.KnowHowState.${state}`)} ·{' '}
          {day(confirmedOn ?? trainedOn, locale)}
        </Typography>
      ))}
    </Stack>
  );
}

function events(household: HouseholdSectionProps['household'], translate: Translate): HouseholdEvent[] {
  return holdersOf(household).flatMap(({ id, person, topic, trainedOn, confirmedOn }) => {
    const said = { name: person?.name ?? '—', topic };
    const trained = { id, day: trainedOn, text: translate('resources.knowHowHolders.trained', said) };
    const confirmed = { id: `${id} confirmed`, text: translate('resources.knowHowHolders.confirmed', said) };
    return confirmedOn ? [trained, { ...confirmed, day: confirmedOn }] : [trained];
  });
}

/** What the file of a household shows of know-how: who masters what, since when. */
export const householdKnowHow: HouseholdSection = {
  name: 'knowHow',
  title: 'resources.knowHowHolders.menu',
  permissions: ['TRAINING_READ'],
  selection: 'knowHowHolders { id topic state trainedOn confirmedOn person { name } }',
  Section,
  events,
};
