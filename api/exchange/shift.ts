import { ErrorCode } from '../kernel/index.js';
import { fieldFacts, ImportField } from './importField.js';
import { ImportOutcome, type RowResult } from './importRow.js';
import type { SheetRow } from './importSheet.js';

/** Fewer rows prove nothing. */
const fewest = 5;
const mostRenamed = 0.3;
/** Mistakes of form: what a cell of another column would cause. */
const ofForm = new Set<ErrorCode>([
  ErrorCode.INVALID,
  ErrorCode.TOO_LONG,
  ErrorCode.OUT_OF_RANGE,
  ErrorCode.NOT_FOUND,
  ErrorCode.REQUIRED,
]);

/** Which field looks as if its column had been shifted: known people would be renamed in numbers, or a whole column fails. */
export function shiftedField(
  rows: readonly SheetRow[],
  columns: readonly (ImportField | null)[],
  results: readonly RowResult[],
): ImportField | null {
  const failing = columns.find((field, i) => {
    if (field === null) return false;
    const filled = results.filter((_, row) => rows[row]?.cells[i]);
    const isWrong = ({ faults }: RowResult) => faults.some((one) => one.field === field && ofForm.has(one.code));
    return filled.length >= fewest && filled.every(isWrong);
  });
  return failing ?? (isRenaming(results) ? ImportField.NAME : null);
}

/** Rows that change something or nothing speak of people who are known. */
function isRenaming(results: readonly RowResult[]): boolean {
  const known = results.filter(({ outcome }) => outcome === ImportOutcome.UPDATE || outcome === ImportOutcome.SKIP);
  const renamed = known.filter(({ changes }) => changes.some(({ field }) => field === ImportField.NAME));
  return known.length >= fewest && renamed.length > known.length * mostRenamed;
}

/** The heading of a field's column, or the field's own name. */
export function headingOf(
  field: ImportField,
  columns: readonly { heading: string; field: ImportField | null }[],
): string {
  return columns.find((column) => column.field === field)?.heading ?? fieldFacts[field].says.zh;
}
