import { describe, expect, test } from '@jest/globals';
import { auditScope, recordChange } from '../../../api/audit/index.js';
import { TenantSession } from '../../../api/database/index.js';
import { User } from '../../../api/tenancy/index.js';
import { app } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const county = { tenantId: 1, reach: '*' as const, isPlatform: false };

/** Renames the county's administrator in a session, and ends it as told. */
async function renameAdmin(session: TenantSession, name: string, hasFailed = false): Promise<void> {
  const em = await session.em();
  const admin = await em.findOneOrFail(User, { tenantId: 1, account: 'admin@620981' });
  admin.name = name;
  try {
    await em.flush();
    await session.finish(hasFailed);
  } catch (error) {
    await session.finish(true);
    throw error;
  }
}

async function rowsNaming(text: string): Promise<unknown[]> {
  return asOwner(`select 1 from audit_entry where after::text like '%' || $1 || '%'`, [text]);
}

describe('a change that nobody answers for', () => {
  test('is not written', async () => {
    const session = new TenantSession((await app()).orm, county, false);
    await expect(renameAdmin(session, '无名')).rejects.toThrow(/outside an operation/);
    expect(await asOwner(`select 1 from "user" where name = '无名'`)).toEqual([]);
  });
});

describe('an operation that is rolled back', () => {
  test('takes its rows with it', async () => {
    const scope = auditScope({ requestId: 'r', client: 'test' });
    const session = () => app().then(({ orm }) => new TenantSession(orm, county, false, (em) => scope.attach(em)));
    await renameAdmin(await session(), '未成', true);
    expect(await rowsNaming('未成')).toEqual([]);
    await renameAdmin(await session(), '已成');
    expect(await rowsNaming('已成')).toHaveLength(1);
  });
});

describe('a change written by SQL', () => {
  test('is told with personal data masked and secrets left out', async () => {
    const scope = auditScope({ requestId: 'r', client: 'test' });
    const session = new TenantSession((await app()).orm, county, false, (em) => scope.attach(em));
    scope.tenantId = 1;
    scope.note = { act: 'personUpdate', reason: '更正' };
    const before = { phone: '13900001111', password: 'old' };
    const after = { phone: '13900002222', password: 'new' };
    await recordChange(await session.em(), scope, { record: 'Person', recordId: 'p1', before, after });
    await session.finish(false);
    const rows = await asOwner(`select act, reason, before, after from audit_entry where record_id = 'p1'`);
    const phones = { before: '139****1111', after: '139****2222' };
    expect(rows).toEqual([
      {
        act: 'personUpdate',
        reason: '更正',
        before: { phone: phones.before, password: '****' },
        after: { phone: phones.after, password: '****' },
      },
    ]);
  });
});
