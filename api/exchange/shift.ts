import { ErrorCode } from '../kernel/index.js';
import { fieldFacts, ImportField } from './importField.js';
import { ImportOutcome } from './importRow.js';
import type { SheetRow } from './importSheet.js';
import type { Verdict } from './judge.js';

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
  verdicts: readonly Verdict[],
): ImportField | null {
  const failing = columns.find((field, i) => {
    if (field === null) return false;
    const filled = verdicts.filter((_, row) => rows[row]?.cells[i]);
    const isWrong = ({ faults }: Verdict) => faults.some((one) => one.field === field && ofForm.has(one.code));
    return filled.length >= fewest && filled.every(isWrong);
  });
  return failing ?? (isRenaming(verdicts) ? ImportField.NAME : null);
}

function isRenaming(verdicts: readonly Verdict[]): boolean {
  const known = verdicts.filter(({ person, outcome }) => person !== null && outcome !== ImportOutcome.FAIL);
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
