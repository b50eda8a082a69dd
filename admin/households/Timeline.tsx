import { Box, Link, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import type { HouseholdEvent, HouseholdSection } from '../parts/householdSection.js';
import { type Household, isReal } from './household.js';

/** What happened to the household, newest first: its own dated facts, and what the sections tell of theirs. */
export function Timeline({ household, sections }: { household: Household; sections: readonly HouseholdSection[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const own = useOwnEvents(household);
  const events = [...own, ...sections.flatMap(({ events: told }) => told?.(household, translate) ?? [])].sort((a, b) =>
    a.day < b.day ? 1 : a.day > b.day ? -1 : 0,
  );
  if (events.length === 0) return <Typography>{translate('resources.households.noEvents')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, borderLeft: 2, borderColor: 'divider', pl: 2 }}>
      {events.map(({ id, day: on, text, to }) => (
        <Box component="li" key={id} sx={{ py: 0.75 }}>
          <Box component="time" dateTime={on} sx={{ color: 'text.secondary', mr: 1.5, whiteSpace: 'nowrap' }}>
            {day(on, locale)}
          </Box>
          {to ? (
            <Link component={RouterLink} to={to} color="inherit">
              {text}
            </Link>
          ) : (
            text
          )}
        </Box>
      ))}
    </Box>
  );
}

function useOwnEvents({ memberships, statuses, places, changes }: Household): HouseholdEvent[] {
  const translate = useTranslate();
  const status = useEnumLabel('BeneficiaryStatus');
  const relation = useEnumLabel('Relation');
  const kind = useEnumLabel('HouseholdChangeKind');
  const say = (key: string, options: object) => translate(`resources.households.events.${key}`, options);
  const real = memberships.filter(isReal);
  return [
    ...real.map((one) => {
      const text = say('joined', { name: one.person?.name ?? '—', relation: relation(one.relation) });
      return { id: `${one.id} joined`, day: one.validFrom, text };
    }),
    ...ended(real).map((one) => {
      const text = say('left', { name: one.person?.name ?? '—', reason: one.reason ?? '' });
      return { id: `${one.id} left`, day: one.validTo, text };
    }),
    ...statuses.filter(isReal).map((one) => {
      return { id: `${one.id} given`, day: one.validFrom, text: say('given', { status: status(one.status) }) };
    }),
    ...ended(statuses.filter(isReal)).map((one) => {
      return { id: `${one.id} ended`, day: one.validTo, text: say('ended', { status: status(one.status) }) };
    }),
    ...places.filter(isReal).map((one) => {
      return { id: one.id, day: one.validFrom, text: say('placed', { place: one.place?.name ?? '—' }) };
    }),
    ...changes
      .filter(({ undoneAt }) => undoneAt === null)
      .map((one) => ({ id: one.id, day: one.validFrom, text: `${kind(one.kind)} · ${one.reason}` })),
  ];
}

function ended<T extends { validTo: string | null }>(rows: readonly T[]): (T & { validTo: string })[] {
  return rows.filter((row): row is T & { validTo: string } => row.validTo !== null);
}
