import { Button, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorState } from '../parts/refusals.js';
import { EmptyNothing, Loading } from '../parts/states.js';
import { ask } from '../provider/graphql.js';
import { usePlace } from './place.js';

interface Connection<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

interface GrowingProps<T> {
  /** First part of the query key, so that an act can refresh the list. */
  name: string;
  document: string;
  /** The root field, a connection that takes `within`, `first` and `after`. */
  root: string;
  /** The station below which it is asked. */
  within: string;
  /** Where the words `none` and `count` stand. */
  words: string;
  children: (rows: T[]) => ReactNode;
}

/** What belongs to a station and to those below it: how many in all, the first 25, and 25 more at a time. */
export function GrowingList<T>({ words, children, ...asked }: GrowingProps<T>) {
  const translate = useTranslate();
  const { asOf } = usePlace();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = usePages<T>(asked);
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (isPending) return <Loading rows={4} />;
  const rows = data.pages.flatMap(({ nodes }) => nodes);
  const total = data.pages[0]?.totalCount ?? 0;
  if (!rows.length) return <EmptyNothing why={translate(`${words}.none`)} />;
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate(`${words}.count`, { smart_count: total })}
        {asOf && translate('resources.stations.asOf.listsToday')}
      </Typography>
      {children(rows)}
      {hasNextPage && (
        <Button
          color="secondary"
          variant="outlined"
          sx={{ mt: 1 }}
          disabled={isFetchingNextPage}
          onClick={() => fetchNextPage()}
        >
          {translate('resources.stations.more', { shown: rows.length, total })}
        </Button>
      )}
    </>
  );
}

function usePages<T>({ name, document, root, within }: Omit<GrowingProps<T>, 'words' | 'children'>) {
  return useInfiniteQuery({
    queryKey: [name, within],
    queryFn: ({ pageParam, signal }) =>
      ask<Record<string, Connection<T>>>(document, { within, first: 25, after: pageParam }, { signal }).then(
        (answer) => answer[root] as Connection<T>,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    retry: false,
  });
}
