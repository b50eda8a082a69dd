import { describe, expect, test } from '@jest/globals';
import { beginningWith, OrmClient } from '../../../api/database/ormClient.js';
import { app } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const county = "set local app.tenant = '1'; set local app.stations = '*'";
const later = '/* sent with what follows */';
const isOpen = "select current_setting('app.tenant', true) as tenant, now() <> statement_timestamp() as is_open";

async function connected<T>(work: (client: OrmClient) => Promise<T>): Promise<T> {
  const client = new OrmClient({ connectionString: (await app()).appUrl, pipeline: true });
  client.on('error', () => {});
  await client.connect();
  return work(client).finally(() => client.end().catch(() => {}));
}

const begin = (client: OrmClient, context = county) => beginningWith(context, () => client.query('begin', []));

describe('a connection of the ORM', () => {
  test('tells row security the county before the first statement, and nobody after the last', async () => {
    await connected(async (client) => {
      await begin(client);
      expect((await client.query(isOpen)).rows).toEqual([{ tenant: '1', is_open: true }]);
      await client.query('commit');
      expect((await client.query(isOpen)).rows).toEqual([{ tenant: '', is_open: false }]);
    });
  });

  test('sends nothing for a transaction in which nothing was asked, and begins the next one afresh', async () => {
    await connected(async (client) => {
      await begin(client);
      await client.query('rollback');
      expect(client.getTransactionStatus()).toBe('I');
      expect((await client.query(isOpen)).rows).toMatchObject([{ is_open: false }]);
      await begin(client, county.replace('1', '2'));
      expect((await client.query(isOpen)).rows).toEqual([{ tenant: '2', is_open: true }]);
    });
  });

  test('answers nothing when the context is refused, and serves nobody after that', async () => {
    await connected(async (client) => {
      await begin(client, 'set local app.tenant = ');
      await expect(client.query('select 1')).rejects.toThrow('syntax error');
      await expect(client.query('select 1')).rejects.toThrow();
    });
  });

  test('keeps nothing when what was to go out with the next statement fails, though that is the commit', async () => {
    await connected(async (client) => {
      const insert = `insert into idempotency_key (tenant_id, actor_id, key, act, arguments_hash) values (1, uuidv7(), 'held', 'test', '')`;
      await begin(client);
      await client.query(insert);
      await client.query(`${later} select 1 / 0`);
      await expect(client.query('commit')).rejects.toThrow('division by zero');
      expect(client.getTransactionStatus()).toBe('I');
    });
    expect(await asOwner("select from idempotency_key where key = 'held'")).toEqual([]);
  });

  test('fails the statement that a failed one went out with, with the words of the first', async () => {
    await connected(async (client) => {
      await begin(client);
      await client.query(`${later} select 1 / 0`);
      await expect(client.query('select 1')).rejects.toThrow('division by zero');
      await client.query('rollback');
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  test('does not send what has waited when the transaction is rolled back', async () => {
    await connected(async (client) => {
      await begin(client);
      await client.query('select 1');
      await client.query(`${later} select 1 / 0`);
      await client.query('rollback');
      expect(client.getTransactionStatus()).toBe('I');
    });
  });

  test('keeps the two hundred statements prepared last', async () => {
    await connected(async (client) => {
      for (let i = 0; i < 205; i += 1) await client.query({ name: `s${i}`, text: `select ${i}::int as n` });
      const { rows } = await client.query('select name from pg_prepared_statements');
      expect(rows).toHaveLength(200);
      expect((await client.query({ name: 's0', text: 'select 0::int as n' })).rows).toEqual([{ n: 0 }]);
    });
  });
});
