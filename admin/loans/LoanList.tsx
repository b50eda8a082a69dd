import { Chip, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useListContext, useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { DayField, EnumField, MoneyField } from '../parts/fields.js';
import { grouped, yuan } from '../parts/figures.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import { ask } from '../provider/graphql.js';
import { type Loan, STATES } from './loan.js';
import { LOAN_SUMMARY } from './loans.documents.js';

const columns = [
  { source: 'amount', field: <Amount /> },
  { source: 'station', field: <Place /> },
  { source: 'state', field: <State /> },
  { source: 'outstanding', field: <MoneyField source="outstanding" />, isFigure: true },
  { source: 'lender', isOnCard: false },
  { source: 'appliedOn', field: <DayField source="appliedOn" /> },
  { source: 'dueOn', field: <DayField source="dueOn" />, isSortable: true },
];

const filters: Filter[] = [
  { source: 'state', kind: 'enum', type: 'LoanState', values: STATES },
  { source: 'isOverdue', kind: 'flag' },
  { source: 'within', kind: 'station' },
];

/** The micro-loans that one may see, the first to fall due on top, with their sums. */
export default function LoanList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['INDUSTRY_EDIT']} label={translate('resources.loans.create')} />;
  const sort = { field: 'dueOn', order: 'ASC' } as const;
  return (
    <ListPage columns={columns} filters={filters} isSearchable={false} sort={sort} actions={create}>
      <Summary />
    </ListPage>
  );
}

function Amount() {
  const loan = useRecordContext<Loan & { id: string }>();
  return <span>{yuan(loan?.amount ?? '')}</span>;
}

function Place() {
  const loan = useRecordContext<Loan & { id: string }>();
  return <span>{loan?.station?.name ?? '—'}</span>;
}

/** The state, with a mark for what is late. */
export function State() {
  const translate = useTranslate();
  const loan = useRecordContext<Loan & { id: string }>();
  return (
    <Stack component="span" direction="row" spacing={0.5} sx={{ display: 'inline-flex', alignItems: 'center' }}>
      <EnumField source="state" type="LoanState" />
      {loan?.isOverdue && (
        <Chip size="small" color="error" variant="outlined" label={translate('resources.loans.overdue')} />
      )}
    </Stack>
  );
}

function Summary() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const within = (filterValues.within as string | undefined) ?? null;
  const { data } = useQuery({
    queryKey: ['loanSummary', within],
    queryFn: ({ signal }) =>
      ask<{ loanSummary: Record<string, string> }>(LOAN_SUMMARY, { within }, { signal }).then((all) => all.loanSummary),
  });
  if (!data) return null;
  const sums = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, grouped(value)]));
  return <Typography sx={{ mb: 1 }}>{translate('resources.loans.summary', sums)}</Typography>;
}
