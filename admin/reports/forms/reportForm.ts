import type { Retirable } from '../Retiring.js';
import type { ReportFigure } from '../reportFigure.js';
import type { WholeKept } from '../whole.js';

/** A form as its page reads it. */
export interface ReportForm extends WholeKept, Retirable {
  title: string;
}

/** A cell of a form that is filled in; rows and columns from 1. */
export interface FilledCell {
  at: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  isHead: boolean;
  figure: ReportFigure | null;
}

/** A form that is filled in. */
export interface Filled {
  title: string;
  from: string;
  to: string;
  asOf: string;
  rowCount: number;
  widths: number[];
  station: { id: string; name: string };
  cells: FilledCell[];
}

/** The cells of a row from left to right, with an empty one (null) at each place that none covers. */
export function rowOf({ cells, widths }: Filled, row: number): (FilledCell | null)[] {
  const covering = (column: number) =>
    cells.find(
      (one) =>
        row >= one.row && row < one.row + one.rowSpan && column >= one.column && column < one.column + one.columnSpan,
    );
  return widths.flatMap((_, i) => {
    const cell = covering(i + 1);
    if (!cell) return [null];
    return cell.row === row && cell.column === i + 1 ? [cell] : [];
  });
}
