import { Chip, Stack } from '@mui/material';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import { today } from '../parts/dates.js';
import { DayField, MoneyField } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import { Named } from './OpeningList.js';
import { EndButton, type Placed } from './PlacementRows.js';

const columns = [
  { source: 'person', field: <Named of="person" /> },
  { source: 'title' },
  { source: 'station', field: <Named of="station" /> },
  { source: 'validFrom', field: <DayField source="validFrom" /> },
  { source: 'validTo', field: <DayField source="validTo" />, isSortable: true },
  { source: 'wage', field: <MoneyField source="wage" />, isFigure: true },
  { source: 'act', field: <End /> },
];

/** Holders of posts and workers of workshops; the chips show whose term is about to end. */
export default function PlacementList() {
  return (
    <ListPage
      columns={columns}
      isSearchable={false}
      filters={[{ source: 'within', kind: 'station' }]}
      sort={{ field: 'validTo', order: 'ASC' }}
      to={null}
    >
      <Terms />
    </ListPage>
  );
}

const DAYS = [30, 60, 90];

function Terms() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const choose = (endsBy: string | undefined) => {
    const { endsBy: _before, ...others } = filterValues;
    setFilters(endsBy ? { ...others, endsBy } : others);
  };
  const choices: [string, string | undefined][] = [
    [translate('lianxin.jobs.allTerms'), undefined],
    ...DAYS.map((days): [string, string] => [translate('lianxin.jobs.endsWithin', { days }), daysLater(days)]),
  ];
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 1.5 }}>
      {choices.map(([label, by]) => (
        <Chip
          key={label}
          label={label}
          aria-pressed={filterValues.endsBy === by}
          variant={filterValues.endsBy === by ? 'filled' : 'outlined'}
          onClick={() => choose(by)}
          sx={{ height: { xs: 44, sm: 32 } }}
        />
      ))}
    </Stack>
  );
}

function daysLater(count: number): string {
  const date = new Date(`${today()}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

function End() {
  const record = useRecordContext() as unknown as Placed | undefined;
  return record ? <EndButton placed={record} /> : null;
}
