import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { packageRoot } from '../../api/kernel/index.js';

type Environment = Record<string, string>;

/** What a command said and how it ended. */
export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A Lianxin that runs in a process of its own. */
export interface Running {
  child: ChildProcess;
  url: string;
  said(): string;
  /** Sends SIGTERM and answers the exit code. */
  stop(): Promise<number | null>;
}

const folders: string[] = [];
const running: Running[] = [];

/** A data folder that is removed after the test file. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin start '));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const one of running) await one.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function launch(args: readonly string[], env: Environment): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const main = join(packageRoot(), 'dist', 'api', 'main.js');
  return spawn(process.execPath, [main, ...args], {
    cwd: packageRoot(),
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.on('close', resolve));
}

/** Runs a command of the command line to its end. */
export async function lianxin(args: readonly string[], env: Environment): Promise<Outcome> {
  const child = launch(args, env);
  const outcome = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (outcome.out += String(chunk)));
  child.stderr?.on('data', (chunk) => (outcome.err += String(chunk)));
  return { code: await ended(child), ...outcome };
}

/** Starts the server on a free port and waits until it is ready; fails with what it said when it is not. */
export async function startLianxin(env: Environment, args: readonly string[] = []): Promise<Running> {
  const port = await freePort();
  const child = launch(['start', '--no-build', ...args], { PORT: String(port), ...env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  const one: Running = {
    child,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: () => {
      child.kill('SIGTERM');
      return ended(child);
    },
  };
  running.push(one);
  while (!said.includes('Lianxin is ready')) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said}`);
    await sleep(50);
  }
  return one;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Signs in over HTTP; answers the status and the account that was signed in, if any. */
export async function signIn(url: string, account: string, password: string): Promise<{ status: number; me: unknown }> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { me { user { account } } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { account, password } } }),
  });
  const body = (await response.json()) as { data?: { signIn?: { me?: { user: { account: string } } | null } } | null };
  return { status: response.status, me: body.data?.signIn?.me?.user.account ?? null };
}
