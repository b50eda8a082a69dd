import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Node runs this file from its source, before anything is compiled: it imports nothing of the house.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'dist', 'api', 'main.js');
const lock = join(root, 'dist', '.compiling');

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Compiles what has changed since the last time; of two that start at once, one compiles and the other waits. */
async function compile(): Promise<void> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) refuse('The packages are not installed: run "npm ci" first.');
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!claim()) await sleep(50);
  try {
    if (!existsSync(main)) process.stdout.write('Compiling\n');
    const { status } = spawnSync(process.execPath, [tsc, '-p', root], { stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exitCode = 1;
  } finally {
    rmSync(lock, { force: true });
  }
  if (process.exitCode) refuse('The code does not compile; the lines above say where.');
}

/** Whether this process may compile now; a lock whose holder was killed does not count. */
function claim(): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== 'EEXIST') refuse(`The folder dist cannot be written by this user (${message}).`);
  }
  if (!isHeld()) rmSync(lock, { force: true });
  return false;
}

function isHeld(): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

if (!process.argv.includes('--no-build')) await compile();
else if (!existsSync(main)) refuse('Nothing is built yet: run "npm run build" first, or leave out --no-build.');
process.argv[1] = main;
await import(pathToFileURL(main).href);
