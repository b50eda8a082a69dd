import type { ReportSplit } from './metric.enums.js';
import { isAdditive, type Metric, rowPermissions } from './metric.js';
import { MetricFacts } from './report.js';

/** A metric as the schema shows it. */
export function factsOf(metric: Metric): MetricFacts {
  const { key, name, says, unit, counts, falls, splits, plan, sums } = metric;
  return Object.assign(new MetricFacts(), {
    ...{ key, code: key, name, says, unit, counts, falls, sums },
    isAdditive: isAdditive(metric),
    splits: Object.keys(splits) as ReportSplit[],
    plan: plan ?? null,
    rows: [...rowPermissions(metric)],
  });
}
