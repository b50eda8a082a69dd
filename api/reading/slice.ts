import { type Connection, decodeCursor, encodeCursor, OrderDirection, type PageArgs, pageOf } from '../kernel/index.js';

/** A page of a short list that is already in memory, such as a county's tree, with the same cursors and bounds as any other list. */
export function readSlice<Row, T>(
  list: string,
  rows: readonly Row[],
  args: PageArgs,
  keyOf: (row: Row) => string,
  direction: OrderDirection,
  show: (row: Row) => T,
): Connection<T> {
  const page = pageOf(args);
  const sign = direction === OrderDirection.DESC ? -1 : 1;
  const compare = (a: string, b: string): number => (a < b ? -sign : a > b ? sign : 0);
  const sorted = rows.map((row) => ({ row, key: keyOf(row) })).sort((a, b) => compare(a.key, b.key));
  const [after] = page.after === null ? [null] : decodeCursor(list, page.after, 1);
  const start = page.after === null ? page.offset : sorted.findIndex((s) => compare(s.key, String(after)) > 0);
  const from = start < 0 ? sorted.length : start;
  const shown = sorted.slice(from, from + page.first);
  const edges = shown.map(({ row, key }) => ({ cursor: encodeCursor(list, [key]), node: show(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: from + page.first < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: rows.length,
  };
}
