import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner, type BenchCluster } from './database.js';
import { benchFolder } from './folder.js';
import { lianxin } from './lianxin.js';
import { compare, type Figures, jobOf, round, startContestant } from './measure.js';
import { cleanUp, type Facts, type OperationName, titles } from './operations.js';
import { end, postmasterOf } from './processes.js';
import type { Parameters } from './result.js';

interface Tools {
  cluster: BenchCluster;
  facts: Facts;
  client: ChildProcess;
  say: (line: string) => void;
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Says for every operation where the time of Lianxin's node goes, and which statements PostgreSQL was busy with. */
export async function profileOperations(
  operations: readonly OperationName[],
  parameters: Parameters,
  tools: Tools,
): Promise<void> {
  const { cluster, facts, client, say } = tools;
  const { ownerUrl } = cluster.locked;
  const hook = join(import.meta.dirname, 'profiler.js');
  const one = await startContestant(lianxin(), cluster, facts, [
    ...parameters.nodeFlags.split(' ').filter(Boolean),
    '--import',
    hook,
  ]);
  try {
    await asOwner(ownerUrl, ['create extension if not exists pg_stat_statements']);
    const [place] = await asOwner<{ data_directory: string }>(ownerUrl, ['show data_directory']);
    const postmaster = postmasterOf(place?.data_directory ?? '');
    const folder = join(benchFolder(), 'profiles');
    mkdirSync(folder, { recursive: true });
    for (const operation of operations) {
      const questions = facts.questions[operation];
      await compare([one], operation, questions.slice(0, 1));
      const job = { ...jobOf(one, operation, questions, 0), connections: parameters.connections };
      await round(client, one, postmaster, { ...job, seconds: parameters.warmUpSeconds }, null);
      await asOwner(ownerUrl, ['select pg_stat_statements_reset()']);
      const file = join(folder, `${operation}.cpuprofile`);
      await told(one.child, { profile: 'start' });
      const figures: Figures = { turns: [], latencies: [] };
      await round(client, one, postmaster, { ...job, seconds: parameters.roundSeconds * 2 }, figures);
      await told(one.child, { profile: 'stop', file });
      say(`\n## ${titles[operation]}: ${figures.latencies.length} requests, ${file}`);
      for (const line of whereTimeGoes(JSON.parse(readFileSync(file, 'utf8')) as Profile)) say(line);
      for (const line of await statements(ownerUrl, figures.latencies.length)) say(line);
      if (operation === 'insert') await cleanUp(ownerUrl);
    }
  } finally {
    await end(one.child);
  }
}

function told(child: ChildProcess, order: object): Promise<void> {
  return new Promise((resolve) => {
    child.once('message', () => resolve());
    child.send(order);
  });
}

/** Self time by package or room, and the functions that take most. */
export function whereTimeGoes({ nodes, samples, timeDeltas }: Profile): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const frame = byId.get(id);
    if (!frame || frame.functionName === '(idle)') continue;
    const time = timeDeltas[index] ?? 0;
    const place = placeOf(frame);
    busy += time;
    places.set(place, (places.get(place) ?? 0) + time);
    const name = `${frame.functionName || '(anonymous)'} in ${place}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  }
  const top = (map: Map<string, number>, many: number) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .slice(0, many)
      .map(([name, time]) => `  ${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`);
  return ['Self time by package or room:', ...top(places, 14), 'Functions:', ...top(functions, 14)];
}

function placeOf({ functionName, url }: { functionName: string; url: string }): string {
  if (functionName.startsWith('(')) return functionName;
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(url)?.[1];
  const room = /dist\/(api\/[^/]+)/.exec(url)?.[1];
  return inPackage ?? room ?? (url.startsWith('node:') ? 'node' : url === '' ? 'compiled at run time or native' : url);
}

async function statements(ownerUrl: string, requests: number): Promise<string[]> {
  const rows = await asOwner<{ query: string; calls: string; ms: number; planning: number }>(ownerUrl, [
    `select left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query, calls, total_exec_time + total_plan_time as ms, total_plan_time as planning from pg_stat_statements s
     where dbid = (select oid from pg_database where datname = current_database()) order by ms desc limit 14`,
  ]);
  return ['Statements of PostgreSQL (calls, and ms for each request; what functions ask is told besides):'].concat(
    rows.map(
      ({ query, calls, ms, planning }) =>
        `  ${(Number(calls) / requests).toFixed(2).padStart(6)} x ${(ms / requests).toFixed(3).padStart(7)} ms, planned in ${(planning / requests).toFixed(3)}  ${query}`,
    ),
  );
}
