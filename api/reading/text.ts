import { badInput } from '../kernel/index.js';
import type { Condition } from './condition.js';
import { all, any, sql } from './sql.js';

const beyondEverything = '\u{10FFFF}';

/** The texts that begin with the same letter or digit as a search; all texts for one that begins with neither. */
function sameLetter(text: string): readonly [string, string] {
  const [letter] = /^[a-z0-9]/.exec(searchOf(text).toLowerCase()) ?? [];
  return letter ? [letter, String.fromCharCode(letter.charCodeAt(0) + 1)] : ['', beyondEverything];
}

/**
 * Texts that begin so: the title as typed, its pinyin and initials without spaces and in small letters. Ranges, for under row security
 * a free search uses no index (data rule 6). A title that begins with a letter or a digit is spelled with the same, and so are the
 * initials: an order by pinyin need not look further.
 */
export function beginsWith(
  asTyped: string,
  ...spelled: readonly [pinyin: string, initials: string]
): Condition<string> {
  const ends = (text: string) => [text, `${text}${beyondEverything}`] as const;
  const typed = (text: string) => ends(searchOf(text));
  const plain = (text: string) => ends(searchOf(text).toLowerCase().replace(/\s+/g, ''));
  return {
    query: (text) => {
      if (!text.trim()) return null;
      const range = ([from, below]: readonly [string, string]) => ({ $gte: from, $lt: below });
      return { $or: [{ [asTyped]: range(typed(text)) }, ...spelled.map((p) => ({ [p]: range(plain(text)) }))] };
    },
    sql: (row, given) => {
      const range = (property: string, of: typeof typed) => {
        const [from, below] = [0, 1].map((i) => given.slot('text', (text: never) => of(text)[i]));
        const column = row.column(property);
        return from && below ? sql`${column} >= ${from} and ${column} < ${below}` : sql`true`;
      };
      return any([range(asTyped, typed), ...spelled.map((p) => range(p, plain))]);
    },
    bound: (row, given) => {
      const [from, below] = [
        given.slot('text', (t: string) => sameLetter(t)[0]),
        given.slot('text', (t: string) => sameLetter(t)[1]),
      ];
      const pinyin = row.column(spelled[0]);
      return sql`${pinyin} >= ${from} and ${pinyin} < ${below}`;
    },
  };
}

/** A search as it may be used, or a refusal; an empty one finds everything. */
export function searchOf(text: string): string {
  const search = text.trim();
  if ([...search].length > 50)
    throw badInput({ zh: '搜索词最多 50 个字。', en: 'A search is at most 50 characters.' }, ['where', 'search']);
  if (search.includes('\u0000')) {
    const says = { zh: '搜索词含有控制字符。', en: 'The search contains control characters.' };
    throw badInput(says, ['where', 'search']);
  }
  return search;
}

/** A text by value, at most 100 of them, or by its beginning. */
export function textIs(property: string): Condition<{ in?: readonly string[] | null; startsWith?: string | null }> {
  const few = (values: readonly string[]) => {
    if (values.length <= 100) return [...values];
    throw badInput({ zh: '最多列出 100 个值。', en: 'At most 100 values.' }, ['where', property, 'in']);
  };
  const beginning = startsWith(property);
  return {
    query: (value, asker) => {
      const isIn = value.in ? [{ [property]: { $in: few(value.in) } }] : [];
      const begins = value.startsWith ? [beginning.query(value.startsWith, asker) as object] : [];
      return { $and: [...isIn, ...begins] };
    },
    sql: (row, given) => {
      const [values, start] = [given.get('in'), given.get('startsWith')];
      const isIn = values.isSet ? sql`${row.column(property)} = any(${values.slot('text[]', few)})` : null;
      return all([isIn, start.isSet ? beginning.sql(row, start) : null]);
    },
  };
}

/** How a text begins, at most 80 characters; the column compares by bytes, so that a range is a beginning. */
export function startsWith(property: string): Condition<string> {
  const few = (start: string) => {
    if (start.length <= 80) return start;
    throw badInput({ zh: '最多 80 个字符。', en: 'At most 80 characters.' }, ['where', property]);
  };
  return {
    query: (start) => (start ? { [property]: { $gte: few(start), $lt: `${start}${beyondEverything}` } } : null),
    sql: (row, given) => {
      const from = given.slot('text', few);
      const below = given.slot('text', (start: string) => `${start}${beyondEverything}`);
      return sql`${row.column(property)} >= ${from} and ${row.column(property)} < ${below}`;
    },
  };
}
