import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurn } from '../database/embedded.js';
import { packageRoot } from '../kernel/index.js';
import { StartFailure } from './failure.js';

/** Builds the console if its sources have changed since the last time; of two instances, one builds and the other waits. */
export async function buildConsole(say: (line: string) => void): Promise<void> {
  const dist = join(packageRoot(), 'dist');
  if (!existsSync(join(packageRoot(), 'admin', 'index.html'))) return;
  const print = fingerprint();
  if (isBuilt(dist, print)) return;
  mkdirSync(dist, { recursive: true });
  const endTurn = await takeTurn(dist);
  try {
    if (isBuilt(dist, print)) return;
    say('Building the console');
    rmSync(stampOf(dist), { force: true });
    await runVite();
    writeFileSync(stampOf(dist), print);
  } finally {
    endTurn();
  }
}

/** Beside the console, not in it, for whatever lies in it is served. */
function stampOf(dist: string): string {
  return join(dist, 'console.stamp');
}

function isBuilt(dist: string, print: string): boolean {
  const stamp = stampOf(dist);
  return existsSync(join(dist, 'console', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** One hash over everything that the console is built from. */
function fingerprint(): string {
  const root = packageRoot();
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'admin'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...sources, join(root, 'package.json')])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

async function runVite(): Promise<void> {
  const vite = join(packageRoot(), 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    vite,
    'build',
    'admin',
    '--config',
    join('admin', 'vite.config.ts'),
    '--configLoader',
    'native',
    '--logLevel',
    'error',
  ];
  const child = spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^error during build/.test(line));
  const telling = lines.find((line) => /error|EACCES/i.test(line)) ?? lines[0] ?? `code ${code}`;
  throw new StartFailure(
    `The console could not be built (${telling.trim()}); "npm run build" shows all of it, --no-build starts without.`,
  );
}
