/**
 * Reports read every room below and write no record. `crossTownReport` is the partners' contract of old; `report` answers whatever the
 * catalogue of metrics defines (metric.ts says how its parts fit, and what those who build on them may take).
 */
import './policy.js';
import { CrossTownReportResolver } from './crossTownReport.resolver.js';
import { ReportResolver } from './report.resolver.js';
import { ReportLineResolver, ReportRowResolver } from './reportStation.resolver.js';

export { MetricKey, metricNamed, metricOf, metrics } from './catalogue.js';
export { nameOf } from './cells.js';
export { MetricCounts, MetricFalls, ReportComparison, ReportSplit } from './metric.enums.js';
export { isAdditive, type Metric, rowPermissions } from './metric.js';
export { factsOf } from './metricFacts.js';
export { daysOf, ReportPeriodInput } from './period.js';
export { MetricCell, MetricFacts, Report, ReportLine, ReportRow, ReportRowConnection } from './report.js';
export { type ReportAsked, reportOf } from './report.service.js';
export { rowsOf } from './reportRows.js';
export { smallestShown } from './smallCells.js';

export const entities = [] as const;
export const resolvers = [CrossTownReportResolver, ReportResolver, ReportLineResolver, ReportRowResolver] as const;
