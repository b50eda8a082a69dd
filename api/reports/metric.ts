/**
 * What a metric is. It is defined once, in `metrics/`, and everything else reads that definition: the schema's descriptions, the
 * report, the rows behind a figure, the console's ⓘ, headings of exports, briefs and forms, and the README's table.
 *
 * How the parts fit, for whoever builds on them (editions, briefs, forms, export, console):
 *   metric.ts        `Metric`, a plain value: words, what is counted, when it falls, how it may be split, its rights, its one SQL
 *   catalogue.ts     `metrics` in order, `metricOf(key)`, `metricNamed('training.personTimes')` for keys written in templates and
 *                    forms (refuses an unknown one and says which come near), and the GraphQL enum `MetricKey`
 *   period.ts        a period as asked for (month, quarter, year, days, up to a day) becomes days; what it is compared with
 *   report.service   `reportOf(ctx, asked)` answers a `Report`: plain values, ready to be kept as they are
 *   reportRows       `rowsOf(ctx, cell, page)` answers the rows behind one cell
 *
 * Rules of counting. `ON_DAY` metrics count records dated within the period, and never after the as-of day; `AS_OF` metrics count what
 * held on the as-of day; `DURING` metrics count what the period overlaps, as it stood on the as-of day (programmes, plans of a year:
 * they have a period of their own, and neither a single day nor a mere state says when they count). Lines are those of the tree on the
 * as-of day; a record stands at the station that it names itself, households and people where they stood on the as-of day.
 * A metric with `distinct` counts each person or household once, in a line and again in the total; a mean is taken anew. All others add.
 */
import type { Permission } from '../access/index.js';
import type { Message } from '../kernel/index.js';
import type { Slot, Sql } from '../reading/index.js';
import type { MetricCounts, MetricFalls, ReportSplit } from './metric.enums.js';

/** The slots that a metric's SQL may use. */
export interface At {
  readonly tenant: Slot;
  /** First and last day of the period. */
  readonly from: Slot;
  readonly to: Slot;
  /** The last day of the period that is not after the as-of day. */
  readonly until: Slot;
  readonly asOf: Slot;
  /** Whether names of people who stand at a station may be shown. */
  isNamed(station: Sql): Sql;
}

/** One way of splitting a metric: the code of the value on each row, and what it is called. */
export interface Split {
  /** What has to be joined for it; it may multiply rows where several values hold at once, as statuses do. */
  join?(at: At): Sql;
  value: Sql;
  /** The name of a value, where it is no enum's. */
  label?: Sql;
  /** The enum whose descriptions name the values. */
  names?: object;
}

/** The record that stands for a row when a figure is opened. */
export interface RowFacts {
  /** The type in the schema, such as `Person`. */
  type: string;
  id: Sql;
  join?(at: At): Sql;
  /** Null where the row has a name that the asker may not see. */
  title(at: At): Sql;
  /** Where the console opens it: the resource and the record's id; another record's where it has no page of its own. */
  opens: { resource: Sql; id: Sql };
}

/** Which permission opens a row: the same for all, or by a value of the row. */
export type RowRight = readonly Permission[] | { by: Sql; of: Readonly<Record<string, Permission>> };

/** A metric of the catalogue. */
export interface Metric {
  /** `<area>.<what>`, such as `training.personTimes`. */
  key: string;
  name: Message;
  /** What it is, in one plain sentence. */
  says: Message;
  unit: Message;
  counts: MetricCounts;
  falls: MetricFalls;
  splits: Partial<Record<ReportSplit, Split>>;
  /** What is counted once however many rows name it. */
  distinct?: Sql;
  /** Whether the value is the mean of the rows' amounts and not their sum. */
  isMean?: true;
  /** The metric that says what was planned. */
  plan?: string;
  /** Who sees sums, and who sees the rows behind them. */
  sums: Permission;
  rows: RowRight;
  /** What stands after FROM; every table is pinned here or in `where`. */
  from(at: At): Sql;
  where(at: At): Sql;
  /** The station where a row counts. */
  station: Sql;
  /** The day of a row, for the list of rows. */
  day: Sql;
  /** What a row adds; one, where rows are counted. */
  amount?: Sql;
  /** The unit of each row, where the rows differ; different units are never added. */
  unitOf?: Sql;
  row: RowFacts;
}

/** Whether lines add up to the total; otherwise the total is counted anew. */
export function isAdditive(metric: Metric): boolean {
  return !metric.distinct && !metric.isMean;
}

/** The permissions that open rows of a metric. */
export function rowPermissions({ rows }: Metric): readonly Permission[] {
  return 'of' in rows ? [...new Set(Object.values(rows.of))] : rows;
}
