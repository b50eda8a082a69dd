import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { badInput, type Message, Refused } from '../kernel/index.js';

/** What a document may hold; more is refused before anything is read. */
export const most = {
  tokens: 1_000,
  depth: 12,
  aliases: 20,
  directives: 20,
  first: 100,
  offset: 10_000,
  searchCharacters: 100,
  listed: 100,
} as const;

function over(limit: keyof typeof most, found: number, says: Message): Refused {
  return new Refused('BAD_USER_INPUT', says, { limit, most: most[limit], found });
}

const bounded = new WeakSet<DocumentNode>();

/**
 * Refuses a document that is too deep, or has too many aliases or directives. Introspection is not counted in the depth. A document
 * that has passed once is not looked at again.
 */
export function checkDocument(document: DocumentNode): void {
  if (bounded.has(document)) return;
  checkCounts(document);
  checkDepth(document);
  bounded.add(document);
}

function checkCounts(document: DocumentNode): void {
  const found = { aliases: 0, directives: 0 };
  visit(document, {
    Field: (node) => {
      if (node.alias) found.aliases += 1;
    },
    Directive: () => {
      found.directives += 1;
    },
  });
  if (found.aliases > most.aliases) {
    throw over('aliases', found.aliases, {
      zh: `查询里的别名不能超过 ${most.aliases} 个。`,
      en: `A document may have at most ${most.aliases} aliases.`,
    });
  }
  if (found.directives > most.directives) {
    throw over('directives', found.directives, {
      zh: `查询里的指令不能超过 ${most.directives} 个。`,
      en: `A document may have at most ${most.directives} directives.`,
    });
  }
}

function checkDepth(document: DocumentNode): void {
  const depth = depthOf(document);
  if (depth > most.depth) {
    throw over('depth', depth, {
      zh: `查询嵌套不能超过 ${most.depth} 层。`,
      en: `A document may be nested at most ${most.depth} levels deep.`,
    });
  }
}

/** How deep the deepest field of a document lies; the root fields are at 1. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  const known = new Map<string, number>();
  for (const d of document.definitions) {
    if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d.selectionSet);
  }
  const under = (set: SelectionSetNode | undefined): number =>
    Math.max(0, ...(set?.selections ?? []).map((selection) => depthAt(selection)));
  const depthAt = (selection: SelectionSetNode['selections'][number]): number => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value.startsWith('__') ? 1 : 1 + under(selection.selectionSet);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return under(selection.selectionSet);
    const name = selection.name.value;
    const depth = known.get(name) ?? under(fragments.get(name));
    known.set(name, depth);
    return depth;
  };
  return Math.max(
    0,
    ...document.definitions.map((d) => (d.kind === Kind.OPERATION_DEFINITION ? under(d.selectionSet) : 0)),
  );
}

/** Refuses arguments that are out of bounds wherever they stand: pages, search terms, lists of values, text with a null byte. */
export function checkArguments(values: unknown, path: readonly string[] = []): void {
  if (values === null || typeof values !== 'object' || values instanceof Date) return;
  for (const [name, value] of Object.entries(values)) {
    const here = Array.isArray(values) ? path : [...path, name];
    checkValue(name, value, here);
    checkArguments(value, here);
  }
}

function checkValue(name: string, value: unknown, path: readonly string[]): void {
  if (name === 'first' || name === 'offset') {
    if (typeof value === 'number' && (value < 0 || value > most[name])) {
      throw badInput(
        { zh: `${name} 须在 0 到 ${most[name]} 之间。`, en: `\`${name}\` must be between 0 and ${most[name]}.` },
        path,
      );
    }
  } else if (name === 'search' || name === 'startsWith' || name === 'after') {
    const bound = name === 'after' ? 2_000 : most.searchCharacters;
    if (typeof value === 'string' && (value.length > bound || value.includes('\0'))) {
      throw badInput(
        { zh: `${name} 最多 ${bound} 个可见字符。`, en: `\`${name}\` is at most ${bound} printable characters.` },
        path,
      );
    }
  } else if (typeof value === 'string' && value.includes('\0')) {
    throw badInput({ zh: '含有不可见的控制字符。', en: 'Contains a control character.' }, path);
  } else if (name === 'in' && Array.isArray(value) && value.length > most.listed) {
    throw badInput({ zh: `in 最多列 ${most.listed} 个值。`, en: `\`in\` takes at most ${most.listed} values.` }, path);
  }
}

/** Whether a document asks for the schema itself, rather than for records. */
export function asksSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: (node) => {
      if (node.name.value === '__schema' || node.name.value === '__type') found = true;
    },
  });
  return found;
}
