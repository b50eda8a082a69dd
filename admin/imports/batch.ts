import type { RaRecord } from 'react-admin';

export type ImportState = 'UPLOADED' | 'CHECKED' | 'COMMITTED' | 'UNDONE';

/** What may come of a row, in the order in which the check shows it. */
export const OUTCOMES = ['FAIL', 'UPDATE', 'CREATE', 'SKIP'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a column may be, in the order of the template. */
export const FIELDS = [
  'HOUSEHOLD_CODE',
  'VILLAGE',
  'ADDRESS',
  'STATUS',
  'STATUS_FROM',
  'RELATION',
  'NAME',
  'ID_NUMBER',
  'BIRTH_DAY',
  'SEX',
  'PHONE',
  'CAN_WORK',
  'IS_STUDENT',
  'SINCE',
] as const;

export interface Column {
  number: number;
  heading: string;
  field: string | null;
}

/** A file as the console reads it. */
export interface Batch extends RaRecord {
  id: string;
  version: number;
  fileName: string;
  state: ImportState;
  rowCount: number;
  createdCount: number;
  updatedCount: number;
  skippedCount: number;
  failedCount: number;
  householdCount: number;
  isShifted: boolean;
  shiftedColumn: string | null;
  committedAt: string | null;
  undoneAt: string | null;
  undoReason: string | null;
  sameAs: { id: string } | null;
  station: { id: string; name: string } | null;
  columns: Column[];
  corrections: Correction[];
}

/** A cell that was corrected here. */
export interface Correction {
  id: string;
  row: number;
  column: number;
  before: string | null;
  after: string | null;
  enteredBy: string;
  createdAt: string;
}

/** A row with what comes of it. */
export interface Row {
  number: number;
  householdCode: string | null;
  name: string | null;
  outcome: Outcome | null;
  faults: {
    field: string;
    column: number | null;
    value: string | null;
    code: string;
    message: string;
    suggestion: string | null;
  }[];
  changes: { field: string; before: string | null; after: string | null }[];
}

/** How many rows come to an outcome. */
export function countOf(batch: Batch, outcome: Outcome): number {
  const counts = {
    FAIL: batch.failedCount,
    UPDATE: batch.updatedCount,
    CREATE: batch.createdCount,
    SKIP: batch.skippedCount,
  };
  return counts[outcome];
}
