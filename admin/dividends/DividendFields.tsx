import { Box, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { StationPicker } from '../parts/StationPicker.js';
import { ask } from '../provider/graphql.js';
import { RULES, SPLITS, UNITS } from './dividend.js';
import { PROGRAMMES_TO_SHARE } from './dividends.documents.js';

/** The form of a dividend, as it is typed. */
export interface Values {
  programmeId: string;
  title: string;
  year: string;
  mode: string;
  amount: string;
  withinId: string;
  rule: string;
  unit: string;
  split: string;
  weights: string;
  snapshotOn: string;
  dueOn: string;
}

interface Props {
  values: Values;
  change: (next: Partial<Values>) => void;
  wrong: (field: string) => string | undefined;
}

interface Choices {
  industryProgrammes: { nodes: { id: string; title: string; station: { id: string; name: string } | null }[] };
}

const enums = [
  ['rule', 'DividendRule', RULES],
  ['unit', 'DividendUnit', UNITS],
  ['split', 'DividendSplit', SPLITS],
] as const;

/** The fields of a new dividend, two columns from 900 px. */
export function DividendFields({ values, change, wrong }: Props) {
  const translate = useTranslate();
  const words = (key: string) => translate(`resources.dividendPlans.${key}`);
  const bound = (field: keyof Values, of: string = field) => ({
    label: words(`fields.${of}`),
    value: values[field],
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
    error: Boolean(wrong(of)),
    helperText: wrong(of),
  });
  const amountOf = values.mode === 'total' ? 'total' : 'perHead';
  const columns = { xs: 'minmax(0, 1fr)', md: '1fr 1fr' };
  return (
    <Box sx={{ display: 'grid', columnGap: 3, rowGap: 2, gridTemplateColumns: columns, maxWidth: 960 }}>
      <ProgrammeField values={values} change={change} wrong={wrong} />
      <TextField {...bound('title')} required />
      <TextField {...bound('year')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
      <TextField {...bound('mode')} select label={words('mode')} error={false} helperText={undefined}>
        <MenuItem value="total">{words('byTotal')}</MenuItem>
        <MenuItem value="head">{words('byHead')}</MenuItem>
      </TextField>
      <TextField {...bound('amount', amountOf)} required slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
      <StationPicker
        label={words('fields.withinId')}
        value={values.withinId || null}
        onChange={(id) => change({ withinId: id ?? '' })}
        isRequired
      />
      {enums.map(([field, type, all]) => (
        <TextField key={field} {...bound(field)} select>
          {all.map((value) => (
            <MenuItem key={value} value={value}>
              {translate(`enums.${type}.${value}`)}
            </MenuItem>
          ))}
        </TextField>
      ))}
      <TextField {...bound('snapshotOn')} type="date" />
      <TextField {...bound('dueOn')} type="date" />
      {values.split === 'WEIGHTED' && (
        <TextField
          {...bound('weights')}
          multiline
          minRows={4}
          helperText={wrong('weights') ?? words('weightsHelp')}
          sx={{ gridColumn: '1 / -1' }}
        />
      )}
    </Box>
  );
}

/** The programme; its village is where the beneficiaries live until another place is chosen. */
function ProgrammeField({ values, change, wrong }: Props) {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['programmesToShare'],
    queryFn: ({ signal }) => ask<Choices>(PROGRAMMES_TO_SHARE, {}, { signal }),
  });
  const choices = data?.industryProgrammes.nodes ?? [];
  const isKnown = choices.some(({ id }) => id === values.programmeId);
  const choose = (programmeId: string) => {
    const at = choices.find(({ id }) => id === programmeId)?.station?.id;
    change({ programmeId, ...(at && { withinId: at }) });
  };
  return (
    <TextField
      select
      required
      label={translate('resources.dividendPlans.fields.programmeId')}
      value={isKnown ? values.programmeId : ''}
      onChange={(event) => choose(event.target.value)}
      error={Boolean(wrong('programmeId'))}
      helperText={wrong('programmeId')}
    >
      {choices.map(({ id, title, station }) => (
        <MenuItem key={id} value={id}>
          {title}
          {station && `（${station.name}）`}
        </MenuItem>
      ))}
    </TextField>
  );
}
