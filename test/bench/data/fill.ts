import pg from 'pg';
import { openOrm, sealAll } from '../../../api/database/index.js';
import { records } from '../records.js';
import { audit } from './audit.js';
import { counties, ground, people, sizes } from './counties.js';
import { courses } from './courses.js';
import { households } from './households.js';
import { programmes } from './programmes.js';

type Say = (line: string) => void;

/** The parts of the database, in the order in which their keys need each other. */
const parts: readonly { name: string; statements: () => string[] }[] = [
  { name: 'counties', statements: counties },
  { name: 'people', statements: people },
  { name: 'programmes', statements: programmes },
  { name: 'households', statements: households },
  { name: 'courses', statements: courses },
  { name: 'audit', statements: audit },
];

/** The tables whose rows are reported. */
const counted = [...records.tables, 'station', 'station_name', 'user'];

/** Fills a migrated and empty database as its owner, seals its audit as the application does, and gathers statistics. */
export async function fill(ownerUrl: string, appUrl: string, say: Say): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(ground);
    for (const part of parts) {
      const start = Date.now();
      for (const statement of part.statements()) await owner.query(statement);
      say(`  ${part.name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
    }
    const orm = await openOrm(appUrl);
    const seals = await sealAll(orm).finally(() => orm.close(true));
    say(`  ${seals.length} seals over the audit`);
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}

/** How many rows the tables have. */
export async function census(ownerUrl: string): Promise<Record<string, number>> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const sql = counted.map((table) => `(select count(*)::int from "${table}") as "${table}"`).join(', ');
    return (await owner.query<Record<string, number>>(`select ${sql}`)).rows[0] ?? {};
  } finally {
    await owner.end();
  }
}

export { sizes };
