import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../api/kernel/index.js';
import { asOwner } from './database.js';
import type { TakenOut } from './exports.js';
import { type Figures, median } from './measure.js';
import { type OperationName, titles } from './operations.js';
import { placement } from './processes.js';
import { remarks } from './remarks.js';

/** What one operation gave, by contestant. */
export interface Measured {
  operation: OperationName;
  connections: number;
  figures: ReadonlyMap<string, Figures>;
}

export interface Parameters {
  connections: number;
  rounds: number;
  roundSeconds: number;
  warmUpSeconds: number;
  nodeFlags: string;
}

type Memory = ReadonlyMap<string, { peak: number; now: number }>;

const rate = (f: Figures) => median(f, ({ requests, seconds }) => requests / seconds);
const nodeCpu = (f: Figures) => median(f, (turn) => (turn.nodeCpu * 1000) / turn.requests);
const databaseCpu = (f: Figures) => median(f, (turn) => (turn.databaseCpu * 1000) / turn.requests);
const cpu = (f: Figures) => median(f, (turn) => ((turn.nodeCpu + turn.databaseCpu) * 1000) / turn.requests);

/** The nearest-rank percentile of latencies. */
export function percentile(latencies: readonly number[], share: number): number {
  const sorted = [...latencies].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function table({ operation, connections, figures }: Measured): string {
  const lines = [...figures].map(([name, f]) => {
    const latencies = [percentile(f.latencies, 0.5).toFixed(1), percentile(f.latencies, 0.99).toFixed(1)];
    return `| ${[name, rate(f).toFixed(0), ...latencies, nodeCpu(f).toFixed(2), databaseCpu(f).toFixed(2), cpu(f).toFixed(2)].join(' | ')} |`;
  });
  return [
    `### ${titles[operation]}, ${connections} at once`,
    '',
    '| | requests/s | p50 ms | p99 ms | CPU s per 1,000: node | PostgreSQL | together |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n');
}

interface Target {
  what: string;
  target: string;
  found: string;
  /** Null where a figure is told without a target. */
  isMet: boolean | null;
}

/** The targets of the read path that can be told from what was measured. */
function targets(measured: readonly Measured[], memory: Memory): Target[] {
  const of = (operation: OperationName, name: string, connections?: number): Figures | undefined =>
    measured
      .find(
        (m) =>
          m.operation === operation &&
          (connections === undefined || m.connections === connections) &&
          m.figures.get(name)?.turns.length,
      )
      ?.figures.get(name);
  const list: Target[] = [];
  const ratio = (operation: OperationName, against: string, least: number | null): void => {
    const [ours, theirs] = [of(operation, 'lianxin'), of(operation, against)];
    if (!ours || !theirs) return;
    const found = rate(ours) / rate(theirs);
    const byCpu = cpu(theirs) / cpu(ours);
    list.push({
      what: `${operation}: requests/s against ${against}`,
      target: least === null ? '' : `>= ${least} x`,
      found: `${found.toFixed(2)} x (by CPU ${byCpu.toFixed(2)} x)`,
      isMet: least === null ? null : found >= least,
    });
  };
  ratio('q3', 'postgraphile', 2);
  ratio('q3', 'limit', 0.8);
  ratio('q4', 'postgraphile', 1.6);
  ratio('q4', 'mercurius', 2.5);
  ratio('q4', 'limit', 0.8);
  ratio('q4deep', 'postgraphile', 1.6);
  ratio('q4deep', 'mercurius', 2.5);
  ratio('q4deep', 'limit', 0.8);
  const [first, deep] = [of('q4', 'lianxin'), of('q4deep', 'lianxin')];
  if (first && deep) {
    const found = rate(first) / rate(deep);
    list.push({
      what: 'q4: the deep page costs',
      target: '<= 1.3 x the first',
      found: `${found.toFixed(2)} x`,
      isMet: found <= 1.3,
    });
  }
  ratio('tree', 'limit', 0.5);
  const [alone, byHand] = ['lianxin', 'limit'].map((name) => of('quarter', name, 1));
  if (alone && byHand) {
    const [found, least] = [percentile(alone.latencies, 0.5), percentile(byHand.latencies, 0.5)];
    const says = `${found.toFixed(1)} ms`;
    list.push({ what: 'quarter: p50, one at a time', target: '<= 10 ms', found: says, isMet: found <= 10 });
    const times = found / least;
    const against = { what: 'quarter: p50 against limit', target: '<= 1.5 x', found: `${times.toFixed(2)} x` };
    list.push({ ...against, isMet: times <= 1.5 });
  }
  ratio('insert', 'postgraphile', 2);
  ratio('insert', 'postgraphile, own function', null);
  list.push(...rowSecurity(measured));
  const held = memory.get('lianxin')?.peak ?? 0;
  list.push({
    what: 'most resident memory of Lianxin',
    target: '<= 220 MiB',
    found: `${held} MiB`,
    isMet: held <= 220,
  });
  return list;
}

function fileTarget({ format, megabytes, first, slowest }: TakenOut): Target {
  return {
    what: `20,000 households as ${format}, ${megabytes.toFixed(1)} MiB: seconds, the slowest of some`,
    target: '<= 3 s',
    found: `${slowest.toFixed(2)} s (the very first ${first.toFixed(2)} s)`,
    isMet: Math.max(first, slowest) <= 3,
  };
}

/** What row security costs: CPU with it against CPU of the same server on a copy of the database where it is off. */
function rowSecurity(measured: readonly Measured[]): Target[] {
  return measured.flatMap(({ operation, figures }) =>
    ['lianxin', 'limit'].flatMap((name) => {
      const [locked, open] = [figures.get(name), figures.get(`${name}, no row security`)];
      if (!locked?.turns.length || !open?.turns.length) return [];
      const share = (cpu(locked) / cpu(open) - 1) * 100;
      const database = (databaseCpu(locked) / databaseCpu(open) - 1) * 100;
      const found = `${share.toFixed(1)} % (of PostgreSQL alone ${database.toFixed(1)} %)`;
      return [{ what: `${operation}: row security's CPU, ${name}`, target: '<= 10 %', found, isMet: share <= 10 }];
    }),
  );
}

/** Everything that a run has found. */
export interface Findings {
  measured: readonly Measured[];
  files: readonly TakenOut[];
  memory: Memory;
  rows: Record<string, number>;
}

/** The whole report as Markdown. */
export async function report(
  { measured, files, memory, rows }: Findings,
  parameters: Parameters,
  ownerUrl: string,
): Promise<string> {
  const [database] = await asOwner<{ version: string }>(ownerUrl, [
    `select current_setting('server_version') as version`,
  ]);
  const { dependencies: peers } = JSON.parse(
    readFileSync(join(packageRoot(), 'test', 'bench', 'package.json'), 'utf8'),
  );
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  const { connections, rounds, roundSeconds, warmUpSeconds, nodeFlags } = parameters;
  return `${[
    '# What Lianxin is worth beside others',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; no line is written by hand.`,
    '',
    `- Machine: ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; the server on core ${placement.server}, the client on ${placement.client}, PostgreSQL on ${placement.database}.`,
    `- Node ${process.version}, PostgreSQL ${database?.version}, ${versions.join(', ')}.`,
    `- ${connections} connections in a closed loop, ${rounds} rounds of ${roundSeconds} s in turn after ${warmUpSeconds} s of warming up, the median of the rounds${nodeFlags && `; flags of Lianxin's node: ${nodeFlags}`}.`,
    `- Load average of the last five and fifteen minutes: ${loadavg()
      .slice(1)
      .map((load) => load.toFixed(1))
      .join(
        ' and ',
      )}. This run makes about two by itself; where others worked on the machine besides, go by the CPU seconds.`,
    `- Rows: ${Object.entries(rows)
      .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
      .join(', ')}.`,
    '',
    '## Targets',
    '',
    '| what | target | found | |',
    '|---|---|---|---|',
    ...[...targets(measured, memory), ...files.map(fileTarget)].map(
      ({ what, target, found, isMet }) =>
        `| ${what} | ${target} | ${found} | ${isMet === null ? '' : isMet ? 'met' : 'NOT MET'} |`,
    ),
    '',
    '## Figures',
    '',
    measured.map(table).join('\n\n'),
    '',
    '### Resident memory, MiB',
    '',
    '| | most | at the end |',
    '|---|---:|---:|',
    ...[...memory].map(([name, { peak, now }]) => `| ${name} | ${peak} | ${now} |`),
    '',
    remarks,
  ].join('\n')}\n`;
}
