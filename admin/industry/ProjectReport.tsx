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
import { useTranslate } from 'react-admin';
import { AskedPage, type Change, ControlGrid, DayControl, useAddress, useAnswer } from '../parts/AskedPage.js';
import { thisYear } from '../parts/dates.js';
import { useEnumLabel } from '../parts/fields.js';
import { grouped, yuan } from '../parts/figures.js';
import { StationPicker } from '../parts/StationPicker.js';
import { EmptyNothing } from '../parts/states.js';
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

interface Asked {
  period: { from: string; to: string };
  within: string | null;
  fundSource: string | null;
}

/** Village projects by category: how many, what money, whom they reach, and what of their steps is still to come. */
export default function ProjectReport() {
  const translate = useTranslate();
  const { params, change } = useAddress();
  const asked = askedIn(params);
  const answer = useAnswer<{ figures: Figure[] }>('villageProjectReport', PROJECT_REPORT, asked);
  const word = (name: string) => translate(`resources.villageProjectReport.${name}`);
  const controls = <Controls asked={asked} change={change} />;
  return (
    <AskedPage title={word('title')} lead={word('lead')} controls={controls} answer={answer}>
      {({ figures }) => (figures.length === 0 ? <EmptyNothing why={word('empty')} /> : <Figures rows={figures} />)}
    </AskedPage>
  );
}

/** What is asked, which stands in the URL. */
function askedIn(params: URLSearchParams): Asked {
  const period = {
    from: params.get('from') ?? `${thisYear()}-01-01`,
    to: params.get('to') ?? `${thisYear()}-12-31`,
  };
  const source = params.get('fundSource');
  return { period, within: params.get('within'), fundSource: SOURCES.includes(source ?? '') ? source : null };
}

function Controls({ asked, change }: { asked: Asked; change: Change }) {
  const translate = useTranslate();
  const source = useEnumLabel('FundSource');
  const label = (name: string) => translate(`resources.villageProjectReport.${name}`);
  return (
    <ControlGrid columns={4}>
      <DayControl name="from" label={label('from')} value={asked.period.from} change={change} />
      <DayControl name="to" label={label('to')} value={asked.period.to} change={change} />
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
    </ControlGrid>
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
