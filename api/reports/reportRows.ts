import type { Context } from '../access/index.js';
import { badInput, type Day, decodeCursor, encodeCursor, isDay, type PageInfo, pageOf } from '../kernel/index.js';
import { isUuid, runSql } from '../reading/index.js';
import { Asking } from './question.sql.js';
import { ReportRow, ReportRowConnection } from './report.js';
import { type CellFacts, type RowFound, rowsSql } from './rows.sql.js';

const list = 'MetricCell.rows';

/** The rows behind a cell: those that the asker may open, and how many others there are. */
export async function rowsOf(
  ctx: Context,
  cell: CellFacts,
  asked: { first: number | null; after?: string | null },
): Promise<ReportRowConnection> {
  const { first, after } = pageOf({ first: asked.first, after: asked.after ?? null });
  const place = after === null ? null : placeOf(after);
  const statement = rowsSql(new Asking(ctx), cell, { first, after: place });
  const [found] = await runSql<{ page: string; inside: number; outside: number }>(await ctx.em(), statement);
  const rows = JSON.parse(found?.page ?? '[]') as RowFound[];
  const edges = rows.slice(0, first).map((row) => ({
    cursor: encodeCursor(list, [row.day, row.id]),
    node: nodeOf(cell, row),
  }));
  const pageInfo: PageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  const counted = { totalCount: found?.inside ?? 0, outside: found?.outside ?? 0 };
  return Object.assign(new ReportRowConnection(), {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo,
    ...counted,
  });
}

function nodeOf({ metric, days }: CellFacts, row: RowFound): ReportRow {
  const amount = metric.counts === 'MONEY' ? (Number(row.amount) / 100).toFixed(2) : row.amount;
  return Object.assign(new ReportRow(), {
    id: row.id,
    recordType: metric.row.type,
    title: row.title,
    day: row.day,
    at: { id: row.station, day: days.asOf },
    amount,
    link: `/${row.resource}/${row.opens}/show`,
  });
}

function placeOf(cursor: string): [Day, string] {
  const [day, id] = decodeCursor(list, cursor, 2);
  if (typeof day === 'string' && isDay(day) && typeof id === 'string' && isUuid(id)) return [day, id];
  throw badInput({ zh: 'after 不是这个列表给出的游标。', en: '`after` is not a cursor of this list and order.' }, [
    'after',
  ]);
}
