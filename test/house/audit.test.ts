import { describe, expect, test } from '@jest/globals';
import { sourceFiles, sourceText } from './sources.js';

/** Writes that go past the unit of work, and with it past the audit's subscriber. */
const native =
  /\binsert into\b|\bupdate [a-z_"]+ set\b|\bdelete from\b|gate\.account_|\.native(Insert|Update|Delete)\(|\.(insertMany|upsert|upsertMany|createQueryBuilder)\(/;

/** What tells the audit of such a write. */
const told = /\bwrote\(|\brecordChange\(/;

/** Files that write past the unit of work and owe no row, with why. */
const owesNone: Readonly<Record<string, string>> = {
  'api/access/idempotency.ts': 'remembers requests, which are no records',
  'api/audit/writer.ts': 'is the audit',
  'api/audit/seal.ts': 'seals the audit',
  'api/tenancy/person.ts': 'enters the account with its user, whose row tells of both',
};

/** The files that write past the audit. */
function unaudited(files: readonly (readonly [name: string, text: string])[]): string[] {
  return files
    .filter(([name, text]) => native.test(text) && !told.test(text) && !(name in owesNone))
    .map(([name]) => name);
}

describe('every write is audited', () => {
  const files = sourceFiles('api')
    .filter((file) => !file.startsWith('api/database/migrations/'))
    .map((file) => [file, sourceText(file)] as const);

  test('by the unit of work, or by word of whoever writes past it', () => {
    expect(unaudited(files)).toEqual([]);
  });

  test('and whoever is let off still writes', () => {
    const writers = files.filter(([, text]) => native.test(text)).map(([name]) => name);
    expect(Object.keys(owesNone).filter((name) => !writers.includes(name))).toEqual([]);
  });

  test.each([
    ['SQL', 'await em.execute(`update station set code = ?`)'],
    ['a bulk write', 'await em.nativeDelete(Station, {})'],
    ['a gate', "await em.execute('select gate.account_password(?)')"],
  ])('a planted %s is found', (_what, text) => {
    expect(unaudited([['api/tenancy/planted.ts', text]])).toEqual(['api/tenancy/planted.ts']);
    expect(unaudited([['api/tenancy/planted.ts', `${text}; await ctx.wrote({})`]])).toEqual([]);
  });
});
