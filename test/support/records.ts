import pg from 'pg';
import { openOrm, prepareAppRole } from '../../api/database/index.js';
import { loadRecords } from '../../api/database/seed/index.js';
import { openPersonalKeys, personalKeysFrom } from '../../api/kernel/index.js';
import { cluster, withDatabase } from './cluster.js';

/** Makes the template with the records of the articles, once a run, by whichever worker needs it first; the others wait. */
export async function prepareRecords(): Promise<void> {
  const { templateUrl, template, secret } = cluster();
  const name = `${template}_records`;
  const client = new pg.Client({ connectionString: withDatabase(templateUrl, 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(620981)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`create database ${name}_new template ${template} strategy file_copy`);
    const url = withDatabase(templateUrl, `${name}_new`);
    openPersonalKeys(personalKeysFrom(secret));
    const orm = await openOrm(await prepareAppRole(url, secret));
    await loadRecords(orm).finally(() => orm.close(true));
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query('vacuum analyze').finally(() => owner.end());
    await client.query(`alter database ${name}_new rename to ${name}`);
  } finally {
    await client.end();
  }
}
