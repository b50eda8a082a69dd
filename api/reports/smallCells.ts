/**
 * Small cells: an outside reader is not shown a count of people or households, or of
 * records of theirs such as person-times, from 1 to 4, nor a mean over so few, for it would speak
 * of somebody. Where one cell alone were hidden in a column of lines, or among the values of a split, the total would tell it; so the
 * next smallest is hidden with it.
 */
export const smallestShown = 5;

/** A table of numbers: a row for each line and last of all the total; a column for each value of the split. */
export type Counts = readonly (readonly number[])[];

/** Which cells of a metric are hidden, in the same order. */
export function hiddenOf(counts: Counts): boolean[][] {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < smallestShown));
  for (let more = true; more; ) more = hideInColumns(counts, hidden) || hideInRows(counts, hidden);
  return hidden;
}

function hideInColumns(counts: Counts, hidden: boolean[][]): boolean {
  const total = counts.length - 1;
  return (counts[0] ?? []).some((_, column) => {
    const lines = counts.slice(0, total).map((row, line) => ({ row: line, column, count: row[column] ?? 0 }));
    const shown = lines.filter(({ row }) => !hidden[row]?.[column]);
    const isTotalHidden = Boolean(hidden[total]?.[column]);
    const count = lines.length - shown.length;
    if (isTotalHidden ? count > 0 : count !== 1) return false;
    return hideSmallest(shown, hidden) || (!isTotalHidden && hide({ row: total, column }, hidden));
  });
}

function hideInRows(counts: Counts, hidden: boolean[][]): boolean {
  return counts.some((row, line) => {
    const cells = row.map((count, column) => ({ row: line, column, count }));
    const shown = cells.filter(({ column }) => !hidden[line]?.[column]);
    return cells.length > 1 && cells.length - shown.length === 1 && hideSmallest(shown, hidden);
  });
}

/** Hides the smallest that is not nothing; a nothing where there is no other. */
function hideSmallest(cells: readonly { row: number; column: number; count: number }[], hidden: boolean[][]): boolean {
  const weight = (count: number) => (count === 0 ? Number.POSITIVE_INFINITY : count);
  const [smallest] = cells.toSorted((a, b) => weight(a.count) - weight(b.count));
  return smallest ? hide(smallest, hidden) : false;
}

function hide({ row, column }: { row: number; column: number }, hidden: boolean[][]): boolean {
  const cells = hidden[row];
  if (!cells || cells[column]) return false;
  cells[column] = true;
  return true;
}
