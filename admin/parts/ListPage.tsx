import type { ReactNode } from 'react';
import { ListBase, Pagination, useListContext, useResourceContext, useTranslate, type SortPayload } from 'react-admin';
import { FilterBar, useFilterChips, type Filter } from './filters.js';
import { Page } from './Page.js';
import { ErrorState } from './refusals.js';
import { ResponsiveList, type Column } from './ResponsiveList.js';
import { EmptyFilter, EmptyNothing, Loading, Refreshing } from './states.js';
import type { RaRecord } from 'react-admin';

interface ListPageProps {
  columns: Column[];
  filters?: Filter[];
  /** False where the server has no `search` in this list's `where`. */
  isSearchable?: boolean;
  sort?: SortPayload;
  /** Where a record's own page is; its show page unless said otherwise, null for none. */
  to?: ((record: RaRecord) => string) | null;
  actions?: ReactNode;
  /** The action offered while nothing exists yet; readers get none. */
  emptyAction?: ReactNode;
  /** What stands between filters and rows, such as tabs. */
  children?: ReactNode;
  title?: string;
  resource?: string;
}

/** A whole list page: title, filters in the URL with chips, rows or cards, pages, and every state of console.md section 0. */
export function ListPage({ sort, title, actions, ...rest }: ListPageProps) {
  const translate = useTranslate();
  const resource = useResourceContext(rest) ?? '';
  const heading = title ?? translate(`resources.${resource}.name`, { smart_count: 2 });
  return (
    <Page title={heading} actions={actions}>
      <ListBase
        resource={resource}
        sort={sort}
        perPage={25}
        storeKey={false}
        disableAuthentication
        queryOptions={{ retry: false, onError: () => undefined }}
      >
        <Body {...rest} resource={resource} />
      </ListBase>
    </Page>
  );
}

function Body({ columns, filters = [], isSearchable, to, emptyAction, children, resource }: Omit<ListPageProps, 'title'>) {
  const { isPending, isFetching, error, refetch } = useListContext();
  const reload = () => void refetch();
  const path = to === null ? undefined : (to ?? ((record: RaRecord) => `/${resource}/${record.id}/show`));
  return (
    <>
      <FilterBar filters={filters} isSearchable={isSearchable} />
      {children}
      <Refreshing isOn={Boolean(isFetching) && !isPending} />
      {error ? (
        <ErrorState error={error} retry={reload} />
      ) : isPending ? (
        <Loading rows={8} />
      ) : (
        <Found columns={columns} filters={filters} to={path} emptyAction={emptyAction} resource={resource} />
      )}
    </>
  );
}

function Found({ columns, filters = [], to, emptyAction, resource }: Omit<ListPageProps, 'to'> & { to?: (record: RaRecord) => string }) {
  const translate = useTranslate();
  const { data, filterValues, setFilters } = useListContext();
  const chips = useFilterChips(filters);
  if (data?.length) {
    return (
      <>
        <ResponsiveList columns={columns} to={to} />
        <Pagination rowsPerPageOptions={[10, 25, 50, 100]} />
      </>
    );
  }
  if (Object.keys(filterValues).length) return <EmptyFilter chips={chips} clear={() => setFilters({})} />;
  const why = translate(`resources.${resource}.empty`, { _: translate('lianxin.state.emptyNothing') });
  return <EmptyNothing why={why}>{emptyAction}</EmptyNothing>;
}
