import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { TenantSession } from '../../../api/database/index.js';
import { actors } from '../../support/actors.js';
import { app } from '../../support/app.js';
import { asCounty } from '../../support/database.js';
import { approved } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const tables = [
  'programme',
  'training_programme',
  'job_programme',
  'industry_programme',
  'programme_step',
  'programme_revision',
];

describe('the database itself', () => {
  test.each(tables)('without a context the application sees no row of %s', async (table) => {
    const { appUrl } = await app();
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    const { rows } = await client.query(`select count(*)::int as n from ${table}`).finally(() => client.end());
    expect(rows).toEqual([{ n: 0 }]);
    const [all] = await asOwner<{ n: number }>(`select count(*)::int as n from ${table}`);
    expect(all?.n).toBeGreaterThan(0);
  });

  test('within a town’s stations the application sees that town’s rows and the county’s open programmes alone, in every table', async () => {
    const reached = await asOwner<{ id: string }>(`select id from station where code like '620981105%'`);
    const { orm } = await app();
    const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
    const scope = { tenantId: tenant?.id ?? -1, reach: new Set(reached.map((r) => r.id)), isPlatform: false };
    const session = new TenantSession(orm, scope, true);
    const em = await session.em();
    for (const table of tables.slice(1)) {
      const parent = table.endsWith('_programme') ? 'id' : 'programme_id';
      const seen = (await em.execute(`select ${parent} as id from ${table}`)) as { id: string }[];
      const all = await asOwner<{ id: string }>(
        `select c.${parent} as id from ${table} c join programme p on p.tenant_id = c.tenant_id and p.id = c.${parent}
         join station s on s.tenant_id = p.tenant_id and s.id = p.station_id where s.code like '620981105%'
           or (s.code = '620981' and p.state in ('APPROVED', 'RUNNING') and $1)`,
        [table.endsWith('_programme')],
      );
      expect(seen.map((r) => r.id).sort()).toEqual(all.map((r) => r.id).sort());
    }
    await session.finish(true);
  });

  test('a programme cannot change its kind, even for the owner', async () => {
    await expect(asOwner(`update programme set kind = 'JOB' where kind = 'TRAINING'`)).rejects.toThrow(/foreign key/);
  });

  test('what was submitted cannot be deleted, nor its steps; a step is never rewritten', async () => {
    const { id } = await approved(
      actors.editor('training', 'chijin'),
      actors.office('chijin'),
      'training',
      '620981102',
    );
    expect(await asCounty('620981', 'delete from programme where id = ? returning id', [id])).toEqual([]);
    expect(await asCounty('620981', 'delete from programme_step where programme_id = ? returning id', [id])).toEqual(
      [],
    );
    expect(
      await asCounty('620981', 'delete from programme_revision where programme_id = ? returning id', [id]),
    ).toEqual([]);
    await expect(asCounty('620981', `update programme_step set comment = ''`)).rejects.toThrow(/permission denied/);
  });

  test('among 20,000 programmes a search goes through the three indexes, also under row security', async () => {
    const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
    const station = await asOwner<{ id: string }>(`select id from station where code = '620981102'`);
    await asOwner(
      `insert into programme (tenant_id, id, kind, station_id, title, pinyin, initials, starts_on, ends_on, state, state_since)
       select $1, gen_random_uuid(), 'JOB', $2, md5(n::text), md5(n::text), md5(n::text), '2026-01-01', '2026-12-31', 'DRAFT', '2026-01-01'
       from generate_series(1, 20000) n`,
      [tenant?.id, station[0]?.id],
    );
    await asOwner('analyze programme');
    const { orm } = await app();
    const reach = new Set(station.map((row) => row.id));
    const session = new TenantSession(orm, { tenantId: tenant?.id ?? -1, reach, isPlatform: false }, true);
    const ranges = ['title', 'pinyin', 'initials'].map((column) => `(p.${column} >= 'abc' and p.${column} < 'abc~')`);
    const sql = `explain select id from programme p where tenant_id = ? and (${ranges.join(' or ')})`;
    const plan = JSON.stringify(await (await session.em()).execute(sql, [tenant?.id]));
    await session.finish(true);
    for (const column of ['title', 'pinyin', 'initials']) expect(plan).toContain(`programme_${column}_idx`);
  });
});
