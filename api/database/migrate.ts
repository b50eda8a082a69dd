import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import pg from 'pg';
import { migrations } from './migrations/index.js';

/** One number for the whole cluster: whoever holds it migrates, the others wait. */
const lock = 7_620_981;

/** Brings a database to the newest step as its owner; of two instances that start at once, one migrates and the other waits. */
export async function migrate(ownerUrl: string, progress: (line: string) => void = () => {}): Promise<number> {
  const guard = new pg.Client({ connectionString: ownerUrl });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [lock]);
    const orm = await MikroORM.init({
      driver: PostgreSqlDriver,
      clientUrl: ownerUrl,
      entities: [],
      extensions: [Migrator],
      discovery: { warnWhenNoEntities: false },
      migrations: { migrationsList: migrations, snapshot: false, tableName: 'lianxin_migration', silent: true },
    });
    try {
      const done = await orm.migrator.up();
      for (const step of done) progress(step.name);
      return done.length;
    } finally {
      await orm.close(true);
    }
  } finally {
    await guard.end();
  }
}

/** The name of the newest step in the code, which `/readyz` compares with the database. */
export function newestMigration(): string {
  return migrations.at(-1)?.name ?? '';
}
