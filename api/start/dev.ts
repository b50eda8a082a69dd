import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Node runs this file from its source: it imports nothing of the house before that is compiled.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = (...path: string[]): string => join(root, 'node_modules', ...path);
const tsc = [bin('typescript', 'bin', 'tsc'), '-p', root];
const main = join(root, 'dist', 'api', 'main.js');
const port = process.env.PORT ?? '4000';

const running: ChildProcess[] = [];

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, [...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  running.push(child);
  return child;
}

/** Holds the embedded PostgreSQL while the API is restarted again and again; nothing where DATABASE_URL is set. */
async function holdDatabase(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => {};
  const { startEmbedded } = (await import(
    pathToFileURL(join(root, 'dist', 'api', 'database', 'embedded.js')).href
  )) as {
    startEmbedded(options: { dataDir: string }): Promise<{ stop(): Promise<void> }>;
  };
  const database = await startEmbedded({ dataDir: process.env.DATA_DIR || join(root, '.lianxin') });
  return () => database.stop();
}

async function dev(): Promise<void> {
  spawnSync(process.execPath, tsc, { stdio: 'inherit' });
  const release = await holdDatabase();
  run([...tsc, '--watch', '--preserveWatchOutput']);
  run(['--watch-path', join(root, 'dist', 'api'), '--watch-preserve-output', main, 'start', '--no-build']);
  const vite = [bin('vite', 'bin', 'vite.js'), 'admin', '--config', join('admin', 'vite.config.ts')];
  run(vite, { API: `http://127.0.0.1:${port}` });
  const stop = async (): Promise<void> => {
    for (const child of running) child.kill('SIGTERM');
    await Promise.all(running.map((child) => child.exitCode ?? new Promise((resolve) => child.on('exit', resolve))));
    await release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

await dev();
