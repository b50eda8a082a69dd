import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded.js';
import { adoptAppRole, migrate, prepareAppRole, weaknessOfRole } from '../database/index.js';
import type { Config } from './config.js';
import { StartFailure } from './failure.js';
import { openKeys } from './personalKeys.js';
import { inTurn } from './turn.js';

/** A database that is ready to be worked on. */
export interface OpenDatabase {
  ownerUrl: string;
  /** As the application role. */
  appUrl: string;
  embedded: EmbeddedDatabase | null;
  /** Ends the embedded PostgreSQL if nobody else uses it; nothing on a real server. */
  stop(): Promise<void>;
}

type Say = (line: string) => void;

/** What else is done while no other instance prepares the database. */
export type Preparation = (database: OpenDatabase, owner: pg.Client) => Promise<void>;

const oldest = 15;
const newest = 18;

/** Starts or reaches the database, prepares the application role and migrates; one instance at a time. */
export async function openDatabase(
  config: Config,
  say: Say,
  prepare: Preparation = async () => {},
): Promise<OpenDatabase> {
  openKeys(config);
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, progress: say }) : null;
  const stop = async () => embedded?.stop();
  const ownerUrl = embedded?.url ?? config.databaseUrl ?? '';
  try {
    return await inTurn(ownerUrl, say, async (owner) => {
      await demandVersion(owner);
      const appUrl = await appUrlOf(config, ownerUrl);
      const steps = await migrate(ownerUrl);
      if (steps > 0) say(`Migrated the database by ${steps} ${steps === 1 ? 'step' : 'steps'}`);
      const weakness = await weaknessOfRole(appUrl);
      if (weakness) refuseOrWarn(config, say, weakness);
      const database = { ownerUrl, appUrl, embedded, stop };
      await prepare(database, owner);
      return database;
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function demandVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as number`,
  );
  const { version = '', number = 0 } = rows[0] ?? {};
  if (number < oldest || number > newest) {
    throw new StartFailure(`The database is PostgreSQL ${version}; Lianxin works with ${oldest} to ${newest}.`);
  }
}

async function appUrlOf(config: Config, ownerUrl: string): Promise<string> {
  if (config.appDatabaseUrl === null) return prepareAppRole(ownerUrl, config.secret ?? ownSecret(config.dataDir));
  await adoptAppRole(ownerUrl, config.appDatabaseUrl);
  return config.appDatabaseUrl;
}

function refuseOrWarn(config: Config, say: Say, weakness: string): void {
  const how = 'Give APP_DATABASE_URL a role of its own, or leave it out to have lianxin_app prepared.';
  if (config.isProduction) throw new StartFailure(`${weakness} ${how}`);
  say(`Warning: ${weakness} Production would refuse it. ${how}`);
}

/** The secret of this data folder, made on first use. */
function ownSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
