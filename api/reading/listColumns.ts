import type { Day, Message } from '../kernel/index.js';

/** One column of a list that is taken out as a file. */
export interface ListColumn {
  /** Fields of GraphQL from the row down, by dots: `station.parent.name`. Through a list, all its values stand side by side. */
  field: string;
  says: Message;
  /** Of a list on the way, the items that count: the fields this looks at, and whether one counts today. */
  only?: { fields: readonly string[]; counts(item: Readonly<Record<string, unknown>>, today: Day): boolean };
}

/** What a list is as a file: said once in the room of its records, beside the list itself. */
export interface ListColumns {
  /** The root field that answers the list, or `course.enrolments` where it hangs on one record. */
  list: string;
  says: Message;
  columns: readonly ListColumn[];
}

type Line = readonly [field: string, zh: string, en: string, only?: ListColumn['only']];

/** The columns of a list, a line each. */
export function listColumns(list: string, says: Message, lines: readonly Line[]): ListColumns {
  const columns = lines.map(([field, zh, en, only]) => ({ field, says: { zh, en }, ...(only && { only }) }));
  return { list, says, columns };
}

/** Items that hold from a day to the day before another. */
export const inForceToday: ListColumn['only'] = {
  fields: ['validFrom', 'validTo'],
  counts: ({ validFrom, validTo }, today) =>
    String(validFrom) <= today && (validTo === null || String(validTo) > today),
};
