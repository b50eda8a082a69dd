import type { ChildProcess } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import type { Job, Outcome } from './client.js';
import type { Ask, Contestant, Shape } from './contestant.js';
import type { BenchCluster } from './database.js';
import { withNewIds } from './newIds.js';
import { type Facts, type OperationName, type Question, sessionsEach, titles } from './operations.js';
import { cpuOf, cpuOfPostgres, end, freePort, launch, placement, untilSaid } from './processes.js';
import { personalKeys, secret } from './secret.js';

/** A contestant that runs and has been prepared. */
export interface Running {
  contestant: Contestant;
  child: ChildProcess;
  pid: number;
  origin: string;
  cursor: string;
  said: () => string;
}

/** Starts a contestant on its core and asks it what must be known before the first question. */
export async function startContestant(
  contestant: Contestant,
  cluster: BenchCluster,
  facts: Facts,
  flags: readonly string[],
): Promise<Running> {
  const port = await freePort();
  const { ownerUrl, appUrl } = contestant.isOpen ? cluster.open : cluster.locked;
  const isProduct = contestant.script === 'api/main.js';
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: isProduct ? ownerUrl : appUrl,
    ...(isProduct
      ? { LIANXIN_SECRET: secret, PII_KEYS: personalKeys, LOG_LEVEL: 'error' }
      : { BENCH_SCOPES: JSON.stringify(facts.scopes) }),
    ...contestant.environment,
  };
  const nodeFlags = isProduct ? flags : ['--import', 'reflect-metadata'];
  const child = launch(contestant.script, contestant.arguments ?? [], env, placement.server, nodeFlags);
  try {
    const said = await untilSaid(child, isProduct ? 'Lianxin is ready' : 'ready');
    const running = { contestant, child, pid: child.pid ?? 0, origin: `http://127.0.0.1:${port}`, cursor: '', said };
    const cursor = (await contestant.prepare?.(asker(running), facts)) ?? '';
    return { ...running, cursor };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** Asks by fetch, outside any measurement. */
export function asker(running: Pick<Running, 'origin' | 'contestant' | 'said'>): Ask {
  return async (body, who) => {
    const headers = { 'content-type': 'application/json', cookie: `lianxin=${who}.0`, 'x-write': '1' };
    const sent = withNewIds(JSON.stringify(body))();
    const response = await fetch(`${running.origin}/graphql`, { method: 'POST', headers, body: sent });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as Shape;
    if (!data || errors)
      throw new Error(`${running.contestant.name}: ${text.slice(0, 600)} ${running.said().slice(-1500)}`);
    return data;
  };
}

/** Asks everybody the same and throws at the first difference; answers how long a whole answer of each is at least. */
export async function compare(
  running: readonly Running[],
  operation: OperationName,
  questions: readonly Question[],
): Promise<Map<string, number>> {
  const shortest = new Map<string, number>();
  for (const question of questions) {
    let first: { name: string; answer: unknown } | null = null;
    for (const one of running) {
      const { contestant, cursor } = one;
      const data = await asker(one)(contestant.body(operation, question, cursor), question.who);
      const bytes = JSON.stringify(data).length;
      shortest.set(contestant.name, Math.min(bytes, shortest.get(contestant.name) ?? bytes));
      const answer = contestant.read(operation, data);
      first ??= { name: contestant.name, answer };
      const found = difference(first.answer, answer, titles[operation]);
      if (found) throw new Error(`${first.name} and ${contestant.name} answer differently: ${found}`);
    }
  }
  return shortest;
}

function difference(a: Shape, b: Shape, path: string): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  const areObjects = [a, b].every((value) => typeof value === 'object' && value !== null);
  if (!areObjects) return `${path}: ${JSON.stringify(a)?.slice(0, 200)} and ${JSON.stringify(b)?.slice(0, 200)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const inner = difference(a[key], b[key], `${path}.${key}`);
    if (inner) return inner;
  }
  return null;
}

/** One round: how much was answered, in what time, for how much CPU. */
interface Turn {
  requests: number;
  seconds: number;
  nodeCpu: number;
  databaseCpu: number;
}

/** What a measurement found, round by round. */
export interface Figures {
  turns: Turn[];
  latencies: number[];
}

/** The median over the rounds, which one round beside a busy neighbour does not move. */
export function median(figures: Figures, of: (turn: Turn) => number): number {
  const sorted = figures.turns.map(of).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** One round of one contestant, added to what is known; a request that fails ends the run. */
export async function round(
  client: ChildProcess,
  one: Running,
  postmaster: number,
  job: Omit<Job, 'origin'>,
  into: Figures | null,
): Promise<void> {
  const before = { node: cpuOf(one.pid), database: cpuOfPostgres(postmaster) };
  const outcome = await ask(client, { ...job, origin: one.origin });
  if (outcome.failures > 0) {
    throw new Error(
      `${one.contestant.name} failed ${outcome.failures} requests: ${outcome.firstFailure} ${one.said().slice(-1000)}`,
    );
  }
  if (!into) return;
  into.latencies.push(...outcome.latencies);
  into.turns.push({
    requests: outcome.latencies.length,
    seconds: outcome.seconds,
    nodeCpu: cpuOf(one.pid) - before.node,
    databaseCpu: cpuOfPostgres(postmaster) - before.database,
  });
}

function ask(client: ChildProcess, job: Job): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    client.once('message', ({ outcome, error }: { outcome?: Outcome; error?: string }) =>
      outcome ? resolve(outcome) : reject(new Error(error)),
    );
    client.send(job);
  });
}

/** The bodies of an operation for a contestant, ready to be sent. */
export function jobOf(
  one: Running,
  operation: OperationName,
  questions: readonly Question[],
  fewestBytes: number,
): Omit<Job, 'origin' | 'connections' | 'seconds'> {
  const requests = questions.map((question) => ({
    body: JSON.stringify(one.contestant.body(operation, question, one.cursor)),
    who: question.who,
  }));
  return { requests, sessionsEach, isWrite: operation === 'insert', fewestBytes };
}
