import {
  Box,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { thisYear } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { grouped, yuan } from '../parts/figures.js';
import { Page } from '../parts/Page.js';
import { ErrorState } from '../parts/refusals.js';
import { StationPicker } from '../parts/StationPicker.js';
import { EmptyNothing, Loading, Refreshing } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { PROJECT_REPORT } from './villageProject.documents.js';

const SOURCES = [
  'FISCAL_SPECIAL',
  'ASSISTANCE_PAIRING',
  'COLLECTIVE',
  'SELF_RAISED',
  'SOCIAL_DONATION',
  'LOAN',
  'OTHER',
];

interface Figure {
  category: string;
  projects: number;
  budget: string;
  households: number;
  stepsMissing: number;
}

/** Village projects by category: how many, what money, whom they reach, and what of their steps is still to come. */
export default function ProjectReport() {
  const translate = useTranslate();
  const { asked, change } = useAsked();
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['villageProjectReport', asked],
    queryFn: ({ signal }) =>
      ask<{ villageProjectReport: { figures: Figure[] } }>(PROJECT_REPORT, asked, { signal }).then(
        (answer) => answer.villageProjectReport.figures,
      ),
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <Page
      title={translate('resources.villageProjectReport.title')}
      lead={translate('resources.villageProjectReport.lead')}
    >
      <Controls asked={asked} change={change} />
      <Refreshing isOn={isFetching && !isPending} />
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : isPending ? (
        <Loading rows={6} />
      ) : data.length === 0 ? (
        <EmptyNothing why={translate('resources.villageProjectReport.empty')} />
      ) : (
        <Figures rows={data} />
      )}
    </Page>
  );
}

type Asked = ReturnType<typeof useAsked>['asked'];
type Change = (values: Record<string, string | null>) => void;

/** What is asked, which stands in the URL. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const change: Change = (values) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(values)) value ? before.set(name, value) : before.delete(name);
        return before;
      },
      { replace: true },
    );
  const period = {
    from: params.get('from') ?? `${thisYear()}-01-01`,
    to: params.get('to') ?? `${thisYear()}-12-31`,
  };
  const source = params.get('fundSource');
  const fundSource = SOURCES.includes(source ?? '') ? source : null;
  return { asked: { period, within: params.get('within'), fundSource }, change };
}

function Controls({ asked, change }: { asked: Asked; change: Change }) {
  const translate = useTranslate();
  const source = useEnumLabel('FundSource');
  const label = (name: string) => translate(`resources.villageProjectReport.${name}`);
  const date = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={label(name)}
      value={asked.period[name]}
      onChange={(event) => event.target.value && change({ [name]: event.target.value })}
    />
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
        alignItems: 'end',
        mb: 2,
      }}
    >
      {date('from')}
      {date('to')}
      <TextField
        select
        label={label('fundSource')}
        value={asked.fundSource ?? ''}
        onChange={(event) => change({ fundSource: event.target.value || null })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{label('anySource')}</MenuItem>
        {SOURCES.map((one) => (
          <MenuItem key={one} value={one}>
            {source(one)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ mb: -1 }}>
        <StationPicker
          label={label('within')}
          value={asked.within}
          onChange={(within) => change({ within })}
          isClearable
        />
      </Box>
    </Box>
  );
}

function Figures({ rows }: { rows: readonly Figure[] }) {
  const translate = useTranslate();
  const category = useEnumLabel('IndustryCategory');
  const label = (name: string) => translate(`resources.villageProjectReport.${name}`);
  const figures = ['projects', 'budget', 'households', 'stepsMissing'] as const;
  return (
    <TableContainer role="region" aria-label={label('title')} tabIndex={0}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{label('category')}</TableCell>
            {figures.map((name) => (
              <TableCell key={name} align="right">
                {label(name)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.category}>
              <TableCell component="th" scope="row">
                {category(row.category)}
              </TableCell>
              {figures.map((name) => (
                <TableCell key={name} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {name === 'budget' ? yuan(row[name]) : grouped(row[name])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
