import type { Asker } from './question.js';

/** What is known when a plan runs: who asks, and the coerced arguments of each field that takes some, by its number in the plan. */
export interface Frame {
  readonly asker: Asker;
  readonly args: readonly Readonly<Record<string, unknown>>[];
  /** What the arguments of a nested list do wrong, by the number of its complaint; an error is made when it is told. */
  readonly complaints: Map<number, () => unknown>;
  /** The record that a mutation has written, where its payload is read. */
  readonly written?: string;
}

/** A value that is known when the plan runs, with the SQL type it is sent as. However often it is used, it is one `$n`. */
export class Slot {
  constructor(
    readonly type: string,
    readonly read: (frame: Frame) => unknown,
    /** The number of the field whose argument it is, and so may throw what the asker did wrong; null for everything else. */
    readonly field: number | null = null,
  ) {}
}

type Part = string | Slot | Sql;

/** A piece of SQL: constant text, slots, and other pieces. Values never become text. */
export class Sql {
  constructor(readonly parts: readonly Part[]) {}
}

/** Writes SQL; what is put in must be a slot or another piece. */
export function sql(texts: TemplateStringsArray, ...put: readonly (Slot | Sql)[]): Sql {
  return new Sql(texts.flatMap((text, i) => (put[i] === undefined ? [text] : [text, put[i]])));
}

/** A quoted name out of the metadata or the schema. */
export function quoted(name: string): Sql {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new Error(`${name} cannot be a name in SQL.`);
  return new Sql([`"${name}"`]);
}

/** A text of the schema or the code, such as the name of a type, as a literal. */
export function literal(text: string): Sql {
  if (!/^[\w .:-]*$/.test(text)) throw new Error(`${text} cannot be a literal in SQL.`);
  return new Sql([`'${text}'`]);
}

/** Pieces side by side. */
export function joined(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
}

/** All conditions together; none is true. */
export function all(conditions: readonly (Sql | null)[]): Sql {
  const held = conditions.filter((one) => one !== null);
  return held.length === 0 ? sql`true` : new Sql(['(', joined(held, ') and ('), ')']);
}

/** Any of the conditions; none is false. */
export function any(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`false` : new Sql(['((', joined(conditions, ') or ('), '))']);
}

/** The text with `$1…`, and the slots in that order. */
export function print(piece: Sql): { text: string; slots: Slot[] } {
  const texts: string[] = [];
  const numbers = new Map<Slot, number>();
  const write = (part: Part): void => {
    if (typeof part === 'string') texts.push(part);
    else if (part instanceof Sql) part.parts.forEach(write);
    else {
      const number = numbers.get(part) ?? numbers.size + 1;
      numbers.set(part, number);
      texts.push(`$${number}::${part.type}`);
    }
  };
  write(piece);
  return { text: texts.join(''), slots: [...numbers.keys()] };
}
