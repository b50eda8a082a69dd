import { v7 as newId } from 'uuid';

/** Stands in a body for an id that is new at every sending; the same word is the same id within one body. `code` is a number of 20 signs. */
export const idOf = (word: string) => `#new.${word}#`;

/** Prepares a body once and answers it with new ids at every call, for servers that leave the ids of rows to their clients. */
export function withNewIds(body: string): () => string {
  const parts = body.split(/#new\.(\w+)#/);
  if (parts.length === 1) return () => body;
  return () => {
    const ids = new Map<string, string>();
    return parts.map((part, index) => (index % 2 === 0 ? part : idFor(ids, part))).join('');
  };
}

/** The time and the chance of an id, which no other has. */
function numberOf(id: string): string {
  const digits = id.replaceAll('-', '');
  return digits.slice(0, 12) + digits.slice(-8);
}

function idFor(ids: Map<string, string>, word: string): string {
  const id = ids.get(word) ?? (word === 'code' ? numberOf(newId()) : newId());
  ids.set(word, id);
  return id;
}
