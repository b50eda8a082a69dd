import type { Day } from '../kernel/index.js';
import { all, any, literal, Slot, type Sql, sql } from '../reading/index.js';
import type { ReportSplit } from './metric.enums.js';
import type { At, Metric } from './metric.js';
import type { Days } from './period.js';
import { type Asking, idsSlot } from './question.sql.js';

/** What a cell counts, so that its rows can be opened. */
export interface CellFacts {
  metric: Metric;
  days: Days;
  /** The stations that count in the cell. */
  stations: readonly string[];
  split: ReportSplit | null;
  value: string | null;
  unit: string | null;
}

/** A row as the statement answers it. */
export interface RowFound {
  id: string;
  station: string;
  day: Day;
  amount: string;
  title: string | null;
  resource: string;
  opens: string;
}

/** A page of the rows behind a cell, latest first: those that the asker may open, with how many others there are. */
export function rowsSql(asking: Asking, cell: CellFacts, page: { first: number; after: [Day, string] | null }): Sql {
  const at = asking.at(cell.days);
  const found = sql`select ${columns(asking, cell.metric, at)} from ${source(asking, cell, at)}`;
  const rows = cell.metric.distinct
    ? sql`select distinct on (x1.id) x1.* from (${found}) x1 order by x1.id, x1.is_inside desc, x1.day desc`
    : found;
  const most = new Slot('int', () => page.first + 1);
  return sql`with r0 as materialized (${rows}),
    p0 as (select r1.id, r1.station, r1.day, r1.amount::text, r1.title, r1.resource, r1.opens from r0 r1
      where r1.is_inside and ${beyond(page.after)} order by r1.day desc, r1.id desc limit ${most})
    select (select coalesce(json_agg(p0), '[]') from p0)::text as page,
      (select count(*)::int from r0 r2 where r2.is_inside) as inside, (select count(*)::int from r0 r3 where not r3.is_inside) as outside`;
}

function columns(asking: Asking, metric: Metric, at: At): Sql {
  const { row } = metric;
  const amount = metric.distinct ? sql`1` : (metric.amount ?? sql`1`);
  return sql`${row.id} as id, ${metric.station} as station, ${metric.day} as day, ${amount} as amount,
    ${isInside(asking, metric)} as is_inside, ${row.title(at)} as title, ${row.opens.resource} as resource, ${row.opens.id} as opens`;
}

function source(asking: Asking, { metric, stations, split, value, unit }: CellFacts, at: At): Sql {
  const by = split ? metric.splits[split] : undefined;
  const isSame = (column: Sql | undefined, wanted: string | null) =>
    column && wanted !== null ? sql`${column} = ${new Slot('text', () => wanted)}` : null;
  const where = all([
    metric.where(at),
    sql`${metric.station} = any(${idsSlot(stations)})`,
    asking.isHeld(metric.sums, metric.station),
    isSame(by?.value, value),
    isSame(metric.unitOf, unit),
  ]);
  return sql`${metric.from(at)} ${by?.join?.(at) ?? sql``} ${metric.row.join?.(at) ?? sql``} where ${where}`;
}

/** Whether the asker may open a row. */
function isInside(asking: Asking, { rows, station }: Metric): Sql {
  if (!('of' in rows)) return all(rows.map((permission) => asking.isHeld(permission, station)));
  const each = Object.entries(rows.of).map(
    ([kind, permission]) => sql`${rows.by} = ${literal(kind)} and ${asking.isHeld(permission, station)}`,
  );
  return any(each);
}

function beyond(after: [Day, string] | null): Sql {
  if (!after) return sql`true`;
  const [day, id] = after;
  return sql`(r1.day, r1.id) < (${new Slot('date', () => day)}, ${new Slot('uuid', () => id)})`;
}
