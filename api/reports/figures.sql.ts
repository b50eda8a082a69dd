import { joined, Slot, type Sql, sql } from '../reading/index.js';
import { type LineRow, linesSql, shownLines } from './lines.sql.js';
import type { At, Metric } from './metric.js';
import type { ReportShape, Walls } from './question.sql.js';
import { type Counted, type Scan, scansOf } from './scans.js';

/** What the statement of a report answers. */
export interface ReportFound {
  lines: readonly LineRow[];
  figures: readonly FigureRow[];
}

/** A figure of a metric in a line, or in the total, for one value of the split and one unit. */
export interface FigureRow {
  /** 0 for the report itself, 1 for what it is compared with. */
  side: 0 | 1;
  /** The place of the metric in the question. */
  metric: number;
  /** Null in the total. */
  line: string | null;
  split: string | null;
  label: string | null;
  unit: string | null;
  value: string;
  /** How many rows are behind a sum or a mean. */
  rows: number;
}

/** The whole report as one JSON object: its lines, and its figures with the totals beside them. */
export function reportSql(walls: Walls, shape: ReportShape): Sql {
  const sides = [shape, ...(shape.against ? [shape.against] : [])];
  const steps: Sql[] = [];
  const parts = sides.flatMap(({ at, metrics }, side) => {
    const scans = scansOf(metrics, shape.split);
    return scans.flatMap((scan) => {
      const name = sql`${part(steps.length + 1)}`;
      steps.push(sql`${name} as (${sums(walls, scan, at, shape)})`);
      return scan.map(({ metric, index }, column) =>
        figures(name, metric, { side, index, column, isApart: isApart(metric, shape) }),
      );
    });
  });
  return sql`(with recursive ${linesSql(walls, shape)}, ${joined(steps, ', ')},
    g0 as materialized (${joined(parts, ' union all ')})
    select json_build_object('lines', (${shownLines(shape)}), 'figures', (select coalesce(json_agg(g0), '[]') from g0)))`;
}

/** Names of the steps, one for each scan and side. */
function part(number: number): Sql {
  return joined([sql`m`, numeral(number)], '');
}

const digits = [sql`0`, sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`, sql`8`, sql`9`];

function numeral(number: number): Sql {
  return joined(
    [...String(number)].map((digit) => digits[Number(digit)] ?? sql`0`),
    '',
  );
}

/**
 * The rows of a scan that count, gathered by line: sums where lines add, and each person or household once where they do not. Sums are
 * gathered by station first, for stations are few; what is not split is not grouped by the lack of a split either.
 */
function sums(walls: Walls, scan: Scan, at: At, { split }: ReportShape): Sql {
  const [{ metric }] = scan;
  const by = split ? metric.splits[split] : undefined;
  const nothing = sql`null::text`;
  const { value, label = nothing } = by ?? { value: nothing };
  const unit = metric.unitOf ?? nothing;
  const isSplit = isApart(metric, { split });
  const station = unguessed(metric.station);
  const joining = by?.join?.(at) ?? sql``;
  const where = sql`where ${metric.where(at)} and ${walls.isHeld(metric.sums, metric.station)}`;
  const distinct = scan.find((one) => one.metric.distinct)?.metric.distinct;
  const added = columns(scan, ({ metric: { amount } }) => (amount ? sql`sum(${amount})` : sql`count(*)`));
  if (distinct)
    return sql`select b0.line, ${value} as split, ${isSplit ? sql`max(${label})` : nothing} as label, ${unit} as unit, ${distinct} as x, ${added}
      from ${metric.from(at)} join b0 on b0.id = ${station} ${joining} ${where} group by ${isSplit ? sql`1, 2, 4, 5` : sql`1, 5`}`;
  const again = columns(scan, (_, total) => sql`sum(x1.${total})`, sql`sum(x1.n)`);
  const sum = sql`${added} from ${metric.from(at)} ${joining} ${where}`;
  if (!isSplit)
    return sql`select b0.line, ${nothing} as split, ${nothing} as label, ${nothing} as unit, ${again}
      from (select ${station} as station, ${sum} group by 1) x1 join b0 on b0.id = x1.station group by b0.line`;
  return sql`select b0.line, x1.split, max(x1.label) as label, x1.unit, ${again}
    from (select ${station} as station, ${value} as split, max(${label}) as label, ${unit} as unit, ${sum} group by 1, 2, 4) x1
    join b0 on b0.id = x1.station group by b0.line, x1.split, x1.unit`;
}

/** What is added of each metric of a scan, and `n`: how many rows. */
function columns(scan: Scan, added: (counted: Counted, total: Sql) => Sql, rows = sql`count(*)`): Sql {
  const totals = scan.map((counted, column) => sql`${added(counted, totalOf(column))} as ${totalOf(column)}`);
  return joined([...totals, sql`${rows} as n`], ', ');
}

function totalOf(column: number): Sql {
  return joined([sql`total`, numeral(column)], '');
}

/** Whether a metric has more than one figure in a line. */
function isApart(metric: Metric, { split }: Pick<ReportShape, 'split'>): boolean {
  return metric.unitOf !== undefined || (split !== null && metric.splits[split] !== undefined);
}

/**
 * A station as PostgreSQL has no statistics of it: those of the column are of all counties together, and it would take a county's rows
 * to be so few that sorting them were cheaper than hashing.
 */
function unguessed(station: Sql): Sql {
  return sql`nullif(${station}, '00000000-0000-0000-0000-000000000000'::uuid)`;
}

/** What a figure is told by: its metric, and the value of the split and the unit where there are several. */
interface Told {
  side: number;
  index: number;
  /** The place of the metric in its scan. */
  column: number;
  isApart: boolean;
}

/** The figures of the lines and, beside them, of the total: added, or counted anew. */
function figures(name: Sql, metric: Metric, { side, index, column, isApart: isSplit }: Told): Sql {
  const head = sql`${int(side)} as side, ${int(index)} as metric`;
  const apart = isSplit
    ? sql`x1.split, max(x1.label) as label, x1.unit`
    : sql`null::text as split, null::text as label, null::text as unit`;
  const also = isSplit ? sql`, x1.split, x1.unit` : sql``;
  if (metric.distinct) {
    const once = isSplit
      ? sql`(select x2.split, max(x2.label) as label, x2.unit from ${name} x2 group by x2.split, x2.unit, x2.x) x1 group by x1.split, x1.unit`
      : sql`(select from ${name} x2 group by x2.x) x1`;
    return sql`select ${head}, x1.line, ${apart}, count(*)::text as value, count(*)::int as rows from ${name} x1 group by x1.line${also}
      union all select ${head}, null, ${apart}, count(*)::text, count(*)::int from ${once}`;
  }
  const total = sql`sum(x1.${totalOf(column)})`;
  const value = metric.isMean ? sql`(${total} / sum(x1.n))::text` : sql`${total}::text`;
  const sets = isSplit ? sql`(x1.line, x1.split, x1.unit), (x1.split, x1.unit)` : sql`(x1.line), ()`;
  // Over no rows the set of all of them would still be one row, whose sum is null and not nought.
  return sql`select ${head}, x1.line, ${apart}, ${value} as value, sum(x1.n)::int as rows from ${name} x1
    group by grouping sets (${sets}) having count(*) > 0`;
}

function int(value: number): Slot {
  return new Slot('int', () => value);
}
