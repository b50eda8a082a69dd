import type { Language } from '../kernel/index.js';
import { type MetricCell, MetricCounts, type MetricFacts, type Report, type ReportLine } from '../reports/index.js';
import type { Directory } from '../tenancy/index.js';
import type { FileColumn, FileValue } from './fileOut.js';

/** A report as a sheet: a row for each line and value of the split, the total first, and a column for each metric and unit. */
export interface ReportTable {
  columns: FileColumn[];
  rows: FileValue[][];
}

/** What stands over the columns of a report's file beside its metrics. */
export interface ReportHeadings {
  /** What the values of the split are called together; null where nothing is split. */
  split: string | null;
  /** What the figures are compared with; null where they are not. */
  compared: string | null;
}

/** Lays a report out for programs and spreadsheets: one figure a cell, and each line with its code and its town. */
export function reportTable(
  report: Report,
  tree: Directory,
  language: Language,
  { split, compared }: ReportHeadings,
): ReportTable {
  const said = words[language];
  const figures = report.metrics.flatMap((metric) => columnsOf(report, metric, compared, language));
  const places = placesOf(report, tree);
  const hasTowns = [...places.values()].some(({ town }) => town !== null);
  const parts = partsOf(report);
  const text = (heading: string): FileColumn => ({ heading, kind: 'text' });
  const columns = [
    text(said.code),
    ...(hasTowns ? [text(said.town)] : []),
    text(said.place),
    ...(split === null ? [] : [text(split)]),
    ...figures.map(({ column }) => column),
  ];
  const rows = [report.total, ...report.lines].flatMap((line) => {
    const { code = null, town = null } = places.get(line) ?? {};
    const place = [code, ...(hasTowns ? [town] : []), line.label];
    return parts.map(({ value, name }) => [
      ...place,
      ...(split === null ? [] : [name]),
      ...figures.map(({ figureIn }) => figureIn(line, value)),
    ]);
  });
  return { columns, rows };
}

const words = {
  zh: { code: '单位代码', town: '所属乡镇', place: '单位', hidden: '隐去', recounted: '合计重新计算' },
  en: { code: 'Code', town: 'Town', place: 'Place', hidden: 'hidden', recounted: 'total counted anew' },
};

/** A metric as its heading says it, with its unit, and whether the lines do not add up to the total. */
function headingOf({ name, isAdditive }: MetricFacts, unit: string, language: Language): string {
  const said = words[language].recounted;
  if (language === 'zh') return `${name.zh}（${isAdditive ? unit : `${unit}，${said}`}）`;
  return `${name.en} (${isAdditive ? unit : `${unit}, ${said}`})`;
}

interface Figures {
  column: FileColumn;
  figureIn(line: ReportLine, part: string | null): FileValue;
}

/** The columns of a metric: one for each unit, for units are never added, and beside it what it is compared with. */
function columnsOf(report: Report, metric: MetricFacts, compared: string | null, language: Language): Figures[] {
  const own = cellsOf(report, metric);
  const isWhole = isUnparted(own);
  const kind = metric.counts === MetricCounts.MONEY ? 'money' : 'number';
  const units = [...new Set(own.map(({ unit }) => unit))];
  const nothing = units.length === 1 && isCount(metric) ? '0' : null;
  return units.flatMap((unit): Figures[] => {
    const cellOf = ({ cells }: ReportLine, part: string | null): MetricCell | undefined =>
      cells.find((cell) => cell.metric === metric.key && cell.unit === unit && (isWhole || cell.split === part));
    const heading = headingOf(metric, unit, language);
    const figureIn: Figures['figureIn'] = (line, part) => {
      const cell = cellOf(line, part);
      return cell?.isHidden ? words[language].hidden : cell ? cell.value : nothing;
    };
    const before: Figures['figureIn'] = (line, part) => {
      const cell = cellOf(line, part);
      return cell ? cell.compared : nothing;
    };
    const now = { column: { heading, kind }, figureIn } as const;
    if (compared === null) return [now];
    const colon = language === 'zh' ? '：' : ': ';
    return [now, { column: { heading: `${compared}${colon}${heading}`, kind }, figureIn: before }];
  });
}

/** Whether a metric says nought where it found nothing; a mean of nothing is none. */
function isCount({ isAdditive, counts }: MetricFacts): boolean {
  return isAdditive || counts === MetricCounts.PEOPLE || counts === MetricCounts.HOUSEHOLDS;
}

/** The values of the split that turn up in any metric, in the order of the cells; records without a value come last. */
function partsOf(report: Report): { value: string | null; name: string | null }[] {
  const parted = report.metrics.map((metric) => cellsOf(report, metric)).filter((cells) => !isUnparted(cells));
  const found = new Map(parted.flat().map((cell) => [cell.split, cell.splitName]));
  if (found.size === 0) return [{ value: null, name: null }];
  const parts = [...found].map(([value, name]) => ({ value, name }));
  const isNone = ({ value }: { value: string | null }) => value === null || value === 'NONE';
  return [...parts.filter((part) => !isNone(part)), ...parts.filter(isNone)];
}

function cellsOf({ total }: Report, { key }: MetricFacts): MetricCell[] {
  return total.cells.filter(({ metric }) => metric === key);
}

/** Whether a metric has no values of the split: nothing is split, or nothing was found, and its one cell stands for each value. */
function isUnparted(cells: readonly MetricCell[]): boolean {
  return cells.every(({ split }) => split === null) && new Set(cells.map(({ unit }) => unit)).size === cells.length;
}

/** The code of each line, and the town that it lies in where it is a village. */
function placesOf({ lines }: Report, tree: Directory) {
  return new Map(
    lines.map((line): [ReportLine, { code: string | null; town: string | null }] => {
      const placed = line.at ? tree.get(line.at.id) : undefined;
      const town = placed?.station.level === 'VILLAGE' ? tree.path(placed.station.id).at(-1)?.name : undefined;
      return [line, { code: placed?.station.code ?? null, town: town ?? null }];
    }),
  );
}
