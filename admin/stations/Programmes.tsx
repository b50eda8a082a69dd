import { Box, Chip, Link, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAreas } from '../parts/area.js';
import { day } from '../parts/dates.js';
import { None, useEnumLabel } from '../parts/fields.js';
import { yuan } from '../parts/figures.js';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { NoPermission } from '../parts/refusals.js';
import { useMay } from '../provider/useMe.js';
import { GrowingList } from './GrowingList.js';
import { STATION_PROGRAMMES } from './stations.documents.js';
import { idsOf, type StationRecord } from './useStation.js';

interface Programme {
  id: string;
  kind: 'TRAINING' | 'JOB' | 'INDUSTRY';
  title: string;
  state: string;
  startsOn: string;
  endsOn: string;
  budget: string | null;
  station: { id: string; name: string } | null;
}

/** The programmes of a station and of those below it, as far as the person may read them. */
export function Programmes({ station }: { station: StationRecord }) {
  const isReader = useMay('PROGRAMMES_READ', idsOf(station));
  const isPhone = useIsPhone();
  if (!isReader) return <NoPermission missing={{ permission: 'PROGRAMMES_READ' }} />;
  return (
    <GrowingList<Programme>
      name="stationProgrammes"
      document={STATION_PROGRAMMES}
      root="programmes"
      within={station.id}
      words="resources.stations.programmes"
    >
      {(programmes) => (isPhone ? <Cards programmes={programmes} /> : <Rows programmes={programmes} />)}
    </GrowingList>
  );
}

const COLUMNS = ['title', 'kind', 'state', 'station', 'startsOn', 'budget'];

function Rows({ programmes }: { programmes: Programme[] }) {
  const translate = useTranslate();
  const label = useLabels();
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate('resources.stations.tabs.programmes')}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table>
        <TableHead>
          <TableRow>
            {COLUMNS.map((field) => (
              <TableCell key={field} align={field === 'budget' ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>
                {translate(`resources.stations.programmes.${field}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {programmes.map((programme) => (
            <TableRow key={programme.id} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 400, minWidth: 160 }}>
                <Title programme={programme} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{label.kind(programme.kind)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{label.state(programme.state)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{programme.station?.name ?? <None />}</TableCell>
              <TableCell>
                <Period programme={programme} />
              </TableCell>
              <TableCell align="right">{programme.budget === null ? <None /> : yuan(programme.budget)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cards({ programmes }: { programmes: Programme[] }) {
  const label = useLabels();
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {programmes.map((programme) => (
        <Box component="li" key={programme.id} sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
          <Title programme={programme} />
          <Stack direction="row" spacing={1} sx={{ my: 0.5 }}>
            <Chip size="small" variant="outlined" label={label.kind(programme.kind)} />
            <Chip size="small" variant="outlined" label={label.state(programme.state)} />
          </Stack>
          <Typography color="textSecondary">
            {programme.station?.name} <Period programme={programme} />
          </Typography>
          {programme.budget !== null && (
            <Typography color="textSecondary">
              {yuan(programme.budget)} {translate('lianxin.yuan')}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}

/** The title, a link where the console has a page for that kind. */
function Title({ programme: { id, kind, title } }: { programme: Programme }) {
  const area = `${kind.toLowerCase()}Programmes`;
  if (!useAreas().some(({ name }) => name === area)) return <>{title}</>;
  return (
    <Link component={RouterLink} to={`/${area}/${id}/show`} color="inherit">
      {title}
    </Link>
  );
}

function useLabels() {
  const kind = useEnumLabel('ProgrammeKind');
  const state = useEnumLabel('ProgrammeState');
  return { kind, state };
}

/** The period, which breaks between its days alone. */
function Period({ programme: { startsOn, endsOn } }: { programme: Programme }) {
  const [locale] = useLocaleState();
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{day(startsOn, locale)} –</span>{' '}
      <span style={{ whiteSpace: 'nowrap' }}>{day(endsOn, locale)}</span>
    </>
  );
}
