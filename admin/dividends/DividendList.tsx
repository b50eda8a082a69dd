import { Chip, Stack } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { EnumField, MoneyField } from '../parts/fields.js';
import type { Filter } from '../parts/filters.js';
import { ListPage } from '../parts/ListPage.js';
import { type Dividend, STATES } from './dividend.js';

const columns = [
  { source: 'title' },
  { source: 'year', isSortable: true, isFigure: true },
  { source: 'state', field: <State /> },
  { source: 'shareCount', isFigure: true },
  { source: 'total', field: <MoneyField source="total" />, isFigure: true },
  { source: 'paid', field: <MoneyField source="paid" />, isFigure: true },
];

const filters: Filter[] = [
  { source: 'state', kind: 'enum', type: 'DividendState', values: STATES },
  { source: 'within', kind: 'station' },
];

/** The dividends that one may see, latest year first. */
export default function DividendList() {
  const create = <CreateButton permissions={['INDUSTRY_EDIT']} />;
  const sort = { field: 'year', order: 'DESC' } as const;
  return <ListPage columns={columns} filters={filters} isSearchable={false} sort={sort} actions={create} />;
}

/** The state, with a mark while the amounts are only expected. */
export function State() {
  const translate = useTranslate();
  const plan = useRecordContext() as unknown as Dividend | undefined;
  const isMarked = plan?.isEstimate && plan.state !== 'ESTIMATED';
  return (
    <Stack component="span" direction="row" spacing={0.5} sx={{ display: 'inline-flex', alignItems: 'center' }}>
      <EnumField source="state" type="DividendState" />
      {isMarked && <Chip size="small" variant="outlined" label={translate('resources.dividendPlans.estimate')} />}
    </Stack>
  );
}
