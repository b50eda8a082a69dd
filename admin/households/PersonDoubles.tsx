import { Box, Link, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { day } from '../parts/dates.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import type { HouseholdRef } from './household.js';
import { PERSON_DOUBLES } from './households.documents.js';
import { HouseholdLink } from './PersonList.js';

interface Double {
  id: string;
  name: string;
  birthDay: string;
  idNumberMasked: string | null;
  station: { name: string } | null;
  household: HouseholdRef | null;
}

/** People who share name and day of birth, beside each other; a person decides whether they are one. */
export default function PersonDoubles() {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['persons', 'doubles'],
    queryFn: ({ signal }) =>
      ask<{ personDoubles: Double[] }>(PERSON_DOUBLES, {}, { signal }).then(({ personDoubles }) => personDoubles),
    retry: false,
  });
  return (
    <Page
      title={translate('resources.persons.doubles.title')}
      crumbs={[{ label: translate('resources.persons.menu'), to: '/persons' }]}
      lead={translate('resources.persons.doubles.lead')}
    >
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <EmptyNothing why={translate('resources.persons.doubles.none')} />
      ) : (
        <Groups people={data} />
      )}
    </Page>
  );
}

function Groups({ people }: { people: readonly Double[] }) {
  const [locale] = useLocaleState();
  const groups = new Map<string, Double[]>();
  for (const one of people) {
    const key = `${one.name} · ${day(one.birthDay, locale)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <>
      {[...groups].map(([key, members]) => (
        <Box component="section" key={key} sx={{ mb: 2 }}>
          <Typography variant="h2">{key}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {members.map(({ id, name, idNumberMasked, station, household }) => (
              <Box component="li" key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                <Link component={RouterLink} to={`/persons/${id}/show`} color="inherit">
                  {name}
                </Link>{' '}
                {[station?.name, idNumberMasked].filter(Boolean).join(' · ')}{' '}
                {household && <HouseholdLink household={household} />}
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}
