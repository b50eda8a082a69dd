import { useRecordContext, useTranslate } from 'react-admin';
import { CreateButton } from '../parts/actions.js';
import { EnumField } from '../parts/fields.js';
import { ListPage } from '../parts/ListPage.js';
import type { Column } from '../parts/ResponsiveList.js';

interface TenantRow {
  id: string;
  prefecture: string | null;
  province: string;
  levelNames: { county: string; township: string; village: string };
}

const COLUMNS: Column[] = [
  { source: 'name' },
  { source: 'code' },
  { source: 'kind', field: <EnumField source="kind" type="TenantKind" /> },
  { source: 'above', field: <AboveField /> },
  { source: 'levelNames', field: <LevelNamesField /> },
  { source: 'practiceLabel' },
];

/** Every county that is open, and the way to open another. */
export default function TenantList() {
  const translate = useTranslate();
  const create = <CreateButton permissions={['TENANT_CREATE']} label={translate('resources.tenants.open')} />;
  return <ListPage columns={COLUMNS} isSearchable={false} to={null} actions={create} />;
}

function AboveField() {
  const tenant = useRecordContext<TenantRow>();
  return <>{[tenant?.province, tenant?.prefecture].filter(Boolean).join(' / ')}</>;
}

function LevelNamesField() {
  const tenant = useRecordContext<TenantRow>();
  if (!tenant) return null;
  const { county, township, village } = tenant.levelNames;
  return <>{[county, township, village].join(' · ')}</>;
}
