import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../api/database/embedded.js';
import { migrate, newestMigration, prepareAppRole } from '../../api/database/index.js';
import { withDatabase } from '../support/cluster.js';
import { fill, sizes } from './data/fill.js';
import { benchFolder } from './folder.js';
import { secret } from './secret.js';

/** A database as its owner and as the application role. */
export interface BenchDatabase {
  ownerUrl: string;
  appUrl: string;
}

/** The generated databases on one server: as it is deployed, and a copy of it without row security. */
export interface BenchCluster {
  embedded: EmbeddedDatabase;
  locked: BenchDatabase;
  open: BenchDatabase;
}

const settings = { max_connections: '150', shared_buffers: '512MB', effective_cache_size: '2GB' };

/** Starts the server of the bench and makes its data unless those of an earlier run fit this version. */
export async function openCluster(
  options: { isFresh: boolean; isProfiled: boolean },
  say: (line: string) => void,
): Promise<BenchCluster> {
  const dataDir = join(benchFolder(), 'database');
  const extra: Record<string, string> = options.isProfiled
    ? {
        shared_preload_libraries: 'pg_stat_statements',
        'pg_stat_statements.track_planning': 'on',
        'pg_stat_statements.track': 'all',
      }
    : {};
  const start = () => startEmbedded({ dataDir, database: 'bench', settings: { ...settings, ...extra }, progress: say });
  let embedded = await start();
  if (embedded.isReused) {
    await embedded.stop();
    embedded = await start();
  }
  try {
    if (embedded.isReused) throw new Error('Another bench runs on this folder; wait for it to end.');
    if (options.isFresh || !isFitting()) await make(embedded.url, say);
    return { embedded, locked: await reach(embedded.url, 'bench'), open: await reach(embedded.url, 'bench_open') };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function reach(url: string, name: string): Promise<BenchDatabase> {
  const ownerUrl = withDatabase(url, name);
  return { ownerUrl, appUrl: await prepareAppRole(ownerUrl, secret) };
}

function stampFile(): string {
  return join(benchFolder(), 'data.stamp');
}

/** Which data this code makes; those of another stamp are thrown away. */
function stamp(): string {
  return createHash('sha256')
    .update(`${JSON.stringify(sizes)} ${newestMigration()}`)
    .digest('hex');
}

function isFitting(): boolean {
  return existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === stamp();
}

async function make(url: string, say: (line: string) => void): Promise<void> {
  say('Making the data');
  rmSync(stampFile(), { force: true });
  await asOwner(withDatabase(url, 'postgres'), [
    'drop database if exists bench_open with (force)',
    'drop database if exists bench with (force)',
    'create database bench',
  ]);
  const locked = withDatabase(url, 'bench');
  const appUrl = await prepareAppRole(locked, secret);
  await migrate(locked);
  await fill(locked, appUrl, say);
  await asOwner(withDatabase(url, 'postgres'), ['create database bench_open template bench']);
  await asOwner(withDatabase(url, 'bench_open'), [
    `do $$ declare t regclass; begin
       for t in select oid from pg_class where relrowsecurity loop execute format('alter table %s disable row level security', t); end loop;
     end $$`,
    'vacuum analyze',
  ]);
  mkdirSync(benchFolder(), { recursive: true });
  writeFileSync(stampFile(), stamp());
}

/** Runs statements as the owner, one after another, and answers the rows of the last. */
export async function asOwner<Row extends pg.QueryResultRow>(
  url: string,
  statements: readonly string[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
