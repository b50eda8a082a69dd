/** A household of the village with what is typed beside it. */
export interface EntryRow {
  id: string;
  code: string;
  headName: string;
  amount: string;
  isSigned: boolean;
}

/** What was pasted, laid on the rows: how many found their household, and the lines that did not. */
export interface Pasted {
  rows: EntryRow[];
  placed: number;
  unknown: string[];
}

/**
 * Lays a paste from a spreadsheet on the rows. A line of two cells and more names its household by number or by the head's name, and
 * its last figure is the amount; lines of one cell go down from where they were pasted. A name that two heads bear is left for the person.
 */
export function pasted(rows: readonly EntryRow[], text: string, from: number): Pasted {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const next = rows.map((row) => ({ ...row }));
  const unknown: string[] = [];
  let placed = 0;
  lines.forEach((line, index) => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const amount = [...cells]
      .reverse()
      .find((cell) => /^[\d,]+(\.\d+)?$/.test(cell) && !rows.some(({ code }) => code === cell));
    const at = cells.length === 1 ? from + index : placeOf(rows, cells);
    const row = next[at];
    if (!row || amount === undefined) unknown.push(line.trim());
    else {
      row.amount = amount.replaceAll(',', '');
      placed += 1;
    }
  });
  return { rows: next, placed, unknown };
}

function placeOf(rows: readonly EntryRow[], cells: readonly string[]): number {
  const byCode = rows.findIndex(({ code }) => cells.includes(code));
  if (byCode >= 0) return byCode;
  const named = rows.flatMap(({ headName }, index) => (headName && cells.includes(headName) ? [index] : []));
  return named.length === 1 ? (named[0] as number) : -1;
}
