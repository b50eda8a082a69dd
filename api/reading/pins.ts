/**
 * The check under the planner and above row security: every mention of a table that holds rows of many counties must be pinned to the
 * asker's county by a parameter (data rule 2), and nothing else may be read from. A statement that fails it is never sent.
 */
export function checkPins(text: string, pinned: ReadonlySet<string>): void {
  for (const [, what = ''] of text.matchAll(/(?<!\bdistinct )\b(?:from|join)\s+(\(|[^\s(),]+)/gi)) {
    if (!isTable.test(what) && !isOther.test(what))
      throw new Error(`A plan reads from ${what}, which is no table with a name of its own.`);
  }
  for (const [, table = '', name] of text.matchAll(/public\."(\w+)"(?:\s+([a-z]\d+)\b)?/g)) {
    if (!pinned.has(table)) continue;
    if (!name || !new RegExp(`\\b${name}\\.tenant_id = \\$\\d+::int\\b`).test(text))
      throw new Error(`A plan reads ${table} without pinning it to the county.`);
  }
}

const isTable = /^public\."\w+"$/;

/** Sub-selects, laterals, pages that were cut, steps of a recursion, values of the asker, and functions that take the county as an argument. */
const isOther = /^(\(|lateral|distinct|[a-z]\d+|unnest|jsonb_each_text|jsonb_to_recordset|gate\.\w+)$/i;
