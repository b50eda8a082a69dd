import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../api/kernel/index.js';

const cores = availableParallelism();

/**
 * Which core does what. The API server that is measured has a core to itself; with two cores PostgreSQL shares the other with the
 * client, whose work for a request is the same whoever answers. With more, each has its own.
 */
export const placement =
  cores > 2
    ? { server: '0', client: '1', database: `2-${cores - 1}` }
    : { server: '0', client: String(Math.max(0, cores - 1)), database: String(Math.max(0, cores - 1)) };

const canPin = spawnSync('taskset', ['-V']).status === 0;

/** Pins a process, with the threads it has; what it starts later inherits it. */
export function pin(pid: number, core: string): void {
  if (canPin) spawnSync('taskset', ['-acp', core, String(pid)]);
}

/** A program of the house's `dist` in a process of its own, on a core of its own. */
export function launch(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  core: string,
  flags: readonly string[] = [],
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const command = [process.execPath, ...flags, join(packageRoot(), 'dist', script), ...args];
  const [file = '', ...rest] = canPin ? ['taskset', '-c', core, ...command] : command;
  return spawn(file, rest, {
    cwd: packageRoot(),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Waits until a program says a word; fails with all that it said when it ends before. */
export async function untilSaid(child: ChildProcess, word: string): Promise<() => string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (said = (said + String(chunk)).slice(-20_000)));
  const deadline = Date.now() + 60_000;
  while (!said.includes(word)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not start: ${said}`);
    await sleep(30);
  }
  return () => said;
}

/** Ends a program that was launched here, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const isOver = await Promise.race([over.then(() => true), sleep(15_000, false, { ref: false })]);
  if (!isOver) child.kill('SIGKILL');
  await over;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;

/** CPU seconds of a process by itself: user and system. */
export function cpuOf(pid: number): number {
  const [, , utime = 0, stime = 0] = statOf(pid) ?? [];
  return (utime + stime) / ticksPerSecond;
}

/**
 * CPU seconds of PostgreSQL: the postmaster, its living children, and those that have ended, whom the postmaster has waited for and
 * therefore carries. It only grows, so a difference is what was spent in between.
 */
export function cpuOfPostgres(postmaster: number): number {
  for (;;) {
    const [, , utime = 0, stime = 0, ...carried] = statOf(postmaster) ?? [];
    const living = childrenOf(postmaster).reduce((sum, pid) => sum + cpuOf(pid), 0);
    const ended = carried.reduce((sum, ticks) => sum + ticks, 0);
    if (ended === endedOf(postmaster)) return (utime + stime + ended) / ticksPerSecond + living;
  }
}

/** Ticks of children that have ended; when they grow while the living are counted, one of those was missed. */
function endedOf(postmaster: number): number {
  return (statOf(postmaster)?.slice(4) ?? []).reduce((sum, ticks) => sum + ticks, 0);
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => statOf(pid)?.[1] === parent);
}

/** pid, parent, utime, stime, cutime, cstime; undefined when the process has gone. */
function statOf(pid: number): number[] | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return [pid, Number(fields[1]), ...fields.slice(11, 15).map(Number)];
  } catch {
    return undefined;
  }
}

/** Most memory that a process has held since it began, and what it holds now, in MiB. */
export function memoryOf(pid: number): { peak: number; now: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { peak: field('VmHWM'), now: field('VmRSS') };
}

/** The postmaster of a data directory. */
export function postmasterOf(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
