import { type Connection, OrderDirection, pageOf } from '../kernel/index.js';
import { type ListAsked, shownOf } from './connection.js';
import { cursorValues } from './cursor.js';
import { type List, orderOf } from './list.js';

/**
 * A page of a list whose rows are in memory already, such as a county's tree, cut as the compiler would cut it. `textOf` is the text
 * that a row is ordered by.
 */
export async function readSlice<T extends { id: string }, F extends object>(
  list: List<T, F>,
  read: () => Promise<readonly T[]>,
  asked: Pick<ListAsked<F>, 'page' | 'orderBy'>,
  textOf: (row: T, property: string) => string,
): Promise<Connection<T>> {
  const page = pageOf(asked.page);
  const order = orderOf(list, asked.orderBy);
  const sign = order.direction === OrderDirection.ASC ? 1 : -1;
  const compare = (a: Place, b: Place): number => sign * (byBytes(a.value, b.value) || byBytes(a.id, b.id));
  const after = page.after === null ? null : placeOf(cursorValues(order, 'text', page.after));
  const rows = await read();
  const placed = rows
    .map((node) => ({ value: textOf(node, order.property), id: node.id, node }))
    .sort((a, b) => compare(a, b));
  const later = after === null ? placed : placed.filter((one) => compare(one, after) > 0);
  const shown = later.slice(page.offset, page.offset + page.first + 1);
  return { ...shownOf(order, page, shown), totalCount: rows.length };
}

interface Place {
  value: string;
  id: string;
}

function placeOf([value, id]: [unknown, string]): Place {
  return { value: String(value), id: id.toLowerCase() };
}

/** As the database compares texts in the collation "C". */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
