import { Box, Chip, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAreas } from '../parts/area.js';
import { moment } from '../parts/dates.js';
import { None, useEnumLabel } from '../parts/fields.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { NoPermission } from '../parts/refusals.js';
import { useMay } from '../provider/useMe.js';
import { GrowingList } from './GrowingList.js';
import { STATION_PEOPLE } from './stations.documents.js';
import { idsOf, type StationRecord } from './useStation.js';

interface Person {
  id: string;
  account: string;
  name: string;
  isDisabled: boolean;
  lastSignInAt: string | null;
  station: { id: string; name: string } | null;
  grants: { id: string; role: string; isInForce: boolean; station: { id: string; name: string } | null }[];
}

/** The people who work at a station or below it today, with the roles they hold. */
export function People({ station }: { station: StationRecord }) {
  const isReader = useMay('USER_READ', idsOf(station));
  const isPhone = useIsPhone();
  if (!isReader) return <NoPermission missing={{ permission: 'USER_READ' }} />;
  return (
    <GrowingList<Person>
      name="stationPeople"
      document={STATION_PEOPLE}
      root="users"
      within={station.id}
      words="resources.stations.people"
    >
      {(people) => (isPhone ? <Cards people={people} /> : <Rows people={people} />)}
    </GrowingList>
  );
}

function Rows({ people }: { people: Person[] }) {
  const translate = useTranslate();
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('resources.stations.tabs.people')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table>
        <TableHead>
          <TableRow>
            {['name', 'station', 'role', 'lastSignInAt'].map((field) => (
              <TableCell key={field}>{translate(`resources.users.fields.${field}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {people.map((person) => (
            <TableRow key={person.id} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                <Who person={person} />
              </TableCell>
              <TableCell>{person.station?.name ?? <None />}</TableCell>
              <TableCell>
                <Roles person={person} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <LastSeen at={person.lastSignInAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards({ people }: { people: Person[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {people.map((person) => (
        <Box component="li" key={person.id} sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
          <Who person={person} />
          <Typography>{person.station?.name}</Typography>
          <Roles person={person} />
        </Box>
      ))}
    </Box>
  );
}

function Who({ person }: { person: Person }) {
  const translate = useTranslate();
  const isLinked = useAreas().some(({ name }) => name === 'users');
  return (
    <>
      {isLinked ? (
        <Link component={RouterLink} to={`/users/${person.id}/show`} color="inherit">
          {person.name}
        </Link>
      ) : (
        person.name
      )}{' '}
      {person.isDisabled && (
        <Chip size="small" variant="outlined" label={translate('resources.users.fields.isDisabled')} />
      )}
      <Typography color="textSecondary" sx={{ fontSize: 13 }}>
        {person.account}
      </Typography>
    </>
  );
}

function Roles({ person }: { person: Person }) {
  const role = useEnumLabel('Role');
  const held = person.grants.filter(({ isInForce }) => isInForce);
  if (!held.length) return <None />;
  return (
    <>
      {held.map((grant) => (
        <Typography key={grant.id}>
          {role(grant.role)}
          {grant.station && grant.station.id !== person.station?.id && ` · ${grant.station.name}`}
        </Typography>
      ))}
    </>
  );
}

function LastSeen({ at }: { at: string | null }) {
  const [locale] = useLocaleState();
  return at ? <time dateTime={at}>{moment(at, locale)}</time> : <None />;
}
