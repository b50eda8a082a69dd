import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, lchownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { EmbeddedFailure } from './embeddedFailure.js';

interface Owner {
  uid: number;
  gid: number;
}

/**
 * As whom PostgreSQL, which refuses uid 0, is run: as the caller, as root inside a user namespace where root is nobody,
 * or as another account of the machine. `owner` is who must own its files; undefined where the caller owns them anyway.
 */
export interface Account {
  kind: 'self' | 'namespace' | 'other';
  prefix: readonly string[];
  runAs: Partial<Owner>;
  owner?: Owner;
}

/** What a program said (both streams together) and its exit code; -1 when it could not be run at all. */
export interface Outcome {
  code: number;
  output: string;
}

const UNPRIVILEGED = ['nobody', 'postgres'];

/** Picks the way to run PostgreSQL by trying; `LIANXIN_NO_USERNS=1` passes over user namespaces. */
export async function chooseAccount(): Promise<Account> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { kind: 'self', prefix: [], runAs: {} };
  const known = knownAccounts();
  const ways = process.env.LIANXIN_NO_USERNS === '1' ? [] : known.map(inNamespace);
  if (isRoot) ways.push(...known.map((owner): Account => ({ kind: 'other', prefix: [], runAs: owner, owner })));
  for (const account of ways) {
    if ((await run(account, '/bin/sh', ['-c', ':'])).code === 0) return account;
  }
  throw new EmbeddedFailure(
    `PostgreSQL does not run as ${isRoot ? 'root' : 'a user without a name in /etc/passwd'}, ` +
      `and neither a user namespace nor the account nobody can stand in here: ` +
      'start as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** initdb asks for the user's name; a container's `--user 1000` may have none. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function inNamespace({ uid, gid }: Owner): Account {
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    kind: 'namespace',
    prefix,
    runAs: {},
    owner: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
  };
}

function knownAccounts(): Owner[] {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'));
  const owners = UNPRIVILEGED.map((name) => rows.find((row) => row[0] === name));
  return owners.flatMap((row) => (row && Number(row[2]) > 0 ? [{ uid: Number(row[2]), gid: Number(row[3]) }] : []));
}

/** Starts a program as the account; one with a log file in a session of its own, which Ctrl-C does not reach. */
export function launchAs(
  account: Account,
  file: string,
  args: readonly string[],
  logFile: number | 'pipe',
): ChildProcess {
  const [command = file, ...rest] = [...account.prefix, file, ...args];
  return spawn(command, rest, {
    ...account.runAs,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: bareEnvironment(),
    detached: logFile !== 'pipe',
    stdio: ['ignore', logFile, logFile],
    windowsHide: true,
  });
}

/** Runs a program as the account to its end; never rejects. */
export function run(account: Account, file: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = '';
    try {
      const child = launchAs(account, file, args, 'pipe');
      const take = (chunk: Buffer): void => {
        output += chunk.toString();
      };
      child.stdout?.on('data', take);
      child.stderr?.on('data', take);
      child.on('error', (error) => resolve({ code: -1, output: error.message }));
      child.on('close', (code) => resolve({ code: code ?? -1, output }));
    } catch (error) {
      resolve({ code: -1, output: error instanceof Error ? error.message : String(error) });
    }
  });
}

function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP'];
  const pairs = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(pairs), LC_ALL: 'C' };
}

/** Whether the account can keep files of its own below this folder, tried with a probe; makes the folder if need be. */
export async function canLiveIn(account: Account, folder: string): Promise<boolean> {
  let probe: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    probe = mkdtempSync(join(folder, '.probe-'));
    if (!account.owner) return true;
    chownSync(probe, account.owner.uid, account.owner.gid);
    return (await run(account, '/bin/sh', ['-c', 'cd "$1" && : > file', 'sh', probe])).code === 0;
  } catch {
    return false;
  } finally {
    if (probe) rmSync(probe, { recursive: true, force: true });
  }
}

/** Hands a file, or a folder with all that is in it, to the account; nothing happens when it owns it already. */
export function handOver(account: Account, path: string): void {
  const { owner } = account;
  const status = lstatSync(path);
  if (!owner || (status.uid === owner.uid && status.gid === owner.gid)) return;
  if (status.isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      lchownSync(join(path, name), owner.uid, owner.gid);
    }
  }
  lchownSync(path, owner.uid, owner.gid);
}
