import type { ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { ListBase, Pagination, type SortPayload, useListContext, useResourceContext, useTranslate } from 'react-admin';
import { ListExport } from './ExportButton.js';
import { type Filter, FilterBar } from './filters.js';
import { Page } from './Page.js';
import { type Column, ResponsiveList } from './ResponsiveList.js';
import { ErrorState } from './refusals.js';
import { EmptyFilter, EmptyNothing, Loading, Refreshing } from './states.js';

interface ListPageProps {
  columns: Column[];
  filters?: Filter[];
  /** False where the server has no `search` in this list's `where`. */
  isSearchable?: boolean;
  /** What the search box looks for, where that is not the record itself. */
  searchLabel?: string;
  sort?: SortPayload;
  /** Where a record's own page is; its show page unless said otherwise, null for none. */
  to?: ((record: RaRecord) => string) | null;
  actions?: ReactNode;
  /** The action offered while nothing exists yet; readers get none. */
  emptyAction?: ReactNode;
  /** What stands between filters and rows, such as tabs. */
  children?: ReactNode;
  title?: string;
  /** What stands between title and filters, such as the links of sibling lists. */
  above?: ReactNode;
  resource?: string;
}

/** A whole list page: title, filters in the URL with chips, rows or cards, pages, and every state of console.md section 0. */
export function ListPage({ sort, title, actions, above, ...rest }: ListPageProps) {
  const translate = useTranslate();
  const resource = useResourceContext(rest) ?? '';
  const heading = title ?? translate(`resources.${resource}.name`, { smart_count: 2 });
  return (
    <ListBase
      resource={resource}
      sort={sort}
      perPage={25}
      storeKey={false}
      exporter={false}
      disableAuthentication
      queryOptions={{ retry: false, onError: () => undefined }}
    >
      <Page
        title={heading}
        actions={
          <>
            <ListExport name={heading} />
            {actions}
          </>
        }
      >
        {above}
        <Body {...rest} resource={resource} />
      </Page>
    </ListBase>
  );
}

function Body({
  columns,
  filters = [],
  isSearchable,
  searchLabel,
  to,
  emptyAction,
  children,
  resource,
}: Omit<ListPageProps, 'title'>) {
  const { isPending, isFetching, error, refetch } = useListContext();
  const reload = () => void refetch();
  const path = to === null ? undefined : (to ?? ((record: RaRecord) => `/${resource}/${record.id}/show`));
  return (
    <>
      <FilterBar filters={filters} isSearchable={isSearchable} searchLabel={searchLabel} />
      {children}
      <Refreshing isOn={Boolean(isFetching) && !isPending} />
      {error ? (
        <ErrorState error={error} retry={reload} />
      ) : isPending ? (
        <Loading rows={8} />
      ) : (
        <Found columns={columns} to={path} emptyAction={emptyAction} resource={resource} />
      )}
    </>
  );
}

function Found({
  columns,
  to,
  emptyAction,
  resource,
}: Pick<ListPageProps, 'columns' | 'emptyAction' | 'resource'> & { to?: (record: RaRecord) => string }) {
  const translate = useTranslate();
  const { data, filterValues, setFilters } = useListContext();
  if (data?.length) {
    return (
      <>
        <ResponsiveList columns={columns} to={to} />
        <Pagination rowsPerPageOptions={[10, 25, 50, 100]} />
      </>
    );
  }
  if (Object.keys(filterValues).length) return <EmptyFilter clear={() => setFilters({})} />;
  const why = translate(`resources.${resource}.empty`, { _: translate('lianxin.state.emptyNothing') });
  return <EmptyNothing why={why}>{emptyAction}</EmptyNothing>;
}
