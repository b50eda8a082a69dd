import { Typography } from '@mui/material';
import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { day } from '../parts/dates.js';
import { MoneyField, None } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';
import { type KindFacts, permissionOf, useKind } from './kind.js';
import { OwnValue } from './OwnValue.js';
import { STATES } from './programme.js';
import { StateField } from './StateMark.js';

/** The list of one kind: filters in the URL, the state as icon and word, the budget right with its unit in the head. */
export default function ProgrammeList() {
  const facts = useKind();
  const translate = useTranslate();
  const create = <CreateButton permissions={[permissionOf(facts, 'EDIT')]} />;
  return (
    <ListPage
      resource={facts.name}
      columns={columnsOf(facts, translate('lianxin.programme.period'))}
      filters={filtersOf(facts)}
      sort={{ field: 'startsOn', order: 'DESC' }}
      actions={create}
      emptyAction={create}
    />
  );
}

function columnsOf(facts: KindFacts, period: string): Column[] {
  const own = facts.own.filter(({ isListed }) => isListed);
  return [
    { source: 'title', isSortable: true },
    { source: 'station', field: <StationName /> },
    ...own.map((field) => ({
      source: field.source,
      field: <OwnValue field={field} />,
      isOnCard: field.is === 'enum',
      isFigure: field.is === 'whole',
    })),
    { source: 'state', field: <StateField />, isSortable: true },
    { source: 'startsOn', field: <Period />, isSortable: true, label: period },
    { source: 'budget', field: <MoneyField source="budget" />, isSortable: true, isFigure: true },
  ];
}

function filtersOf(facts: KindFacts): Filter[] {
  const own = facts.own.filter(({ is, isListed }) => is === 'enum' && isListed);
  return [
    { source: 'state', kind: 'enum', type: 'ProgrammeState', values: STATES },
    { source: 'within', kind: 'station' },
    ...own.map(({ source, type = '', values = [] }) => ({ source, kind: 'enum' as const, type, values })),
    { source: 'period', kind: 'period' },
  ];
}

function StationName() {
  const name = (useRecordContext()?.station as { name: string } | null | undefined)?.name;
  return name ? <span>{name}</span> : <None />;
}

function Period() {
  const record = useRecordContext();
  const [locale] = useLocaleState();
  if (!record) return null;
  return (
    <Typography component="span" sx={{ whiteSpace: { sm: 'nowrap' } }}>
      {day(String(record.startsOn), locale)} – {day(String(record.endsOn), locale)}
    </Typography>
  );
}
