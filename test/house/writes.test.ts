import { describe, expect, test } from '@jest/globals';
import { Station } from '../../api/tenancy/index.js';
import { app } from '../support/app.js';
import { asApplication, asOwner, refusalOf } from '../support/sql.js';
import { sourceFiles, sourceText } from './sources.js';

/** The only files that change rows by SQL of their own; everything else goes through the unit of work, which is audited. */
const writers = [
  /** Keys of repeated requests: not a record of anybody's work. */
  'api/access/idempotency.ts',
  'api/audit/seal.ts',
  'api/audit/writer.ts',
];

const writing =
  /\b(insert\s+into|update\s+"?\w+"?\s+(\w+\s+)?set|delete\s+from|truncate\s+(table\s+)?"?\w+|merge\s+into|copy\s+"?\w+"?\s+from)\b/i;
const aroundTheUnitOfWork =
  /\.(nativeInsert|nativeUpdate|nativeDelete|insertMany|insert|upsert|upsertMany|getKnex|getKysely)\(/;

/** What in a text writes round the unit of work. */
function writesIn(text: string): string | null {
  return writing.exec(text)?.[0] ?? aroundTheUnitOfWork.exec(text)?.[0] ?? null;
}

describe('writing', () => {
  test('by SQL happens in the few places that may', () => {
    const files = sourceFiles('api').filter((file) => !file.startsWith('api/database/migrations/'));
    const found = files.filter((file) => writesIn(sourceText(file)) !== null);
    expect(found).toEqual(writers);
  });

  test.each([
    'em.execute(`update "user" set name = ?`)',
    "em.execute('INSERT INTO station (id) values (?)')",
    'em.execute(`delete\n from session`)',
    "em.execute('truncate audit_entry')",
    'em.nativeUpdate(User, {}, {})',
    'em.upsertMany(User, rows)',
  ])('%s would be found', (text) => {
    expect(writesIn(text)).not.toBeNull();
  });

  test('credentials are written by the gate, and whoever asks it says what was done', () => {
    const asking = sourceFiles('api').filter((file) => /gate\.account_(create|password)\(/.test(sourceText(file)));
    const silent = asking.filter((file) => {
      return !file.startsWith('api/database/migrations/') && !/\bwrote\(|\.create\(User,/.test(sourceText(file));
    });
    expect(asking.length).toBeGreaterThan(2);
    expect(silent).toEqual([]);
  });

  test('outside an operation that somebody answers for is refused', async () => {
    const { orm } = await app();
    const em = orm.em.fork();
    const [row] = await asOwner<{ tenant_id: number; id: string }>(`select tenant_id, id from station limit 1`);
    await em.begin();
    await em.execute(`set local app.tenant = '${row?.tenant_id}'; set local app.stations = '*'`);
    const station = await em.findOneOrFail(Station, { tenantId: row?.tenant_id ?? 0, id: row?.id ?? '' });
    station.changedAt = new Date();
    await expect(em.flush()).rejects.toThrow(/audit scope/);
    await em.rollback();
  });

  test('an audit row can be neither changed nor removed, and its number and time are the database’s', async () => {
    await asApplication({ tenant: 1, stations: '*' }, async (client) => {
      for (const sql of [
        `update audit_entry set account = 'nobody'`,
        'delete from audit_entry',
        'truncate audit_entry',
        `insert into audit_entry (tenant_id, id, at) values (1, gen_random_uuid(), now())`,
        `update audit_seal set hash = ''`,
        'delete from audit_seal',
        `insert into security_event (id, kind, request_id, client) values (gen_random_uuid(), 'SIGNED_IN', '', '')`,
        'delete from security_event',
      ]) {
        expect([sql, await refusalOf(client, sql)]).toEqual([sql, expect.stringMatching(/^42501 permission denied/)]);
      }
    });
  });
});
