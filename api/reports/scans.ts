import type { ReportSplit } from './metric.enums.js';
import type { Metric } from './metric.js';

/** A metric with its place in the question, where a plan may stand twice. */
export interface Counted {
  metric: Metric;
  index: number;
}

/** Metrics that are told by the same rows, which are read once for all of them. */
export type Scan = readonly [Counted, ...Counted[]];

/** The metrics by what they read, in the order of the first of each. */
export function scansOf(metrics: readonly Metric[], split: ReportSplit | null): Scan[] {
  const scans: [Counted, ...Counted[]][] = [];
  for (const [index, metric] of metrics.entries()) {
    const scan = scans.find((others) => others.every((other) => isToldWith(metric, other.metric, split)));
    if (scan) scan.push({ metric, index });
    else scans.push([{ metric, index }]);
  }
  return scans;
}

/** Whether two metrics read the same rows, split alike; only one of them may count people or households once. */
function isToldWith(one: Metric, other: Metric, split: ReportSplit | null): boolean {
  const [by, otherBy] = split ? [one.splits[split], other.splits[split]] : [];
  return (
    one.from === other.from &&
    one.where === other.where &&
    one.station === other.station &&
    one.sums === other.sums &&
    one.unitOf === other.unitOf &&
    by === otherBy &&
    !(one.distinct && other.distinct)
  );
}
