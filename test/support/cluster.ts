import pg from 'pg';

/** What the test run has made before any test file runs; the workers read it from their environment. */
export interface TestCluster {
  /** A superuser's URL of the database that every other one is copied from: migrated, with the demo counties. */
  templateUrl: string;
  template: string;
  /** The secret that the application role's password follows from. */
  secret: string;
  /** The one password of all demo accounts. */
  password: string;
}

const variable = 'LIANXIN_TEST_CLUSTER';

export function tellWorkers(cluster: TestCluster): void {
  process.env[variable] = JSON.stringify(cluster);
}

export function cluster(): TestCluster {
  const told = process.env[variable];
  if (!told) throw new Error('There is no test database: tests are run by `npm test`, which starts one.');
  return JSON.parse(told) as TestCluster;
}

/** A URL of the same server and user with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** Runs SQL as the superuser, in the maintenance database unless told otherwise. */
export async function asSuperuser(statements: readonly string[], database = 'postgres'): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(cluster().templateUrl, database) });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes this worker's database anew, a copy of the template (or empty), and answers its owner's URL. */
export async function makeDatabase(kind: 'demo' | 'records' | 'empty' = 'demo'): Promise<string> {
  const { templateUrl, template } = cluster();
  const name = `${template}_${kind}_${process.env.JEST_WORKER_ID ?? '1'}`;
  const templates = { demo: template, records: `${template}_records`, empty: 'template1' };
  await asSuperuser([
    `drop database if exists ${name} with (force)`,
    // The template's files are copied as they are; PostgreSQL's usual way writes each of their blocks to the log as well.
    `create database ${name} template ${templates[kind]} strategy file_copy`,
  ]);
  return withDatabase(templateUrl, name);
}
