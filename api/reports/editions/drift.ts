import type { Directory } from '../../tenancy/index.js';
import type { MetricCell, Report, ReportLine } from '../report.js';
import { DriftCell, EditionDrift } from './edition.input.js';

/** A cell with the line in which it stands. */
interface Standing {
  line: ReportLine;
  cell: MetricCell;
}

/** The cells whose figure differs between two reports of one question, in the order of the first; what only one of them has is told too. */
export function driftOf(was: Report, now: Report, tree: Directory): EditionDrift {
  const [before, after] = [cellsOf(was), cellsOf(now)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const cells = keys.flatMap((key) => {
    const [old, live] = [before.get(key), after.get(key)];
    const { line, cell } = old ?? (live as Standing);
    if (isSame(old?.cell.value, live?.cell.value)) return [];
    const { metric, split, splitName, unit } = cell;
    const values = { was: old?.cell.value ?? null, now: live?.cell.value ?? null };
    const at = { line: line.label, station: (line.at && tree.get(line.at.id)?.station) ?? null };
    return [Object.assign(new DriftCell(), { metric, split, splitName, unit, ...at, ...values })];
  });
  const totalsLast = [...cells.filter(({ station }) => station), ...cells.filter(({ station }) => !station)];
  return Object.assign(new EditionDrift(), { count: cells.length, cells: totalsLast });
}

/** A cell that is not there is like one that says nought: a new value of the split makes a column, whose other lines are noughts. */
function isSame(was: string | null | undefined, now: string | null | undefined): boolean {
  if (was === undefined || now === undefined) return Number(was ?? now ?? 0) === 0;
  if (was === null || now === null) return was === now;
  return Number(was) === Number(now);
}

function cellsOf({ lines, total }: Report): Map<string, Standing> {
  const of = (line: ReportLine) =>
    line.cells.map((cell): [string, Standing] => {
      const at = [line.at?.id ?? null, cell.metric, cell.split, cell.facts.unit];
      return [JSON.stringify(at), { line, cell }];
    });
  return new Map([...lines, total].flatMap(of));
}
