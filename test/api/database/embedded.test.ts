import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from '../../../api/database/embedded.js';
import { completeSymlinks } from '../../../api/database/embeddedBinaries.js';

jest.setTimeout(60_000);

const WITHOUT_SYNC = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;
let folder: string;
let started: EmbeddedDatabase[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin data 数据 '));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const database of started) await database.stop();
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: folder, settings: WITHOUT_SYNC, ...options });
  started.push(database);
  return database;
}

async function ask(database: { url: string }, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<{ value: unknown }>(sql)).rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the database, prints what it got as one line of JSON, and stays. */
async function startElsewhere(): Promise<{ report: { port: number; isFirstStart: boolean }; kill(): void }> {
  const module = new URL('../../../api/database/embedded.js', import.meta.url).href;
  const script = `import { startEmbedded } from ${JSON.stringify(module)};
    const options = { dataDir: ${JSON.stringify(folder)}, settings: { fsync: 'off' } };
    const { port, isFirstStart } = await startEmbedded(options);
    console.log(JSON.stringify({ port, isFirstStart }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
  return { report: JSON.parse(line), kill: () => child.kill('SIGKILL') };
}

function postmasterPid(): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500 && existsSync(`/proc/${pid}`); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('rows are still there after a second start, on the same port, in a folder with a space in its name', async () => {
  const first = await start();
  expect(first).toMatchObject({ isFirstStart: true, isReused: false, dataDir: folder });
  await ask(first, "create table note as select '连心' as value");
  await first.stop();
  await expect(ask(first, 'select 1 as value')).rejects.toThrow('ECONNREFUSED');

  const second = await start();
  expect(second).toMatchObject({ isFirstStart: false, isReused: false, port: first.port });
  expect(await ask(second, 'select value from note')).toEqual(['连心']);
});

test('the database keeps UTC, asks for its password, and sorts Chinese by pinyin', async () => {
  const database = await start();
  expect(await ask(database, "select current_setting('timezone') as value")).toEqual(['UTC']);
  const surnames = "select name as value from unnest(array['张', '阿', '李', '王', '安']) as name order by name";
  expect(await ask(database, surnames)).toEqual(['阿', '安', '李', '王', '张']);
  const wrong = database.url.replace(/:[0-9a-f]+@/, ':wrong@');
  await expect(ask({ url: wrong }, 'select 1 as value')).rejects.toThrow('password authentication failed');
  expect(statSync(join(folder, 'embedded.json')).mode & 0o777).toBe(0o600);
});

test('two processes that start at once share one server, one made it, and the last to stop ends it', async () => {
  const [one, other] = await Promise.all([startElsewhere(), startElsewhere()]);
  try {
    expect(one.report.port).toBe(other.report.port);
    expect([one.report.isFirstStart, other.report.isFirstStart].sort()).toEqual([false, true]);
    const here = await start();
    expect(here).toMatchObject({ isReused: true, isFirstStart: false, port: one.report.port });
    await here.stop();
    expect(await ask(here, 'select 1 as value')).toEqual([1]);
  } finally {
    one.kill();
    other.kill();
  }
  const last = await start();
  expect(last.isReused).toBe(true);
  await last.stop();
  await expect(ask(last, 'select 1 as value')).rejects.toThrow('ECONNREFUSED');
});

test('a server killed with SIGKILL recovers what was committed', async () => {
  const first = await start();
  await ask(first, 'create table note as select 7 as value');
  process.kill(postmasterPid(), 'SIGKILL');
  const second = await start();
  expect(second).toMatchObject({ isReused: false, isFirstStart: false });
  expect(await ask(second, 'select value from note')).toEqual([7]);
});

test('a postmaster.pid whose id now belongs to another program does not keep the server from starting', async () => {
  const first = await start();
  const pid = postmasterPid();
  const file = join(folder, 'postgres', 'postmaster.pid');
  const text = readFileSync(file, 'utf8');
  process.kill(pid, 'SIGKILL');
  await untilGone(pid);
  writeFileSync(file, text.replace(String(pid), String(process.pid)));
  expect(await start()).toMatchObject({ isReused: false, port: first.port });
});

test('a remembered port that is taken is replaced by a free one', async () => {
  const first = await start();
  await first.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
  try {
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(await ask(second, 'select 1 as value')).toEqual([1]);
  } finally {
    squatter.close();
  }
});

test('an ephemeral database does not sync, and leaves nothing behind', async () => {
  const database = await start({ isEphemeral: true, database: 'worker_1' });
  expect(await ask(database, "select current_setting('fsync') as value")).toEqual(['off']);
  expect(await ask(database, 'select current_database() as value')).toEqual(['worker_1']);
  await database.stop();
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
  expect(existsSync(join(folder, 'embedded.json'))).toBe(false);
});

test.each([
  ['data of another major version', 'postgres/PG_VERSION', '15\n', /another major version.*DATABASE_URL/],
  ['a damaged embedded.json', 'embedded.json', '{"password":', /embedded\.json is damaged/],
])('%s is refused in one sentence that says what to do', async (_what, file, text, sentence) => {
  mkdirSync(join(folder, 'postgres'));
  writeFileSync(join(folder, 'embedded.json'), '{"password":"x","port":0}');
  writeFileSync(join(folder, file), text);
  await expect(start()).rejects.toMatchObject({ name: 'EmbeddedFailure', message: expect.stringMatching(sentence) });
});

test('a cluster without its password is refused, not replaced', async () => {
  mkdirSync(join(folder, 'postgres'));
  await expect(start()).rejects.toThrow(/embedded\.json with the database's password is missing/);
});

test('missing symlinks of the package are made beside existing ones, and making them again changes nothing', () => {
  mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
  ];
  writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  symlinkSync('libpq.so.5.18', join(folder, 'native', 'lib', 'libpq.so.5'));
  expect(completeSymlinks(folder)).toBe(true);
  expect(completeSymlinks(folder)).toBe(true);
  expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
});

const asRoot = isRoot ? test : test.skip;

asRoot(
  'root without user namespaces runs it as another account, and keeps data that this cannot reach elsewhere',
  async () => {
    process.env.LIANXIN_NO_USERNS = '1';
    try {
      chmodSync(folder, 0o700);
      const database = await start({ isEphemeral: true });
      const { home } = JSON.parse(readFileSync(join(folder, 'embedded.json'), 'utf8')) as { home: string };
      expect(lstatSync(join(home, 'postgres')).uid).not.toBe(0);
      expect(await ask(database, 'select 1 as value')).toEqual([1]);
      await database.stop();
      expect(existsSync(home)).toBe(false);
    } finally {
      delete process.env.LIANXIN_NO_USERNS;
    }
  },
);
