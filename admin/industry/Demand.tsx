import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { useEnumLabel } from '../parts/fields.js';
import { amountText } from '../parts/figures.js';
import { ErrorState } from '../parts/refusals.js';
import { act, ask } from '../provider/graphql.js';
import { useMay } from '../provider/useMe.js';
import { whereOfIntentions } from './intention.js';
import { DEMAND, SPECIALTY_ADOPT } from './intentions.documents.js';

interface Sum {
  year: number;
  households: number;
  station: { id: string; name: string } | null;
  item: { id: string; name: string } | null;
  quantity: { amount: string; unit: string };
}

interface Specialty {
  id: string;
  version: number;
  year: number;
  state: string;
  station: { id: string; name: string; path: { id: string }[] } | null;
  items: { id: string; name: string }[];
}

interface Answer {
  intentionDemand: { nodes: Sum[] };
  villageSpecialties: { nodes: Specialty[] };
}

/** The demand of each village over the rows below, and beside it what the village goes in for. */
export function Demand() {
  const { filterValues } = useListContext();
  const where = whereOfIntentions(filterValues);
  const { year, within } = where as { year?: number; within?: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['intentionDemand', where],
    queryFn: ({ signal }) => ask<Answer>(DEMAND, { where, specialties: { year, within } }, { signal }),
    retry: false,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <>
      <Sums sums={data.intentionDemand.nodes} />
      <Specialties specialties={data.villageSpecialties.nodes} />
    </>
  );
}

function Sums({ sums }: { sums: Sum[] }) {
  const translate = useTranslate();
  const unit = useEnumLabel('Unit');
  const word = (field: string) => translate(`lianxin.intention.${field}`);
  if (!sums.length) return null;
  return (
    <Box component="section" sx={{ mb: 2 }}>
      <Typography variant="h2">{word('demand')}</Typography>
      <Table size="small" aria-label={word('demand')} sx={{ '& td, & th': { px: { xs: 0.5, sm: 2 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('lianxin.distribution.village')}</TableCell>
            <TableCell>{translate('lianxin.distribution.item')}</TableCell>
            <TableCell align="right">{word('scale')}</TableCell>
            <TableCell align="right">{word('households')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sums.map((sum) => (
            <TableRow key={`${sum.year} ${sum.station?.id} ${sum.item?.id} ${sum.quantity.unit}`}>
              <TableCell component="th" scope="row">
                {sum.station?.name} · {sum.year}
              </TableCell>
              <TableCell>{sum.item?.name}</TableCell>
              <TableCell align="right">
                {amountText(sum.quantity.amount)} {unit(sum.quantity.unit)}
              </TableCell>
              <TableCell align="right">{sum.households}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Specialties({ specialties }: { specialties: Specialty[] }) {
  const translate = useTranslate();
  if (!specialties.length) return null;
  return (
    <Box component="section" sx={{ mb: 2 }}>
      <Typography variant="h2">{translate('lianxin.intention.specialties')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {specialties.map((one) => (
          <SpecialtyLine key={one.id} specialty={one} />
        ))}
      </Box>
    </Box>
  );
}

function SpecialtyLine({ specialty }: { specialty: Specialty }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { id, version, station, year, state, items } = specialty;
  const mayEdit = useMay('INDUSTRY_EDIT', station ? [...station.path, station].map((one) => one.id) : undefined);
  const adopt = async () => {
    try {
      await act(SPECIALTY_ADOPT, 'villageSpecialtyAdopt', { id, version });
      notify('lianxin.intention.adopted', { type: 'success' });
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
    await client.invalidateQueries({ queryKey: ['intentionDemand'] });
  };
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 0.5 }}>
      <Typography>
        {station?.name} · {year} · {items.map(({ name }) => name).join(translate('lianxin.comma'))} ·{' '}
        {translate(`enums.SpecialtyState.${state}`)}
      </Typography>
      {mayEdit && state === 'PLANNED' && (
        <Button size="small" variant="outlined" color="secondary" onClick={adopt}>
          {translate('lianxin.intention.adopt')}
        </Button>
      )}
    </Box>
  );
}
