import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Node runs this file from its source, before anything is compiled: it imports nothing of the house.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const main = join(root, 'dist', 'api', 'main.js');
const lock = join(root, 'dist', '.compiling');
const stamp = join(root, 'dist', '.compiled');

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Compiles what has changed since the last time; of two that start at once, one compiles and the other waits. */
async function compile(): Promise<void> {
  const sources = fingerprint();
  if (isCompiled(sources)) return;
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!fs.existsSync(tsc)) refuse('The packages are not installed: run "npm ci" first.');
  fs.mkdirSync(join(root, 'dist'), { recursive: true });
  while (!claim()) await sleep(50);
  let isDone = isCompiled(sources);
  if (!isDone) {
    process.stdout.write('Compiling\n');
    isDone = spawnSync(process.execPath, [tsc, '-p', root], { stdio: ['ignore', 2, 2] }).status === 0;
    if (isDone) fs.writeFileSync(stamp, sources);
  }
  fs.rmSync(lock, { force: true });
  if (!isDone) refuse('The code does not compile; the lines above say where.');
}

function isCompiled(sources: string): boolean {
  return fs.existsSync(main) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sources;
}

/** One hash over the names, sizes and times of all that is compiled, and over the packages it is compiled with. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const note = (file: string): void => {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  for (const folder of ['api', 'admin', 'test']) {
    if (!fs.existsSync(join(root, folder))) continue;
    const files = fs.readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((name) => /\.tsx?$/.test(name))) note(join(root, folder, file));
  }
  for (const file of ['tsconfig.json', 'package-lock.json']) note(join(root, file));
  return hash.digest('hex');
}

/** Whether this process may compile now; a lock whose holder was killed does not count. */
function claim(): boolean {
  try {
    const file = fs.openSync(lock, 'wx');
    fs.writeSync(file, String(process.pid));
    fs.closeSync(file);
    return true;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== 'EEXIST') refuse(`The folder dist cannot be written by this user (${message}).`);
  }
  if (!isHeld()) fs.rmSync(lock, { force: true });
  return false;
}

function isHeld(): boolean {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

if (!process.argv.includes('--no-build')) await compile();
else if (!fs.existsSync(main)) refuse('Nothing is built yet: run "npm run build" first, or leave out --no-build.');
process.argv[1] = main;
await import(pathToFileURL(main).href);
