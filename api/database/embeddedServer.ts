import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './embeddedBinaries.js';
import { EmbeddedFailure } from './embeddedFailure.js';
import { type Account, launchAs } from './embeddedUser.js';

/** A running server as its postmaster.pid describes it; `status` is starting, ready, stopping or standby. */
export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

const START_LIMIT_MS = 300_000;
const FAST_STOP_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 10_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_min_duration_statement: '1000',
  log_parameter_max_length: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const WITHOUT_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The `-c` settings of a server: sized for a small machine; logs keep no parameter and no row (personal data). */
export function settingsOf(isEphemeral: boolean, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...SETTINGS, ...(isEphemeral ? WITHOUT_DURABILITY : {}), ...extra };
}

/** The server that runs on this cluster, if one does. A pid file whose pid is now another program's is removed. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  const lines = readIfThere(file)?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (!isPostgresOf(pid, cluster)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? 'starting').trim() };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const isZombie = /^\d+ \(.*\) Z/.test(readProcess(pid, 'stat') ?? '');
  return !isZombie;
}

/** In a restarted container or after a reboot the pid may be another program's; without /proc it is believed. */
function isPostgresOf(pid: number, cluster: string): boolean {
  const name = readProcess(pid, 'comm')?.trim();
  if (name !== undefined && name !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return true;
  }
}

function readProcess(pid: number, what: 'stat' | 'comm'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** The wished port of 127.0.0.1 if it is free, else one that is; 0 wishes nothing. */
export async function freePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** What to start: programs, account, the cluster and the log file, the port and every `-c` setting. */
export interface Launch {
  binaries: Binaries;
  account: Account;
  cluster: string;
  logFile: string;
  port: number;
  settings: Readonly<Record<string, string>>;
}

/** Starts the server and waits until it takes connections: undefined then, or what it said when it ended instead. */
export async function launch(order: Launch): Promise<string | undefined> {
  const settings = Object.entries(order.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', order.cluster, '-p', String(order.port), ...settings];
  const logStart = trimLog(order.logFile);
  const log = openSync(order.logFile, 'a', 0o600);
  const child = launchAs(order.account, order.binaries.program('postgres'), args, log);
  closeSync(log);
  const ending = { hasCome: false, words: '' };
  child.on('error', (error) => Object.assign(ending, { hasCome: true, words: error.message }));
  child.on('exit', () => Object.assign(ending, { hasCome: true }));
  child.unref();
  const deadline = Date.now() + START_LIMIT_MS;
  while (!ending.hasCome) {
    const running = findPostmaster(order.cluster);
    if (running?.pid === child.pid && running?.status === 'ready') return undefined;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      return `it was not ready within ${START_LIMIT_MS / 1000} s`;
    }
    await sleep(20);
  }
  return ending.words + readFileSync(order.logFile).subarray(logStart).toString();
}

function trimLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

/** Ends the server by a fast shutdown (clients are cut off, nothing committed is lost) and waits until it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  signal(running.pid, 'SIGINT');
  const start = Date.now();
  let isUrged = false;
  while (isAlive(running.pid)) {
    const waited = Date.now() - start;
    if (waited > STOP_LIMIT_MS) {
      throw new EmbeddedFailure(`PostgreSQL (process ${running.pid}) does not end: run "kill -9 ${running.pid}".`);
    }
    if (waited > FAST_STOP_LIMIT_MS && !isUrged) {
      isUrged = true;
      signal(running.pid, 'SIGQUIT');
    }
    await sleep(10);
  }
}

/** Windows has no signals: there the server is ended at once, and recovers from its log at the next start. */
function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') {
      throw new EmbeddedFailure(`PostgreSQL (process ${pid}) was started by another user: end it as that user.`);
    }
    if (code !== 'ESRCH') throw error;
  }
}
