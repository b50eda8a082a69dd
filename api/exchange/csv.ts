/** The cells of a text in rows; quotes as RFC 4180 has them, and the delimiter that its first line uses most. Null where a quote never ends. */
export function csvRows(text: string): string[][] | null {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter);
    if (!cell) return null;
    row.push(cell.value);
    at = cell.next;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

function delimiterOf(text: string): string {
  const line = text.slice(0, 4_000).split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((mark): [string, number] => [mark, line.split(mark).length]);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function plain(text: string, from: number, delimiter: string): { value: string; next: number } {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}

/** A cell in quotes; what follows them up to the next mark belongs to it, as spreadsheets have it. */
function quoted(text: string, from: number, delimiter: string): { value: string; next: number } | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return null;
    value += text.slice(at, end);
    if (text[end + 1] !== '"') {
      const rest = plain(text, end + 1, delimiter);
      return { value: value + rest.value, next: rest.next };
    }
    value += '"';
    at = end + 2;
  }
}
