/** What a file may hold; more is refused before it is looked into. */
export const most = {
  bytes: 8 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  cellCharacters: 500,
} as const;

/** What is wrong with a file as a whole. */
export type FileFault =
  | 'EMPTY'
  | 'OLD_EXCEL'
  | 'UNREADABLE'
  | 'NO_TEXT'
  | 'TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_SLOW';

/** A file as rows of cells, numbered as people see them. */
export interface ReadSheet {
  headings: string[];
  rows: { number: number; cells: string[] }[];
}
