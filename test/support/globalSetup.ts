import 'reflect-metadata';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../api/database/embedded.js';
import { migrate, openOrm, prepareAppRole } from '../../api/database/index.js';
import { loadDemo } from '../../api/database/seed/index.js';
import { openPersonalKeys, packageRoot, personalKeysFrom } from '../../api/kernel/index.js';
import { tellWorkers, withDatabase } from './cluster.js';

declare global {
  var lianxinTestDatabase: EmbeddedDatabase | undefined;
}

/** What a run's databases need not: a log to copy them from elsewhere, and vacuuming behind the tests, which ask for it where they need it. */
const settings = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
};

/** Starts one PostgreSQL for the run and prepares the template: migrated as its owner, the demo loaded as the application. */
export default async function globalSetup(): Promise<void> {
  const dataDir = join(packageRoot(), '.lianxin', 'test');
  const embedded = await startEmbedded({ dataDir, settings, isEphemeral: true });
  globalThis.lianxinTestDatabase = embedded;
  try {
    const template = `lianxin_test_${process.pid}`;
    await query(embedded.url, `create database ${template}`);
    const templateUrl = withDatabase(embedded.url, template);
    const secret = 'test';
    const appUrl = await prepareAppRole(templateUrl, secret);
    openPersonalKeys(personalKeysFrom(secret));
    await migrate(templateUrl);
    const orm = await openOrm(appUrl);
    const { operator } = await loadDemo(orm, () => {}, { areRecordsWanted: false }).finally(() => orm.close(true));
    await query(templateUrl, 'vacuum analyze');
    tellWorkers({ templateUrl, template, secret, password: operator.password });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
