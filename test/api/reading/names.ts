import type { Random } from './random.js';

/** Aliases that a statement built with care survives, and one built by pasting does not. */
const hostile = [
  ...['obj', 'json', 'data', 'row', 'nodes', 'id', 'tenant_id', 'order', 'select', '_', '__x', 'from', 'where', 'user'],
  ...['value', 'key', 'count', 'totalCount', 'name', 'kind', 'state', 'version', 'station', 'null', 'true', 'public'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'toJSON',
    'then',
    'errors',
    'path',
    't0',
    'c1',
  ],
  ...['ID', 'Name', 'STATION', 'default', 'as', 'on', 'query', 'fragment', 'page', 'edges', 'cursor', 'a', 'j', 'x1'],
];

/** PostgreSQL cuts a name after 63 bytes. */
const stem = 'a'.repeat(63);
const long = [`${stem}b`, `${stem}c`, `${stem}bb`, 'n'.repeat(64), 'Z'.repeat(200), `${'_'.repeat(70)}x`];

/** A name to answer a field under; `isLong`: one that PostgreSQL would cut, and mostly to the same. */
export function alias(random: Random, isLong: boolean): string {
  return random.pick(isLong || random.chance(0.1) ? long : hostile);
}
