import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkSeals, sealAll } from '../../../api/database/index.js';
import { actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { asApplication, asOwner } from '../../support/sql.js';

/** The number of Yumen, and of another county. */
const [yumen, other] = [1, 2];
const ofYumen = { tenant: yumen, stations: '*' };

const insert = `insert into audit_entry (tenant_id, id, actor_kind, account, act, record, request_id, client)
  values ($1, gen_random_uuid(), 'SYSTEM', 'test', 'test', $2, 'test', 'test')`;

async function write(record: string): Promise<void> {
  await asApplication(ofYumen, async (client) => {
    await client.query(insert, [yumen, record]);
    await client.query('commit');
  });
}

async function check(language: 'zh' | 'en' = 'zh') {
  const query = '{ auditCheck { isIntact entries seals unsealed brokenAt head } }';
  return (await data(actors.admin(), query, {}, { language })).auditCheck;
}

async function seal(): Promise<void> {
  await sealAll((await app()).orm);
}

beforeEach(async () => {
  await write('Before');
  await seal();
});

describe('sealing', () => {
  test('covers every row once, and each row names its seal', async () => {
    const before = await check();
    expect(before).toMatchObject({
      isIntact: true,
      unsealed: 0,
      brokenAt: null,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await write('Later');
    expect(await check()).toEqual({ ...before, unsealed: 1 });
    await seal();
    const after = await check();
    expect(after).toMatchObject({ isIntact: true, entries: before.entries + 1, seals: before.seals + 1, unsealed: 0 });
    expect(after.head).not.toBe(before.head);
    const { auditEntries } = await data(actors.admin(), '{ auditEntries(first: 1) { nodes { record sealNo } } }');
    expect(auditEntries.nodes).toEqual([{ record: 'Later', sealNo: after.seals }]);
  });

  test('never passes over a row whose transaction is still running', async () => {
    const before = await check();
    await asApplication(ofYumen, async (client) => {
      await client.query(insert, [yumen, 'Slow']);
      await write('Fast');
      await seal();
      expect(await check()).toMatchObject({ seals: before.seals, unsealed: 1 });
      await client.query('commit');
    });
    await seal();
    expect(await check()).toMatchObject({
      isIntact: true,
      seals: before.seals + 1,
      unsealed: 0,
      entries: before.entries + 2,
    });
  });

  test('by two at once makes one seal', async () => {
    const before = await check();
    await write('Contended');
    await Promise.all([seal(), seal(), seal()]);
    expect(await check()).toMatchObject({ isIntact: true, seals: before.seals + 1, unsealed: 0 });
  });

  test('of every county is checked from the command line', async () => {
    const checks = await checkSeals((await app()).orm);
    expect(checks.map((one) => one.code)).toEqual(['platform', '620981', '653123', '620702', '450481', '141034']);
    expect(checks.filter((one) => !one.isIntact || one.seals === 0 || one.unsealed > 0)).toEqual([]);
    expect(await checkSeals((await app()).orm, '450481')).toHaveLength(1);
  });

  test('is checked in the console by those who read the whole county', async () => {
    expect(codes(await ask(actors.office('chijin'), '{ auditCheck { seals } }'))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.inspector(), '{ auditCheck { seals } }'))).toEqual([]);
  });
});

describe('whoever owns the database', () => {
  const undo: string[] = [];

  afterEach(async () => {
    for (const sql of undo.splice(0)) await asOwner(sql);
    expect(await check()).toMatchObject({ isIntact: true });
  });

  const last = '(select max(seq) from audit_entry where tenant_id = 1)';
  const first = '(select min(seq) from audit_entry where tenant_id = 1)';

  test('is found out when a row was changed', async () => {
    const [row] = await asOwner<{ account: string }>(`select account from audit_entry where seq = ${first}`);
    undo.push(`update audit_entry set account = '${row?.account}' where seq = ${first}`);
    await asOwner(`update audit_entry set account = 'somebody@else' where seq = ${first}`);
    expect(await check('en')).toMatchObject({
      isIntact: false,
      brokenAt: expect.stringMatching(/^Rows under seal 1 /),
    });
  });

  test('is found out when a row was removed', async () => {
    await asOwner(`create table kept as select * from audit_entry where seq = ${last}`);
    undo.push('insert into audit_entry overriding system value select * from kept', 'drop table kept');
    await asOwner(`delete from audit_entry where seq = ${last}`);
    expect(await check()).toMatchObject({
      isIntact: false,
      brokenAt: expect.stringMatching(/^第 \d+ 号封存（.*）内的记录被改动过。$/),
    });
  });

  test.each([
    ['in line', '(select min(seq) from audit_entry where tenant_id = 2)'],
    ['before the first', '-1'],
  ])('is found out when a row was slipped in, %s', async (_where, seq) => {
    undo.push(`delete from audit_entry where account = 'slipped'`);
    await asOwner(
      `insert into audit_entry (tenant_id, id, seq, actor_kind, account, act, record, request_id, client)
       overriding system value values (1, gen_random_uuid(), ${seq}, 'USER', 'slipped', 'x', 'X', 'x', 'x')`,
    );
    expect((await check('en')).brokenAt).toMatch(/^Rows under seal 1 /);
  });

  test('is found out when a seal was cut out or joined to another', async () => {
    await write('Next');
    await seal();
    await asOwner('create table kept as select * from audit_seal where tenant_id = 1 and no = 1');
    undo.push('insert into audit_seal select * from kept', 'drop table kept');
    await asOwner('delete from audit_seal where tenant_id = 1 and no = 1');
    expect((await check('en')).brokenAt).toBe('Seal 1 is missing.');
    const [second] = await asOwner<{ previous: string }>(joined('previous'));
    undo.push(`update audit_seal set previous = '${second?.previous}' where tenant_id = 1 and no = 2`);
    await asOwner(`insert into audit_seal select * from kept`);
    undo.shift();
    await asOwner(`update audit_seal set previous = repeat('0', 64) where tenant_id = 1 and no = 2`);
    expect((await check('en')).brokenAt).toMatch(/^Seal 2 .* does not follow from the seal before it\.$/);
  });

  const joined = (column: string): string => `select ${column} from audit_seal where tenant_id = 1 and no = 2`;

  test('and makes every seal anew is found out by the hash that was kept elsewhere', async () => {
    const { head } = await check();
    const [row] = await asOwner<{ act: string }>(`select act from audit_entry where seq = ${first}`);
    await asOwner(`update audit_entry set act = 'another' where seq = ${first}`);
    await asOwner('delete from audit_seal where tenant_id = 1');
    await seal();
    undo.push(
      `update audit_entry set act = '${row?.act}' where seq = ${first}`,
      'delete from audit_seal where tenant_id = 1',
    );
    const after = await check();
    expect(after.isIntact).toBe(true);
    expect(after.head).not.toBe(head);
  });
});

describe('the application role', () => {
  test.each([
    ['change a row', `update audit_entry set reason = 'x'`],
    ['remove a row', 'delete from audit_entry'],
    ['empty the audit', 'truncate audit_entry'],
    ['choose a number in line', `insert into audit_entry (seq) overriding system value values (1)`],
    ['choose a time', `insert into audit_entry (at) values ('2020-01-01')`],
    ['change a seal', `update audit_seal set hash = 'x'`],
    ['remove a seal', 'delete from audit_seal'],
    ['change the security log', `update security_event set account = 'x'`],
    [
      'write to the security log past its gate',
      `insert into security_event (kind, request_id, client) values ('x', 'x', 'x')`,
    ],
    ['remove from the security log', 'delete from security_event'],
  ])('cannot %s', async (_what, sql) => {
    const attempt = asApplication(ofYumen, (client) => client.query(sql));
    await expect(attempt).rejects.toThrow(/permission denied/);
  });

  test('cannot write for another county', async () => {
    const attempt = asApplication(ofYumen, (client) => client.query(insert, [other, 'Theirs']));
    await expect(attempt).rejects.toThrow(/row-level security/);
  });
});
