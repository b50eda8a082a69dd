import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './embeddedBinaries.js';
import { EmbeddedFailure, explain } from './embeddedFailure.js';
import { type Account, canLiveIn, handOver, type Outcome, run } from './embeddedUser.js';

/** The superuser of every embedded cluster. */
export const SUPERUSER = 'postgres';

/**
 * What DATA_DIR/embedded.json (mode 600) keeps between starts: the superuser's password, the last port (0: none yet),
 * and the folder that holds the cluster where it is not DATA_DIR itself.
 */
export interface Memory {
  password: string;
  port: number;
  home?: string;
}

/** Progress is told in plain lines. */
export type Progress = (line: string) => void;

/** The cluster's own folder inside its home. */
export function clusterIn(home: string): string {
  return join(home, 'postgres');
}

/** Reads DATA_DIR/embedded.json; a new password where there is none and no cluster yet. */
export function recall(dataDir: string): Memory {
  const file = memoryFile(dataDir);
  if (!existsSync(file)) {
    if (!existsSync(clusterIn(dataDir))) return { password: randomBytes(24).toString('hex'), port: 0 };
    throw new EmbeddedFailure(
      `${file} with the database's password is missing: put it back, or move ${clusterIn(dataDir)} away to begin anew.`,
    );
  }
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Partial<Memory>;
    if (typeof memory.password === 'string' && typeof memory.port === 'number') return memory as Memory;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EmbeddedFailure(`${file} is damaged: put back a copy of it, or move ${dataDir} away to begin anew.`);
}

/** Writes DATA_DIR/embedded.json in one step, so that a kill leaves the old or the new one. */
export function remember(dataDir: string, memory: Memory): void {
  const unfinished = `${memoryFile(dataDir)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, memoryFile(dataDir));
}

function memoryFile(dataDir: string): string {
  return join(dataDir, 'embedded.json');
}

/**
 * The folder for the cluster: DATA_DIR, or, where the account cannot reach that (a private home folder), a folder of
 * its own that embedded.json then points to; a cluster that was reachable before is moved along.
 */
export async function settle(
  account: Account,
  dataDir: string,
  memory: Memory,
  isEphemeral: boolean,
  progress: Progress,
): Promise<string> {
  const known = memory.home ?? dataDir;
  let home = known;
  if (!(await canLiveIn(account, known))) {
    if (account.kind === 'self') throw explain('EACCES', known);
    home = await findHome(account, dataDir, isEphemeral, progress);
    progress(`${known} cannot be reached by the account of PostgreSQL; its data is kept in ${home}`);
    remember(dataDir, { ...memory, home });
  }
  for (const former of [known, dataDir]) {
    if (existsSync(clusterIn(former)) && !existsSync(clusterIn(home))) move(clusterIn(former), clusterIn(home));
  }
  return home;
}

async function findHome(account: Account, dataDir: string, isEphemeral: boolean, progress: Progress): Promise<string> {
  const name = `lianxin-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  for (const parent of isEphemeral ? [tmpdir(), '/var/tmp'] : ['/var/lib', '/var/tmp']) {
    const usual = join(parent, name);
    const isTaken = existsSync(usual);
    if (isTaken) progress(`${usual} holds the data of an earlier ${dataDir}: remove it when it is not needed`);
    const home = isTaken ? `${usual}-${randomBytes(3).toString('hex')}` : usual;
    if (await canLiveIn(account, home)) return home;
    rmSync(home, { recursive: true, force: true });
  }
  throw new EmbeddedFailure(
    `No folder was found where PostgreSQL, which does not run as root, can keep its data: ` +
      'set DATA_DIR to a folder that everyone may enter, such as /var/lib/lianxin.',
  );
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, `${to}.new`, { recursive: true, preserveTimestamps: true });
    renameSync(`${to}.new`, to);
    rmSync(from, { recursive: true });
  }
}

/**
 * Leaves a cluster in the home that the account owns and these binaries can read. It is made under a name of its own
 * and then renamed: a first start killed half-way leaves nothing that looks like a cluster, and its initdb, which may
 * live a little longer, does not write into this one. True when it was made now.
 */
export async function makeCluster(
  home: string,
  password: string,
  account: Account,
  binaries: Binaries,
  isEphemeral: boolean,
): Promise<boolean> {
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres.new')) rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
  const cluster = clusterIn(home);
  const versionFile = join(cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = Number.parseInt(readFileSync(versionFile, 'utf8'), 10);
    if (major !== binaries.major) throw explain(`was initialized by PostgreSQL version ${major}`, cluster);
    handOver(account, cluster);
    chmodSync(cluster, 0o700);
    return false;
  }
  const unfinished = join(home, `postgres.new-${randomBytes(3).toString('hex')}`);
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  handOver(account, passwordFile);
  try {
    await initialise(unfinished, passwordFile, account, binaries, isEphemeral);
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return true;
}

/** Chinese order by pinyin where the programs know it, else by code point. */
const COLLATIONS = [
  ['--locale-provider=icu', '--icu-locale=zh-u-co-pinyin'],
  ['--locale-provider=icu', '--icu-locale=zh'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
];

async function initialise(
  folder: string,
  passwordFile: string,
  account: Account,
  binaries: Binaries,
  isEphemeral: boolean,
): Promise<void> {
  const fixed = ['-D', folder, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  if (isEphemeral) fixed.push('--no-sync');
  let outcome: Outcome | undefined;
  for (const collation of COLLATIONS) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    handOver(account, folder);
    outcome = await run(account, binaries.program('initdb'), [...fixed, '--locale=C', ...collation]);
    if (outcome.code === 0) return;
    if (!/locale|collat|icu/i.test(outcome.output.split('\n').findLast((line) => /error/i.test(line)) ?? '')) break;
  }
  rmSync(folder, { recursive: true, force: true });
  throw explain(outcome?.output ?? '', folder);
}
