import 'reflect-metadata';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../api/kernel/index.js';
import { type Contestant, isIn } from './contestant.js';
import { census } from './data/fill.js';
import { asOwner, type BenchCluster, openCluster } from './database.js';
import { takeOut } from './exports.js';
import { benchFolder } from './folder.js';
import { lianxin } from './lianxin.js';
import { limit } from './limit.js';
import { compare, type Figures, jobOf, median, type Running, round, startContestant } from './measure.js';
import { mercurius } from './mercurius.js';
import { aloneToo, cleanUp, type Facts, type OperationName, operationNames, readFacts } from './operations.js';
import { setup } from './peers/postgraphile.setup.js';
import { postgraphile, postgraphileByFunction } from './postgraphile.js';
import { end, launch, memoryOf, pin, placement, postmasterOf } from './processes.js';
import { profileOperations } from './profiles.js';
import { type Measured, type Parameters, report } from './result.js';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    only: { type: 'string' },
    connections: { type: 'string', default: '32' },
    'node-flags': { type: 'string', default: flagsOfStart() },
    help: { type: 'boolean', default: false },
  },
});

const help = `npm run bench -- [options]
  --quick             one short round each; RESULT.md is left alone
  --only q3,q4        some operations of ${operationNames.join(', ')}; RESULT.md is left alone
  --fresh             make the data anew
  --profile           say where Lianxin's time goes, instead of measuring
  --connections 32    how many ask at once
  --node-flags="--max-semi-space-size=16 …" flags of Lianxin's node, those of \`npm start\` unless said`;

/** The flags that `npm start` gives to node. */
function flagsOfStart(): string {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'))
    .join(' ');
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The peers, as their lock file has them; installed beside the data, and only when the lock has changed. */
function installPeers(): void {
  const [source, target] = [join(packageRoot(), 'test', 'bench'), join(benchFolder(), 'peers')];
  const [wanted, stamp] = [readFileSync(join(source, 'package-lock.json'), 'utf8'), join(target, 'installed.json')];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the peers');
  mkdirSync(target, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(source, file), join(target, file));
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: target,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
  writeFileSync(stamp, wanted);
}

function chosen(): OperationName[] {
  const asked = flags.only?.toLowerCase().split(',') ?? [...operationNames];
  const unknown = asked.filter((name) => !operationNames.includes(name as OperationName));
  if (unknown.length > 0) throw new Error(`There is no operation ${unknown.join(', ')}.\n${help}`);
  return operationNames.filter((name) => asked.includes(name));
}

function contestants(): Contestant[] {
  return [lianxin(), postgraphile(), postgraphileByFunction(), mercurius(), limit(), lianxin(true), limit(true)];
}

async function startAll(
  asked: readonly Contestant[],
  cluster: BenchCluster,
  facts: Facts,
  running: Running[],
): Promise<void> {
  const nodeFlags = flags['node-flags'].split(' ').filter(Boolean);
  for (const contestant of asked) running.push(await startContestant(contestant, cluster, facts, nodeFlags));
}

/** Compares the answers, warms up, and lets everybody take turns; one entry for every operation and number of connections. */
async function measure(
  operations: readonly OperationName[],
  parameters: Parameters,
  all: readonly Running[],
  facts: Facts,
  tools: { client: ChildProcess; postmaster: number; ownerUrl: string },
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const operation of operations) {
    const questions = facts.questions[operation];
    const running = all.filter(({ contestant }) => isIn(contestant, operation));
    const shortest = await compare(running, operation, questions.slice(0, 12));
    for (const connections of aloneToo.includes(operation) ? [1, parameters.connections] : [parameters.connections]) {
      const figures = new Map<string, Figures>(
        running.map(({ contestant }) => [contestant.name, { turns: [], latencies: [] }]),
      );
      for (let turn = 0; turn <= parameters.rounds; turn += 1) {
        const seconds = turn === 0 ? parameters.warmUpSeconds : parameters.roundSeconds;
        for (const one of running) {
          const { name } = one.contestant;
          const job = { ...jobOf(one, operation, questions, (shortest.get(name) ?? 0) * 0.5), connections, seconds };
          await round(tools.client, one, tools.postmaster, job, turn === 0 ? null : (figures.get(name) ?? null));
          if (operation === 'insert') await cleanUp(tools.ownerUrl);
        }
      }
      measured.push({ operation, connections, figures });
      say(
        `  ${operation} by ${connections}: ${[...figures].map(([name, f]) => `${name} ${Math.round(median(f, ({ requests, seconds }) => requests / seconds))}`).join(', ')}`,
      );
    }
  }
  return measured;
}

async function bench(cluster: BenchCluster, running: Running[]): Promise<void> {
  const { ownerUrl } = cluster.locked;
  const both = [cluster.locked, cluster.open].map((one) => one.ownerUrl);
  for (const url of both) await asOwner(url, setup);
  await cleanUp(ownerUrl);
  // What an earlier run wrote and threw away lies in one of them alone.
  for (const url of both) await asOwner(url, ['vacuum analyze', 'checkpoint']);
  const facts = await readFacts(ownerUrl, cluster.open.ownerUrl);
  const [place] = await asOwner<{ data_directory: string }>(ownerUrl, ['show data_directory']);
  const postmaster = postmasterOf(place?.data_directory ?? '');
  pin(postmaster, placement.database);
  pin(process.pid, placement.client);
  const parameters: Parameters = {
    connections: Number(flags.connections),
    rounds: flags.quick ? 1 : 5,
    roundSeconds: flags.quick ? 1.5 : 2,
    warmUpSeconds: flags.quick ? 1 : 1.5,
    nodeFlags: flags['node-flags'],
  };
  const client = launch('test/bench/client.js', [], {}, placement.client);
  try {
    if (flags.profile) return await profileOperations(chosen(), parameters, { cluster, facts, client, say });
    const asked = contestants().filter((contestant) => chosen().some((operation) => isIn(contestant, operation)));
    await startAll(asked, cluster, facts, running);
    say('Measuring');
    const measured = await measure(chosen(), parameters, running, facts, { client, postmaster, ownerUrl });
    const [own] = running.filter(({ contestant }) => contestant.name === 'lianxin');
    const files = own && chosen().includes('q3') ? await takeOut(own) : [];
    const memory = new Map(running.map(({ contestant, pid }) => [contestant.name, memoryOf(pid)]));
    const rows = await census(ownerUrl);
    const text = await report({ measured, files, memory, rows }, parameters, ownerUrl);
    say(text);
    if (!flags.quick && !flags.only) writeFileSync(join(packageRoot(), 'test', 'bench', 'RESULT.md'), text);
  } finally {
    await end(client);
    await cleanUp(ownerUrl);
  }
}

async function main(): Promise<void> {
  if (flags.help) return say(help);
  const operations = chosen();
  say(`The bench of Lianxin: ${operations.join(', ')}`);
  installPeers();
  const running: Running[] = [];
  const cluster = await openCluster({ isFresh: flags.fresh, isProfiled: flags.profile }, say);
  const stop = async (): Promise<void> => {
    for (const { child } of running) await end(child);
    await cluster.embedded.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    await bench(cluster, running);
  } finally {
    await stop();
  }
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error?.stack}\n`);
  process.exitCode = 1;
});
