import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embeddedBinaries.js';
import { clusterIn, type Memory, makeCluster, type Progress, recall, remember, settle } from './embeddedCluster.js';
import { EmbeddedFailure, explain } from './embeddedFailure.js';
import { joinRunning, type Lease, urlOf } from './embeddedLease.js';
import { freePort, type Launch, launch, settingsOf, stopPostmaster } from './embeddedServer.js';
import { takeTurn } from './embeddedTurn.js';
import { chooseAccount } from './embeddedUser.js';

export { EmbeddedFailure } from './embeddedFailure.js';
export { takeTurn } from './embeddedTurn.js';

/** A running embedded PostgreSQL on 127.0.0.1. */
export interface EmbeddedDatabase {
  /** A superuser's postgresql:// URL of the database. */
  url: string;
  port: number;
  dataDir: string;
  /** The database was made by this start, so it is empty. */
  isFirstStart: boolean;
  /** The server was already running: left over from a killed run, or shared with another process. */
  isReused: boolean;
  /** Whether this process still holds on to the server: false once that has ended, even if another process started it anew. */
  isHeld(): Promise<boolean>;
  /**
   * Ends the server (fast shutdown: open connections are cut off) and waits until it is gone, unless another process
   * uses it: whoever stops last ends it. With `isEphemeral` the data is removed as well.
   */
  stop(): Promise<void>;
}

/** How to start: `settings` are extra `-c` settings, without effect on a server that already runs. */
export interface EmbeddedOptions {
  dataDir: string;
  /** Default `lianxin`; made when the cluster has none of this name. */
  database?: string;
  progress?: Progress;
  settings?: Record<string, string>;
  /** For tests: nothing is synced to disk, and `stop()` removes the data. */
  isEphemeral?: boolean;
}

const RETRY_LIMIT_MS = 20_000;
const HELD_BY_ANOTHER = /postmaster\.pid" already exists|shared memory block .* still in use/;
const PORT_TAKEN = /could not create any TCP\/IP sockets|could not bind|Address already in use/;

/**
 * Starts the embedded PostgreSQL on this data folder, or joins the one that runs on it. Works as root (in a user
 * namespace, else as the account nobody), as an ordinary user, and from two processes at once. Errors are
 * `EmbeddedFailure`s whose message says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  try {
    mkdirSync(dataDir, { recursive: true });
    const endTurn = await takeTurn(dataDir);
    try {
      return await start(options, dataDir);
    } finally {
      endTurn();
    }
  } catch (error) {
    const isFromSystem = error instanceof Error && 'syscall' in error && !(error instanceof EmbeddedFailure);
    throw isFromSystem ? explain(error.message, dataDir) : error;
  }
}

async function start(options: EmbeddedOptions, dataDir: string): Promise<EmbeddedDatabase> {
  const progress = options.progress ?? (() => undefined);
  const database = options.database ?? 'lianxin';
  const memory = recall(dataDir);
  const joined = await joinRunning(clusterIn(memory.home ?? dataDir), memory.password);
  if (joined) progress('Using the PostgreSQL that already runs on this data folder');
  const lease = joined ?? (await startServer(options, dataDir, memory, progress));
  const isFirstStart = await lease.ensureDatabase(database);
  let ended: Promise<void> | undefined;
  return {
    url: urlOf(lease.port, memory.password, database),
    port: lease.port,
    dataDir,
    isFirstStart,
    isReused: joined !== undefined,
    isHeld: () =>
      lease.countOthers().then(
        () => true,
        () => false,
      ),
    stop: () => {
      ended ??= stop(dataDir, lease, options.isEphemeral ?? false);
      return ended;
    },
  };
}

async function startServer(
  options: EmbeddedOptions,
  dataDir: string,
  memory: Memory,
  progress: Progress,
): Promise<Lease> {
  const isEphemeral = options.isEphemeral ?? false;
  const account = await chooseAccount();
  const binaries = await findBinaries(account, progress);
  remember(dataDir, memory);
  const home = await settle(account, dataDir, memory, isEphemeral, progress);
  const isMade = await makeCluster(home, memory.password, account, binaries, isEphemeral);
  progress(isMade ? 'Made a new database cluster' : 'Starting PostgreSQL');
  const order: Launch = {
    binaries,
    account,
    cluster: clusterIn(home),
    logFile: join(dataDir, 'postgres.log'),
    port: await freePort(memory.port),
    settings: settingsOf(isEphemeral, options.settings),
  };
  const lease = await launchOrJoin(order, memory.password);
  const kept = recall(dataDir);
  if (lease.port !== kept.port) remember(dataDir, { ...kept, port: lease.port });
  return lease;
}

/** Tries again: a killed server's last processes may hold its memory for a moment, a free port may get taken. */
async function launchOrJoin(order: Launch, password: string): Promise<Lease> {
  const deadline = Date.now() + RETRY_LIMIT_MS;
  for (;;) {
    const said = await launch(order);
    const lease = await joinRunning(order.cluster, password);
    if (lease) return lease;
    const isWorthRetrying = said === undefined || HELD_BY_ANOTHER.test(said) || PORT_TAKEN.test(said);
    if (!isWorthRetrying || Date.now() > deadline) throw explain(said ?? 'it ended at once', order.logFile);
    if (said !== undefined && PORT_TAKEN.test(said)) order.port = await freePort(0);
    else await sleep(200);
  }
}

async function stop(dataDir: string, lease: Lease, isEphemeral: boolean): Promise<void> {
  const endTurn = await takeTurn(dataDir);
  try {
    const { home = dataDir, password } = recall(dataDir);
    const isShared = await isUsedByOthers(lease, clusterIn(home), password);
    await lease.end().catch(() => undefined);
    if (isShared) return;
    await stopPostmaster(clusterIn(home));
    if (isEphemeral) forget(dataDir, home);
  } finally {
    endTurn();
  }
}

/** Asks by a new connection when the lease was lost because the server came back in the meantime. */
async function isUsedByOthers(lease: Lease, cluster: string, password: string): Promise<boolean> {
  try {
    return (await lease.countOthers()) > 0;
  } catch {
    const visit = await joinRunning(cluster, password);
    const others = (await visit?.countOthers()) ?? 0;
    await visit?.end();
    return others > 0;
  }
}

function forget(dataDir: string, home: string): void {
  rmSync(home === dataDir ? clusterIn(home) : home, { recursive: true, force: true });
  for (const file of ['embedded.json', 'postgres.log']) rmSync(join(dataDir, file), { force: true });
}
