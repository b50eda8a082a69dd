import { registerEnumType } from 'type-graphql';
import { enumName, type Permission } from '../access/index.js';
import { badInput, type Message } from '../kernel/index.js';
import type { Metric } from './metric.js';
import { households } from './metrics/households.js';
import { industries } from './metrics/industry.js';
import { jobMetrics } from './metrics/jobs.js';
import { learning } from './metrics/learning.js';
import { programmes } from './metrics/programmes.js';
import { projectMetrics } from './metrics/projects.js';
import { stations } from './metrics/stations.js';
import { trainings } from './metrics/training.js';

/** Every metric, in the order in which they are offered. */
export const metrics: readonly Metric[] = [
  ...stations,
  ...programmes,
  ...households,
  ...trainings,
  ...learning,
  ...jobMetrics,
  ...industries,
  ...projectMetrics,
];

const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
if (byKey.size !== metrics.length) throw new Error('Two metrics have the same key.');

/** The GraphQL enum of metrics: `training.personTimes` is `TRAINING_PERSON_TIMES` outside and its own key inside. */
export const MetricKey: Readonly<Record<string, string>> = Object.fromEntries(
  metrics.map(({ key }) => [nameOfKey(key), key]),
);

registerEnumType(MetricKey, {
  name: 'MetricKey',
  description: 'A metric of the catalogue （指标）; `metrics` says all about each.',
  valuesConfig: Object.fromEntries(
    metrics.map(({ key, name, says }) => [
      nameOfKey(key),
      { description: `${says.en.replace(/\.$/, '')} （${name.zh}）.` },
    ]),
  ),
});

function nameOfKey(key: string): string {
  return enumName(key as Permission);
}

/** The metric of a key that the code or the schema has checked. */
export function metricOf(key: string): Metric {
  const metric = byKey.get(key);
  if (!metric) throw new Error(`There is no metric ${key}.`);
  return metric;
}

/** The metric of a key that somebody has written, as in a template: by its own key or as the enum has it. */
export function metricNamed(text: string, path: readonly string[]): Metric {
  const metric = metricWritten(text);
  if (metric) return metric;
  throw badInput(noMetric(text), path);
}

/** The metric that a text means, or null. */
export function metricWritten(text: string): Metric | null {
  return byKey.get(text) ?? byKey.get(MetricKey[text] ?? '') ?? null;
}

/** That no metric is called so, and which nearly are. */
export function noMetric(text: string): Message {
  const keys = metrics.map(({ key }) => key);
  const near = nearest(text, keys);
  return {
    zh: `没有指标 ${text}；相近的有 ${near.join('、')}。`,
    en: `There is no metric ${text}; near it are ${near.join(', ')}.`,
  };
}

/** The three names that take the fewest strokes to reach. */
export function nearest(text: string, names: readonly string[]): string[] {
  const bare = (name: string) => name.toLowerCase().replace(/[._]/g, '');
  const far = names.map((name) => [strokes(bare(text), bare(name)), name] as const);
  return far
    .toSorted(([a], [b]) => a - b)
    .slice(0, 3)
    .map(([, name]) => name);
}

/** How many letters have to be put in, taken out or changed. */
function strokes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const change = (row[j] ?? 0) + (letter === to[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
